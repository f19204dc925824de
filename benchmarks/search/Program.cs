// What the search over tactics does on each of some problems: goals worked on, tactics asked about, time; with --trace every goal.
//
//   dotnet run -c Release --project benchmarks/search -- problems.jsonl [--time-limit 30] [--only NAME] [--trace]
//
// The file is in miniF2F's shape. Every proof is verified at the strongest grade before it counts.
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Prover.Bench.Data;
using Prover.Bench.Profiles;
using Prover.Core.Checking;
using Prover.Core.Proving;
using Prover.Core.TacticSearch;
using Prover.Core.Verification;
using Prover.Lean.Pool;
using Prover.Service.Composition;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var limit = TimeSpan.FromSeconds(double.Parse(Given("--time-limit") ?? "30", CultureInfo.InvariantCulture));
var data = await DataSetReader.ReadAsync(args[0], []);
var profile = Profiles.Get("core");
await using var services = new ServiceCollection().AddProver(new ProverOptions { Pool = new LeanPoolOptions { Workers = 1 } }).BuildServiceProvider();
var (checker, verifier) = (services.GetRequiredService<ILeanChecker>(), services.GetRequiredService<Verifier>());
var isTraced = args.Contains("--trace");
var (solved, asked) = (0, 0);
foreach (var problem in data.Problems.Where(p => Given("--only") is not { } only || p.Name == only))
{
    var count = new Counter(isTraced);
    var search = new ProofSearch(checker, verifier, new TacticSearchSampler(checker, lemmas: services.GetRequiredService<ILemmaSource>(), progress: count));
    var request = new ProveRequest { Statement = profile.StatementOf(problem), UseStore = false, Budget = new ProveBudget { TimeLimit = limit, Parallelism = 1 } };
    await foreach (var happened in search.ProveAsync(request))
    {
        if (happened is ProveEvent.Finished { Result: var result })
        {
            asked++;
            solved += result.Verdict.Kind == VerdictKind.Proved ? 1 : 0;
            Console.WriteLine($"{problem.Name,-28} {result.Verdict.Kind,-12} {happened.At.TotalSeconds,6:0.0} s  {count.Goals,4} goals  {count.Tactics,5} tactics  Lean {count.Lean.TotalSeconds:0.0} s  {result.Verdict.Reason}");
            Console.WriteLine(result.Proof?[result.Proof.LastIndexOf(":= by", StringComparison.Ordinal)..]);
        }
    }
}

Console.WriteLine($"{solved} of {asked} solved");

string? Given(string name) => Array.IndexOf(args, name) is >= 0 and var at ? args[at + 1] : null;

internal sealed class Counter(bool isTraced) : IProgress<TacticSearchProgress>
{
    public int Goals { get; private set; }

    public int Tactics { get; private set; }

    public TimeSpan Lean { get; private set; }

    public void Report(TacticSearchProgress value)
    {
        Goals++;
        Tactics += value.Tried;
        Lean += value.Elapsed;
        if (isTraced)
        {
            Console.WriteLine($"--- {Goals}: depth {value.Depth}, {value.Tried} tried, {value.Unknown} unknown, {value.Elapsed.TotalSeconds:0.00} s{(value.IsProved ? ", proved" : string.Empty)}\n{value.Goal}");
            foreach (var tactic in value.Accepted)
            {
                Console.WriteLine($"    {tactic.Replace("\n", "\n    ", StringComparison.Ordinal)}");
            }
        }
    }
}
