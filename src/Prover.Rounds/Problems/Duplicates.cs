using Prover.Bench.Data;
using Prover.Rounds.Problems.Keys;

namespace Prover.Rounds.Problems;

/// <summary>A problem that was there before.</summary>
/// <param name="Problem">Its name.</param>
/// <param name="First">The first problem with the same <see cref="StatementKey"/>.</param>
public sealed record Duplicate(string Problem, string First);

/// <summary>Finds duplicates up to renaming.</summary>
public static class Duplicates
{
    /// <summary>All problems whose statement an earlier one has; headers are not looked at.</summary>
    public static IReadOnlyList<Duplicate> Find(IEnumerable<BenchProblem> problems, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        var keys = problems.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(p => (p.Name, StatementKey.Of(p.Statement).Text));
        return [.. keys.AsSequential().Where(p => !first.TryAdd(p.Text, p.Name)).Select(p => new Duplicate(p.Name, first[p.Text]))];
    }
}
