using Prover.Bench.Data;
using Prover.Core.Statements;
using Prover.Core.Verification;
using Prover.Rounds.Problems.Keys;
using Prover.Rounds.Problems.Syntax;

namespace Prover.Rounds.Problems.Contamination;

/// <summary>Finds problems of evaluation sets among others: what is learned from must not be what is measured on.</summary>
/// <remarks>Thread-safe. Near statements are found by the Jaccard similarity of their runs of three tokens with names made alike. It is computed
/// exactly, not estimated; candidates come from an index over each statement's rarest runs (prefix filtering, Bayardo, Ma and Srikant, 2007), so that
/// most pairs are never looked at.</remarks>
public sealed class Decontamination
{
    /// <summary>The usual threshold of similarity. Runs of three overlap, so that one replaced token takes away three: of 30 tokens, about 0.8 is
    /// left.</summary>
    public const double UsualThreshold = 0.8;

    private readonly List<Entry> _entries = [];
    private readonly Dictionary<string, int> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _normalised = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _frequency = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _index = new(StringComparer.Ordinal);
    private readonly double _threshold;

    /// <summary>Indexes evaluation sets.</summary>
    /// <param name="evaluation">The sets.</param>
    /// <param name="threshold">The least similarity of a near statement, above 0 and at most 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is not.</exception>
    public Decontamination(IEnumerable<DataSet> evaluation, double threshold = UsualThreshold)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threshold);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(threshold, 1);
        _threshold = threshold;
        foreach (var (set, problem) in evaluation.SelectMany(s => s.Problems.Select(p => (s.Identity.Name, p))))
        {
            var shingles = Shingles.Of(problem.Statement);
            _exact.TryAdd(ExactText(problem.Statement), _entries.Count);
            _normalised.TryAdd(StatementKey.Of(problem.Statement).Text, _entries.Count);
            _entries.Add(new Entry(set, problem.Name, [.. shingles]));
            foreach (var run in shingles)
            {
                _frequency[run] = _frequency.GetValueOrDefault(run) + 1;
            }
        }

        for (var i = 0; i < _entries.Count; i++)
        {
            foreach (var run in Rarest([.. _entries[i].Shingles]))
            {
                (_index.TryGetValue(run, out var those) ? those : _index[run] = []).Add(i);
            }
        }
    }

    /// <summary>The hits, in the order of the problems; at most one of each, the closest.</summary>
    /// <param name="problems">Names and statements.</param>
    /// <param name="cancellationToken">The token.</param>
    public IReadOnlyList<ContaminationHit> Find(IEnumerable<BenchProblem> problems, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problems);
        return [.. problems.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(p => Find(p.Name, p.Statement)).OfType<ContaminationHit>()];
    }

    /// <summary>The closest hit; null when there is none.</summary>
    /// <param name="name">The problem's name, for the hit.</param>
    /// <param name="statement">Its statement.</param>
    public ContaminationHit? Find(string name, string statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var shingles = Shingles.Of(statement);
        return _exact.TryGetValue(ExactText(statement), out var entry) ? Hit(Likeness.Exact)
            : _normalised.TryGetValue(StatementKey.Of(statement).Text, out entry) ? Hit(Likeness.Normalised)
            : Nearest(name, shingles);

        ContaminationHit Hit(Likeness likeness) => new(name, likeness, Similarity(shingles, _entries[entry].Shingles), _entries[entry].DataSet, _entries[entry].Name);
    }

    private ContaminationHit? Nearest(string name, IReadOnlyList<string> shingles)
    {
        var candidates = Rarest(shingles).SelectMany(run => _index.GetValueOrDefault(run) ?? []).Distinct().Order();
        var (best, nearest) = (0.0, -1);
        foreach (var candidate in candidates)
        {
            var size = _entries[candidate].Shingles.Count;
            if (Math.Min(size, shingles.Count) >= _threshold * Math.Max(size, shingles.Count)
                && Similarity(shingles, _entries[candidate].Shingles) is var similarity && similarity >= _threshold && similarity > best)
            {
                (best, nearest) = (similarity, candidate);
            }
        }

        return nearest < 0 ? null : new ContaminationHit(name, Likeness.Near, best, _entries[nearest].DataSet, _entries[nearest].Name);
    }

    /// <summary>So many of the rarest runs that two statements as similar as the threshold must share one of them.</summary>
    private IEnumerable<string> Rarest(IReadOnlyList<string> shingles) => shingles
        .OrderBy(s => _frequency.GetValueOrDefault(s)).ThenBy(s => s, StringComparer.Ordinal)
        .Take(shingles.Count - (int)Math.Ceiling((_threshold * shingles.Count) - 1e-9) + 1);

    private static double Similarity(IReadOnlyList<string> first, HashSet<string> second)
    {
        var shared = first.Count(second.Contains);
        return (double)shared / (first.Count + second.Count - shared);
    }

    private static string ExactText(string statement)
    {
        try
        {
            var theorem = TheoremStatement.Parse(statement);
            return $"{Statement.PrefaceOf(theorem)} ; {string.Join(' ', LeanTokens.Of(theorem.Body))}";
        }
        catch (InvalidStatementException)
        {
            return string.Join(' ', LeanTokens.Of(statement));
        }
    }

    private sealed record Entry(string DataSet, string Name, HashSet<string> Shingles);
}
