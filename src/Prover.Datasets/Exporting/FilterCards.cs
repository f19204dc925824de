using System.Globalization;
using Prover.Datasets.Cards;
using Prover.Datasets.Filtering;
using Prover.Datasets.Formats;

namespace Prover.Datasets.Exporting;

/// <summary>Filters as the card tells them: in the order in which they are asked.</summary>
internal static class FilterCards
{
    public static IReadOnlyList<FilterCard> Of(DatasetFilter filter, FilterTally tally)
    {
        IEnumerable<(string Name, string? Value)> all =
        [
            (FilterTally.Source, List(filter.Sources)),
            (FilterTally.Licence, List(filter.Licences)),
            (FilterTally.Round, filter.FirstRound is null && filter.LastRound is null ? null : $"{Number(filter.FirstRound)}-{Number(filter.LastRound)}"),
            (FilterTally.Origin, List(filter.Origins)),
            (FilterTally.Grade, Words.Of(filter.MinimumGrade)),
            (FilterTally.Length, filter.MaxProofLength is null ? null : Number(filter.MaxProofLength)),
        ];
        return
        [
            .. all.Where(f => f.Value is not null).Select(f =>
            {
                var (problems, attempts) = tally.Of(f.Name);
                return new FilterCard(f.Name, f.Value!, problems, attempts);
            }),
        ];
    }

    private static string? List(IReadOnlyList<string> values) => values.Count == 0 ? null : string.Join(", ", values);

    private static string Number(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;
}
