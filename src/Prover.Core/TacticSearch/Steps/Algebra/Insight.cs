namespace Prover.Core.TacticSearch.Steps.Algebra;

/// <summary>Ideas that rest on a calculation or a known pattern: seldom proposed, and then likely to end the goal.</summary>
internal static class Insight
{
    // Among the first that are asked about.
    private const double Cost = 0.2;
    private const int MaxHeartbeats = 60_000;

    /// <summary>Such an idea.</summary>
    public static TacticIdea Of(string origin, params IEnumerable<string> lines) =>
        new(string.Join('\n', lines), origin, Cost) { MustClose = true, MaxHeartbeats = MaxHeartbeats };
}
