// How the repair policies share a budget: a SIMULATION. No language model takes part; whoever writes the proofs here is a few random numbers
// with stated habits (Simulated.cs), and Lean is a check for the word "good". All between them is the real code: search, loop, policies,
// budget and account of tokens, partial proofs. So the figures tell how the policies deal with an author of such habits, and not how often
// models have them.
//
//   dotnet run -c Release --project benchmarks/repair [-- --problems 200 --seed 1]
//
// The same problems and draws for all policies; the same figures for the same seed, on every machine.
using System.Globalization;
using Prover.Core.Repair.Policies;
using Prover.RepairBenchmark;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var problems = Given("--problems", 200);
var seed = Given("--seed", 1);
long[] budgets = [3_000, 10_000, 30_000];
var simulation = new Simulation(problems, seed);

Console.WriteLine($"SIMULATION, no language model: {problems} problems of {SimulatedProblem.FewestSteps} to {SimulatedProblem.MostSteps} steps, seed {seed}.");
Console.WriteLine($"A step of a fresh proof is right with a probability of {SimulatedProblem.LeastSkill} to {SimulatedProblem.MostSkill}, by problem; a repair keeps a right step with {Habits.Keeps}");
Console.WriteLine($"and mends a wrong one as stated. Tokens: {Prices.FreshPrompt} a fresh prompt, {Prices.RepairPrompt} a repair's, {Prices.Step} a step of an answer.");
Console.WriteLine("Solved (thousand tokens spent per problem solved):");

var all = RepairPolicies.All.ToDictionary(p => p.Name, _ => new List<IReadOnlyList<Trial>>());
foreach (var habits in Habits.All)
{
    Heading($"{habits.Name}, mends {habits.Mends}");
    foreach (var policy in RepairPolicies.All)
    {
        var row = new List<IReadOnlyList<Trial>>();
        foreach (var budget in budgets)
        {
            row.Add(await simulation.RunAsync(habits, policy, budget));
        }

        all[policy.Name].AddRange(row);
        Row(policy.Name, row);
    }
}

Heading("all authors");
foreach (var (policy, trials) in all)
{
    Row(policy, budgets.Select((_, b) => trials.Where((_, i) => i % budgets.Length == b).SelectMany(t => t).ToList()));
}

void Heading(string title) => Console.WriteLine($"\n{title,-22} {string.Join(' ', budgets.Select(b => $"{b,8:N0} tokens"))}");

static void Row(string policy, IEnumerable<IReadOnlyList<Trial>> cells) => Console.WriteLine($"  {policy,-20} {string.Join(' ', cells.Select(Cell))}");

static string Cell(IReadOnlyList<Trial> trials)
{
    var solved = trials.Count(t => t.Solved);
    return $"{solved,7} ({trials.Sum(t => t.Tokens) / 1_000.0 / Math.Max(solved, 1):0.0})".PadRight(15);
}

int Given(string name, int otherwise) => Array.IndexOf(args, name) is >= 0 and var at ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
