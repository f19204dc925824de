using Prover.Datasets.Entries;

namespace Prover.Datasets.Filtering;

/// <summary>How many problems and attempts each filter dropped; what one has dropped the next never sees.</summary>
internal sealed class FilterTally
{
    public const string Source = "source";
    public const string Licence = "licence";
    public const string Round = "round";
    public const string Origin = "origin";
    public const string Grade = "minimum_grade";
    public const string Length = "max_proof_chars";

    private readonly Dictionary<string, (long Problems, long Attempts)> _dropped = new(StringComparer.Ordinal);

    public void Dropped(string filter, DatasetEntry entry) => Add(filter, 1, entry.Attempts.Count);

    public void Dropped(string filter) => Add(filter, 0, 1);

    public (long Problems, long Attempts) Of(string filter) => _dropped.GetValueOrDefault(filter);

    private void Add(string filter, long problems, long attempts)
    {
        var before = Of(filter);
        _dropped[filter] = (before.Problems + problems, before.Attempts + attempts);
    }
}
