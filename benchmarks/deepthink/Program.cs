// How many hard identities the engine proves, by class, and how many the portfolio does; and how many false statements are refuted, and whether anything "proves" one.
//
//   dotnet run -c Release --project benchmarks/deepthink -- [suite.jsonl] [--false false.jsonl] [--time-limit 60] [--portfolio 10] [--class NAME] [--only NAME,…] [--grade compiled] [--trace]
//
// Every proof is verified at the strongest grade before it counts, unless --grade asks for less. --portfolio asks the portfolio too, with that many seconds; 0 leaves it out.
// Of the false statements refutation has the time limit, and then engine and portfolio try to prove them, each for --attack seconds (10; 0 leaves that out).
// --part true|false takes one half only. --trace prints each certificate's summary, and Lean's words on what it did not accept.
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Prover.Core.Checking;
using Prover.Core.Identities;
using Prover.Core.Lean;
using Prover.Core.Proving;
using Prover.Core.Refutation;
using Prover.Core.Sampling;
using Prover.Core.Sampling.Portfolio;
using Prover.Core.Verification;
using Prover.DeepThinkBenchmark;
using Prover.Lean.Pool;
using Prover.Service.Composition;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var limit = Seconds("--time-limit", 60);
var portfolioLimit = Seconds("--portfolio", 0);
var file = args.Where((a, i) => a.EndsWith(".jsonl", StringComparison.Ordinal) && (i == 0 || args[i - 1] != "--false")).FirstOrDefault() ?? Path.Combine(AppContext.BaseDirectory, "suite.jsonl");
var attackLimit = Seconds("--attack", 10);
var falseFile = Given("--false") ?? Path.Combine(AppContext.BaseDirectory, "false.jsonl");
await using var services = new ServiceCollection().AddProver(new ProverOptions { Pool = new LeanPoolOptions { Workers = 1 } }).BuildServiceProvider();
var (checker, verifier) = (services.GetRequiredService<ILeanChecker>(), services.GetRequiredService<Verifier>());
var grade = Given("--grade") is { } asked ? Enum.Parse<Grade>(asked, ignoreCase: true) : Verifier.StrongestGrade;
var isTraced = args.Contains("--trace");
var outcomes = new List<SuiteOutcome>();
foreach (var problem in Given("--part") == "false" ? [] : Chosen(file))
{
    var engine = await ProveAsync(new IdentitySampler(), problem, limit);
    var portfolio = portfolioLimit > TimeSpan.Zero ? await ProveAsync(new PortfolioSampler(), problem, portfolioLimit) : null;
    outcomes.Add(new SuiteOutcome(problem, engine, portfolio));
    Console.WriteLine($"{problem.Name,-28} {problem.Class,-13} {engine.Kind,-12} {engine.Elapsed.TotalSeconds,6:0.0} s  {engine.Origin}{(portfolio is null ? string.Empty : $"   portfolio: {portfolio.Kind}")}");
}

var falsehoods = new List<FalseOutcome>();
foreach (var problem in Given("--part") == "true" ? [] : Chosen(falseFile))
{
    var refutation = await ProveAsync(new RefutationSampler(checker), problem, limit);
    IProofSampler[] attackers = attackLimit > TimeSpan.Zero ? [new IdentitySampler(), new PortfolioSampler()] : [];
    var attacks = new List<SideOutcome>();
    foreach (var attacker in attackers)
    {
        attacks.Add(await ProveAsync(attacker, problem, attackLimit));
    }

    falsehoods.Add(new FalseOutcome(problem, refutation, attacks));
    Console.WriteLine($"{problem.Name,-28} {problem.Class,-13} {refutation.Kind,-12} {refutation.Elapsed.TotalSeconds,6:0.0} s   attacks: {string.Join(", ", attacks.Select(a => a.Kind))}");
}

SuiteTable.Print(Console.Out, outcomes);
SuiteTable.Print(Console.Out, falsehoods);

// A false statement that anything proves is the one result that must never be.
return falsehoods.Any(f => f.Refutation.IsProved || f.Attacks.Any(a => a.IsProved)) ? 1 : 0;

IReadOnlyList<SuiteProblem> Chosen(string path) =>
    [.. SuiteProblem.Read(path).Where(p => (Given("--class") is not { } name || p.Class == name) && (Given("--only") is not { } only || only.Split(',').Contains(p.Name)))];

async Task<SideOutcome> ProveAsync(IProofSampler sampler, SuiteProblem problem, TimeSpan budget)
{
    var search = new ProofSearch(checker, verifier, sampler);
    var request = new ProveRequest
    {
        Statement = problem.Statement,
        UseStore = false,
        Grade = grade,
        Budget = new ProveBudget { TimeLimit = budget, CandidateTimeLimit = budget, Parallelism = 1 },
    };
    var outcome = new SideOutcome("NotElaborated", TimeSpan.Zero, null);
    try
    {
        await foreach (var happened in search.ProveAsync(request))
        {
            if (happened is ProveEvent.CandidateFinished { Verdict: var verdict, Candidate: var candidate } && isTraced && verdict.Kind != VerdictKind.Proved)
            {
                Console.WriteLine($"--- {candidate.Origin} {verdict.Kind} {verdict.Reason}\n{candidate.Helpers}\n{problem.Statement} := {candidate.Proof}");
                Console.WriteLine(string.Join('\n', verdict.Messages.Where(m => m.Severity == LeanSeverity.Error).Take(3).Select(m => m.ToString()[..Math.Min(1500, m.ToString().Length)])));
            }

            if (happened is ProveEvent.Finished { Result: var result })
            {
                outcome = new SideOutcome($"{result.Verdict.Kind}", happened.At, result.Origin);
            }
        }
    }
    catch (InvalidStatementException e)
    {
        Console.WriteLine($"{problem.Name}: {e.Message}");
    }

    return outcome;
}

TimeSpan Seconds(string name, double standard) =>
    TimeSpan.FromSeconds(Given(name) is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : standard);

string? Given(string name) => Array.IndexOf(args, name) is >= 0 and var at ? args[at + 1] : null;
