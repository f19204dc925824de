using Prover.Datasets.Entries;

namespace Prover.Datasets.Formats;

/// <summary>Attempts and groups that a format leaves out, by the reason.</summary>
internal sealed class LeftOut
{
    public const string Duplicate = "duplicate";
    public const string BeyondLimit = "beyond_limit_per_problem";
    public const string WithoutText = "text_not_kept";
    public const string WithoutGrade = "grade_not_kept";
    public const string OtherHeader = "text_without_the_statements_header";
    public const string ZeroVariance = "group_of_zero_variance";

    private readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, long> Counts => _counts;

    public void Add(string reason, long count = 1)
    {
        if (count > 0)
        {
            _counts[reason] = _counts.GetValueOrDefault(reason) + count;
        }
    }

    /// <summary>Counts what says nothing about its text, each under its own name.</summary>
    public void AddUnknown(DatasetEntry entry)
    {
        foreach (var attempt in entry.Attempts.Where(a => !a.Outcome.IsKnown()))
        {
            Add(attempt.Outcome.Word());
        }
    }
}
