using System.Globalization;
using Prover.Datasets.Files;
using Prover.Datasets.Filtering;
using Prover.Datasets.Formats;

namespace Prover.Datasets.Cards;

/// <summary>Counts the rows of a split as they are written.</summary>
internal sealed class SplitTally
{
    private static readonly (string Name, double Share)[] Percentiles = [("min", 0), ("p5", 0.05), ("p25", 0.25), ("p50", 0.5), ("p75", 0.75), ("p95", 0.95), ("p99", 0.99), ("max", 1)];

    private readonly Dictionary<RowKind, long> _rows = [];
    private readonly Dictionary<TextKind, long> _texts = [];
    private readonly SortedDictionary<int, long> _lengths = [];
    private readonly HashSet<int> _problems = [];

    public void Add(SpooledRow row)
    {
        _problems.Add(row.Problem);
        _rows[row.Kind] = _rows.GetValueOrDefault(row.Kind) + 1;
        foreach (var item in row.Items)
        {
            _texts[item.Kind] = _texts.GetValueOrDefault(item.Kind) + 1;
            _lengths[item.Length] = _lengths.GetValueOrDefault(item.Length) + 1;
        }
    }

    public SplitCard Of(string name, FileFormat format) => new()
    {
        Name = name,
        File = DatasetPaths.Of(name, format),
        Rows = _rows.Values.Sum(),
        Problems = _problems.Count,
        BySource = By(_rows, r => r.Source),
        ByLicence = By(_rows, r => r.Licence ?? DatasetFilter.Unknown),
        ByRound = By(_rows, r => r.Round?.ToString(CultureInfo.InvariantCulture) ?? "none"),
        ByOutcome = By(_texts, t => t.Outcome),
        ByGrade = By(_texts.Where(t => t.Key.Grade is not null), t => t.Grade!),
        ByToolchain = By(_texts, t => t.Toolchain is { } lean ? $"{lean} ({lean.Hash[..Math.Min(12, lean.Hash.Length)]})" : "unknown"),
        Length = Lengths(),
    };

    private static SortedDictionary<string, long> By<T>(IEnumerable<KeyValuePair<T, long>> counts, Func<T, string> name)
    {
        var by = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (key, count) in counts)
        {
            by[name(key)] = by.GetValueOrDefault(name(key)) + count;
        }

        return by;
    }

    private Dictionary<string, int> Lengths()
    {
        var total = _lengths.Values.Sum();
        var found = new Dictionary<string, int>();
        foreach (var (name, share) in total == 0 ? [] : Percentiles)
        {
            // The smallest length that so many are not longer than (nearest rank).
            var rank = Math.Max(1, (long)Math.Ceiling(share * total));
            foreach (var (length, count) in _lengths)
            {
                rank -= count;
                if (rank <= 0)
                {
                    found[name] = length;
                    break;
                }
            }
        }

        return found;
    }
}
