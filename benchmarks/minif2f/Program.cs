// miniF2F-core: the problems of miniF2F whose statements elaborate without Mathlib, given to the model-free prover.
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Prover.Core.Proving;
using Prover.Core.Verification;
using Prover.Lean.Selection;
using Prover.MiniF2F;
using Prover.Service.Composition;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;

// What the Mathlib names of the statements mean over Lean's own library.
const string header = "notation \"ℕ\" => Nat\nnotation \"ℤ\" => Int\nnotation \"ℚ\" => Rat\n";
var path = args is ["--data", var given, ..] ? given : Environment.GetEnvironmentVariable("PROVER_MINIF2F");
var seconds = args is [_, _, "--seconds", var limit] ? double.Parse(limit, CultureInfo.InvariantCulture) : 20;
if (path is null || !File.Exists(path))
{
    Console.Error.WriteLine("usage: --data FILE.jsonl [--seconds 20]   (or set PROVER_MINIF2F to the file)");
    return 2;
}

await using var services = new ServiceCollection()
    .AddProver(new ProverOptions { Toolchain = ToolchainChoice.Embedded, StorePath = Path.Combine(Path.GetTempPath(), "prover-minif2f.db") })
    .BuildServiceProvider();
var search = services.GetRequiredService<IProofSearch>();
var (all, expressible, solved) = (0, 0, 0);
var began = Stopwatch.GetTimestamp();
foreach (var problem in MiniF2FProblem.Read(path))
{
    all++;
    var request = new ProveRequest
    {
        Statement = header + problem.FormalStatement,
        Budget = new ProveBudget { TimeLimit = TimeSpan.FromSeconds(seconds), CandidateTimeLimit = TimeSpan.FromSeconds(seconds) },
        UseStore = false,
    };
    ProveResult? result = null;
    try
    {
        await foreach (var happened in search.ProveAsync(request))
        {
            result = (happened as ProveEvent.Finished)?.Result;
        }
    }
    catch (InvalidStatementException)
    {
        continue; // Not expressible here.
    }

    expressible++;
    var verdict = result!.Verdict;
    solved += verdict.Kind == VerdictKind.Proved ? 1 : 0;
    Console.WriteLine($"{verdict.Kind,-14} {verdict.Elapsed.TotalSeconds,6:0.0} s  {problem.Name,-44} {result.Origin ?? verdict.Reason}");
}

Console.WriteLine($"{all} problems, {expressible} expressible in miniF2F-core, {solved} proved within {seconds} s each, {Stopwatch.GetElapsedTime(began).TotalMinutes:0.0} min in all");
return 0;
