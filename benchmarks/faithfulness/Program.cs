// How many wrong formalizations the evidence catches, and how many right ones it flags, without any language model.
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Prover.Core.Checking;
using Prover.Core.Formalization;
using Prover.Core.Formalization.Examination;
using Prover.Core.Proving;
using Prover.Faithfulness;
using Prover.Lean.Selection;
using Prover.Service.Composition;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

var verbose = args.Contains("--verbose");
var fromTable = args.Contains("--independent-from-table");
var (only, table) = (Value("--only"), Value("--table") ?? Path.Combine(AppContext.BaseDirectory, "problems.json"));
var unknown = args.Where((a, i) => a is not ("--verbose" or "--independent-from-table" or "--only" or "--table") && (i == 0 || args[i - 1] is not ("--only" or "--table"))).ToList();
if (unknown.Count > 0)
{
    Console.Error.WriteLine("usage: [--table FILE.json] [--verbose] [--only ID] [--independent-from-table]");
    Console.Error.WriteLine("  --independent-from-table   the independent formalization is a right one of the table and not the grammar's: what a faultless model would add");
    return 2;
}

var problems = TableOfProblems.Read(table).Where(p => only is null || p.Id == only).ToList();
await using var services = new ServiceCollection()
    .AddProver(new ProverOptions { Toolchain = ToolchainChoice.Embedded, StorePath = Path.Combine(Path.GetTempPath(), "prover-faithfulness.db") })
    .BuildServiceProvider();
var checker = services.GetRequiredService<ILeanChecker>();
var examiner = new StatementExaminer(checker, services.GetRequiredService<IProofSearch>());
var began = Stopwatch.GetTimestamp();
var all = problems.SelectMany(p => p.Right.Select(r => (Problem: p, Kind: (string?)null, Statement: r)).Concat(p.Wrong.Select(w => (p, (string?)w.Kind, w.Statement)))).ToList();
var cases = new Case[all.Count];
await Parallel.ForAsync(0, all.Count, new ParallelOptions { MaxDegreeOfParallelism = checker.Parallelism }, async (i, token) =>
{
    var (problem, kind, statement) = all[i];
    var started = Stopwatch.GetTimestamp();
    var evidence = new List<Evidence>();
    var independent = fromTable ? Independent.FromTable(problem, statement) : Independent.FromGrammar(problem);
    var question = new InformalProblem(problem.Text, "problem", HasMathlib: false);
    await foreach (var found in examiner.ExamineAsync(question, new FormalStatement(statement, "table"), independent, TimeSpan.FromMinutes(2), token))
    {
        evidence.Add(found);
    }

    cases[i] = new Case(problem, kind, statement, evidence, Stopwatch.GetElapsedTime(started).TotalSeconds);
    if (verbose)
    {
        foreach (var other in independent)
        {
            Console.WriteLine($"         {problem.Id}: {other.Author} says: {other.Text}");
        }

        var lines = evidence.Select(e => $"    {e.Finding,-11} {e.Kind,-12} {e.Message} ({e.Elapsed.TotalSeconds:0.0} s)");
        Console.WriteLine($"{(cases[i].IsFlagged() ? "flagged" : "passed"),-8} {problem.Id}: {kind ?? "RIGHT"}: {statement}\n{string.Join('\n', lines)}");
    }
});

var kept = Report.Print(cases);
Console.WriteLine($"{problems.Count} problems, {cases.Length} statements, {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s, {cases.Average(c => c.Seconds):0.0} s each");
return kept ? 0 : 1;

string? Value(string option) => args.SkipWhile(a => a != option).Skip(1).FirstOrDefault();
