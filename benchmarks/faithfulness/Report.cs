using Prover.Core.Formalization;

namespace Prover.Faithfulness;

/// <summary>The figures of a run as a table.</summary>
internal static class Report
{
    private const double LeastCaught = 0.9;
    private const double MostFlagged = 0.05;

    /// <summary>Prints the figures; true when the bounds are kept.</summary>
    public static bool Print(IReadOnlyList<Case> cases)
    {
        var (wrong, right) = (cases.Where(c => c.Kind is not null).ToList(), cases.Where(c => c.Kind is null).ToList());
        Console.WriteLine($"\n{"kind of mistake",-22} {"caught",9} {"alone",9}   (alone: without an independent formalization)");
        foreach (var kind in wrong.GroupBy(c => c.Kind!).OrderByDescending(g => g.Count()))
        {
            Console.WriteLine($"{kind.Key,-22} {Share(kind, null),9} {Share(kind, EvidenceKind.Agreement),9}");
        }

        Console.WriteLine($"{"all wrong ones",-22} {Share(wrong, null),9} {Share(wrong, EvidenceKind.Agreement),9}   {Percent(wrong, null)} and {Percent(wrong, EvidenceKind.Agreement)}");
        Console.WriteLine($"{"right ones flagged",-22} {Share(right, null),9} {Share(right, EvidenceKind.Agreement),9}   {Percent(right, null)} and {Percent(right, EvidenceKind.Agreement)}");
        Console.WriteLine("\ncaught by (one may be caught by several): "
            + string.Join(", ", wrong.SelectMany(c => c.Catchers.Distinct()).GroupBy(k => k).OrderByDescending(g => g.Count()).Select(g => $"{g.Key} {g.Count()}")));
        Console.WriteLine($"independent formalization had for {cases.GroupBy(c => c.Problem.Id).Count(g => g.Any(c => c.Evidence.Any(e => e.Kind == EvidenceKind.Agreement)))} of {cases.Select(c => c.Problem.Id).Distinct().Count()} problems");
        foreach (var missed in wrong.Where(c => !c.IsFlagged()))
        {
            Console.WriteLine($"missed   {missed.Problem.Id} ({missed.Kind}): {missed.Statement}");
        }

        foreach (var flagged in right.Where(c => c.IsFlagged()))
        {
            Console.WriteLine($"flagged  {flagged.Problem.Id}: {flagged.Statement}");
            foreach (var evidence in flagged.Evidence.Where(e => e.Finding is Finding.Contradicts or Finding.Doubts))
            {
                Console.WriteLine($"           {evidence.Kind}: {evidence.Message}");
            }
        }

        return Rate(wrong, null) >= LeastCaught && Rate(right, null) <= MostFlagged;
    }

    private static double Rate(IReadOnlyCollection<Case> cases, EvidenceKind? without) =>
        cases.Count == 0 ? 0 : (double)cases.Count(c => c.IsFlagged(without)) / cases.Count;

    private static string Percent(IReadOnlyCollection<Case> cases, EvidenceKind? without) => $"{100 * Rate(cases, without):0.0} %";

    private static string Share(IEnumerable<Case> cases, EvidenceKind? without) => $"{cases.Count(c => c.IsFlagged(without))}/{cases.Count()}";
}
