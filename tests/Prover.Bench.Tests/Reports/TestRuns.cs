using Prover.Bench.Data;
using Prover.Bench.Provers;
using Prover.Bench.Runs;
using Prover.Bench.Screening;
using Prover.Core.Verification;

namespace Prover.Bench.Tests.Reports;

/// <summary>Runs as they are on record, of thirty made-up problems with every status and every outcome. The same every time.</summary>
internal static class TestRuns
{
    public static readonly DateTimeOffset Start = new(2031, 5, 4, 9, 30, 0, TimeSpan.Zero);

    private static readonly string[] Names =
    [
        "amc12a_2031_p1", "amc12a_2031_p4", "amc12b_2032_p9", "amc12a_2033_p25", "amc10b_2034_p2", "aime_2031_p1", "aimeII_2032_p7", "aime_2033_p15",
        "imo_2031_p1", "imo_2032_p6", "imosl_2033_algebra_p2", "mathd_algebra_9001", "mathd_algebra_9002", "mathd_algebra_9003", "mathd_algebra_9004",
        "mathd_algebra_9005", "mathd_algebra_9006", "mathd_numbertheory_9001", "mathd_numbertheory_9002", "mathd_numbertheory_9003",
        "mathd_numbertheory_9004", "mathd_numbertheory_9005", "algebra_squares_sum_nonneg", "algebra_mul_cancel", "numbertheory_odd_square",
        "numbertheory_sum_mod", "induction_sum_of_odds", "induction_pow_lower_bound", "induction_divisible", "own_lemma_about_lists",
    ];

    /// <summary>Problems from the data set's first up to thirty.</summary>
    public static IReadOnlyList<BenchProblem> Problems { get; } = [.. Names.Select((name, i) =>
        new BenchProblem(name, i % 3 == 0 ? "test" : "valid", "open Nat\n\n", $"theorem {name} (a b : ℕ) (h : a ≤ b + {i}) :\n    a * {i + 2} ≤ (b + {i}) * {i + 2} := by"))];

    /// <summary>A tactic prover: deterministic, one sample, without tokens.</summary>
    public static BenchRun Portfolio() => Make(new ProverSettings("portfolio") { IsDeterministic = true }, samples: 1, ks: [1], (problem, _) => problem switch
    {
        _ when problem % 4 == 1 || problem is 12 or 16 or 18 => 'P',
        7 or 20 => 'T',
        25 => 'F',
        28 => 'R',
        _ => 'N',
    });

    /// <summary>A model's prover: several samples that differ, tokens with a price.</summary>
    public static BenchRun Model(int samples = 8) => Make(
        new ProverSettings("model:example-7b")
        {
            Models = [new ModelSettings("example-7b", "example/prover-7b", "http://localhost:8000/v1")
            {
                Temperature = 1, TopP = 0.95f, MaxOutputTokens = 8192, Price = "0.20 EUR in, 0.60 EUR out", Currency = "EUR",
            }],
            Prompts = ["prove.v1"],
            RepairPolicy = "adaptive",
            MaxTokens = 40_000,
        },
        samples,
        ks: [1, 2, 4, 8],
        (problem, sample) => problem switch
        {
            12 or 13 or 17 => 'P',
            1 or 9 or 22 or 26 => sample % 3 == problem % 3 ? 'P' : 'N',
            3 or 16 or 24 => sample == problem % 8 ? 'P' : sample == 6 ? 'T' : 'N',
            7 or 11 => sample % 2 == 0 ? 'T' : 'N',
            20 => 'T',
            25 => sample < 5 ? 'F' : 'N',
            28 => sample == 4 ? 'R' : 'N',
            _ => 'N',
        });

    /// <summary>A run with outcomes as given: P proved, R refuted, N not proved, T timed out, F failed; a blank is a sample that is not there.</summary>
    public static BenchRun Make(ProverSettings prover, int samples, IReadOnlyList<int> ks, Func<int, int, char> outcome)
    {
        prover = prover with { MaxCandidates = 64, TimeLimitSeconds = 120, CandidateTimeLimitSeconds = 20, Grade = "replayed" };
        var checks = Problems.Select((p, i) => Check(p.Name, i)).ToList();
        var settings = new RunSettings
        {
            Data = new DataIdentity("made-up", new string('a', 64), Problems.Count, ["test", "valid"]),
            Profile = "core",
            Header = "open Nat\n",
            Prover = prover,
            Lean = "embedded 4.28.0-pre, 0123456789ab",
            Seed = 7,
            Samples = samples,
            Ks = ks,
            Version = "0.1.0",
        };
        List<SampleRecord> records =
        [
            .. from i in Enumerable.Range(0, Problems.Count)
               where checks[i].IsAsked
               from n in Enumerable.Range(0, samples)
               let letter = outcome(i, n)
               where letter != ' '
               select new SampleRecord(Problems[i].Name, n, 1000 * i + n, AttemptOf(letter, i, n, prover), "s1", Start.AddMinutes(i).AddSeconds(n)),
        ];
        SessionRecord session = new("s1", Start)
        {
            LastSeen = Start.AddMinutes(31),
            IsEnded = true,
            ProvingProcessorSeconds = 1234.5,
            CheckingProcessorSeconds = 67.8,
            ProvingSeconds = 1860,
            Parallelism = 2,
            Processors = 4,
            MemoryBytes = 16L << 30,
            System = "Linux 6.1, x64",
        };
        return new BenchRun($"/runs/{prover.Name.Replace(':', '-')}-1", settings, Problems, checks, records, [session]);
    }

    /// <summary>A run in which every text is an attack on a page: names, statements, reasons, evidence and proofs.</summary>
    public static BenchRun Hostile(string text)
    {
        var run = Model();
        BenchProblem Bad(BenchProblem problem) => problem with { Name = $"{problem.Name} {text}", Statement = $"{problem.Statement} {text}", Split = text };
        return run with
        {
            Folder = $"/runs/{text.Replace('/', '|')}",
            Settings = run.Settings with
            {
                Profile = text,
                Header = text,
                Lean = text,
                Data = run.Settings.Data with { Name = text, Splits = [text], Repository = text },
                Prover = run.Settings.Prover with { Name = text, Prompts = [text], Models = [run.Settings.Prover.Models[0] with { Name = text, Endpoint = text, Currency = text }] },
            },
            Problems = [.. run.Problems.Select(Bad)],
            Checks = [.. run.Checks.Select(c => c with { Problem = $"{c.Problem} {text}", Reason = text, Evidence = text, KnownFault = text })],
            Samples =
            [
                .. run.Samples.Select(s => s with
                {
                    Problem = $"{s.Problem} {text}",
                    Attempt = s.Attempt with { Reason = text, Proof = s.Attempt.Proof is { } proof ? $"{proof} {text}" : null, Origin = text, Axioms = [text] },
                }),
            ],
            Sessions = [.. run.Sessions.Select(s => s with { System = text })],
        };
    }

    private static CheckedStatement Check(string name, int problem) => problem switch
    {
        2 or 10 => new(name, StatementStatus.NotExpressible) { Reason = "unknown identifier 'Real.sqrt'", Seconds = 0.4 },
        8 => new(name, StatementStatus.NotExpressible) { Reason = "failed to synthesize instance `Fintype (Finset ℝ)`", Seconds = 0.6 },
        15 => new(name, StatementStatus.Vacuous)
        {
            Reason = "The hypotheses contradict each other.",
            Evidence = $"theorem {name}_vacuous (n : ℕ) (h : n < n) : False :=\n  absurd h (Nat.lt_irrefl n)",
        },
        28 => new(name, StatementStatus.False)
        {
            Reason = "It is false at n = 2.",
            Evidence = $"theorem {name}_false : ¬ ∀ n : ℕ, n % 2 = 1 :=\n  fun h => absurd (h 2) (by decide)",
            Seconds = 3.2,
        },
        19 => new(name, StatementStatus.Unknown) { Reason = "The examination ran into its time limit of 20 s.", Seconds = 20 },
        23 => new(name, StatementStatus.Expressible) { KnownFault = "A hypothesis of the original is missing.", Seconds = 0.5 },
        _ => new(name, StatementStatus.Expressible) { Seconds = 0.5 },
    };

    private static Attempt AttemptOf(char letter, int problem, int sample, ProverSettings prover)
    {
        var hasModel = prover.Models.Count > 0;
        var name = Names[problem];
        var attempt = letter switch
        {
            'P' => new Attempt(SampleOutcome.Proved)
            {
                Proof = $"{Problems[problem].Statement}\n  exact Nat.mul_le_mul_right _ h -- sample {sample}",
                Origin = hasModel ? prover.Models[0].Name : "portfolio/omega",
                Grade = Grade.Replayed,
                Axioms = ["propext"],
            },
            'R' => new Attempt(SampleOutcome.Refuted) { Reason = "The negation is proved.", Proof = $"theorem not_{name} : ¬ False := id", Origin = "portfolio/decide", Grade = Grade.Replayed },
            'T' => new Attempt(SampleOutcome.TimedOut) { Reason = "The time limit of 120 s.", CandidatesTimedOut = 1 },
            'F' => new Attempt(SampleOutcome.Infrastructure) { Reason = "Lean's process ended.", Failures = 1 },
            _ => new Attempt(SampleOutcome.NotProved) { Reason = "Lean turned 6 candidates down." },
        };
        return attempt with
        {
            Candidates = 1 + (problem + sample) % 6,
            Seconds = letter switch { 'T' => 120, 'F' => 2.5, _ => Math.Round(0.3 * Math.Pow(1.17, problem) + 0.21 * sample, 2) },
            InputTokens = hasModel ? 900 + 10 * problem : 0,
            OutputTokens = hasModel ? 2_000 + 37 * problem + 211 * sample : 0,
            Cost = hasModel ? 0.0015m : 0,
        };
    }
}
