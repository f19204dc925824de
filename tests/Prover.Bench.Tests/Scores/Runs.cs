using Prover.Bench.Data;
using Prover.Bench.Provers;
using Prover.Bench.Runs;
using Prover.Bench.Screening;

namespace Prover.Bench.Tests.Scores;

/// <summary>Runs as a test needs them, without running anything.</summary>
internal static class Runs
{
    public const SampleOutcome Proved = SampleOutcome.Proved;
    public const SampleOutcome Refuted = SampleOutcome.Refuted;
    public const SampleOutcome NotProved = SampleOutcome.NotProved;
    public const SampleOutcome TimedOut = SampleOutcome.TimedOut;
    public const SampleOutcome Failed = SampleOutcome.Infrastructure;

    /// <summary>A finished run: each problem with the outcomes of its samples.</summary>
    public static BenchRun Of(params (string Problem, SampleOutcome[] Outcomes)[] problems)
    {
        var samples = problems.Max(p => p.Outcomes.Length);
        return new BenchRun(
            "/runs/first",
            new RunSettings
            {
                Data = new DataIdentity("test", "00", problems.Length, ["valid"]),
                Profile = "core",
                Prover = new ProverSettings("portfolio") { Grade = "replayed", TimeLimitSeconds = 60 },
                Lean = "embedded Lean 0",
                Samples = samples,
                Ks = [.. Enumerable.Range(1, samples)],
                Version = "0",
            },
            [.. problems.Select(p => new BenchProblem(p.Problem, "valid", string.Empty, $"theorem {p.Problem} : True := by"))],
            [.. problems.Select(p => new CheckedStatement(p.Problem, StatementStatus.Expressible))],
            [.. problems.SelectMany(p => p.Outcomes.Select((o, i) => new SampleRecord(p.Problem, i, i, new Attempt(o) { Seconds = 1 }, "s", default)))],
            [new SessionRecord("s", default) { ProvingProcessorSeconds = 10, CheckingProcessorSeconds = 2 }]);
    }

    public static BenchRun With(this BenchRun run, Func<RunSettings, RunSettings> settings) => run with { Settings = settings(run.Settings) };

    public static BenchRun WithProver(this BenchRun run, Func<ProverSettings, ProverSettings> prover) =>
        run.With(s => s with { Prover = prover(s.Prover) });

    /// <summary>The run without the samples that a test picks, as if it had not come to them.</summary>
    public static BenchRun Without(this BenchRun run, Func<SampleRecord, bool> sample) => run with { Samples = [.. run.Samples.Where(s => !sample(s))] };

    public static BenchRun WithCheck(this BenchRun run, string problem, Func<CheckedStatement, CheckedStatement> check) =>
        run with { Checks = [.. run.Checks.Select(c => c.Problem == problem ? check(c) : c)] };

    public static BenchRun WithAttempt(this BenchRun run, string problem, int sample, Func<Attempt, Attempt> attempt) =>
        run with { Samples = [.. run.Samples.Select(s => s.Problem == problem && s.Sample == sample ? s with { Attempt = attempt(s.Attempt) } : s)] };
}
