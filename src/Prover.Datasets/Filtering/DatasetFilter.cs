using Prover.Core.Verification;
using Prover.Datasets.Entries;

namespace Prover.Datasets.Filtering;

/// <summary>Which problems and attempts are wanted. What is not set drops nothing.</summary>
public sealed record DatasetFilter
{
    /// <summary>Proofs of at least this grade.</summary>
    public Grade? MinimumGrade { get; init; }

    /// <summary>Problems of this round and later ones; those without a round are dropped.</summary>
    public int? FirstRound { get; init; }

    /// <summary>Problems of this round and earlier ones; those without a round are dropped.</summary>
    public int? LastRound { get; init; }

    /// <summary>Attempts whose proof has at most this many characters.</summary>
    public int? MaxProofLength { get; init; }

    /// <summary>Problems of these sources and what lies under them: <c>miniF2F</c> takes <c>miniF2F/valid</c> too.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Problems under these licences, to the letter; <c>unknown</c> takes those without one.</summary>
    public IReadOnlyList<string> Licences { get; init; } = [];

    /// <summary>Attempts of these origins and what lies under them: <c>portfolio</c> takes <c>portfolio/omega</c> too.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>The word for a licence that nobody knows.</summary>
    public const string Unknown = "unknown";

    /// <summary>What is left of an entry; null when nothing is. What is dropped is counted.</summary>
    internal DatasetEntry? Apply(DatasetEntry entry, FilterTally tally)
    {
        if (DropsProblem(entry) is { } filter)
        {
            tally.Dropped(filter, entry);
            return null;
        }

        if (MinimumGrade is null && MaxProofLength is null && Origins.Count == 0)
        {
            return entry;
        }

        var kept = new List<DatasetAttempt>(entry.Attempts.Count);
        foreach (var attempt in entry.Attempts)
        {
            if (DropsAttempt(attempt) is { } dropping)
            {
                tally.Dropped(dropping);
            }
            else
            {
                kept.Add(attempt);
            }
        }

        return entry with { Attempts = kept };
    }

    private string? DropsProblem(DatasetEntry entry) =>
        Sources.Count > 0 && !Sources.Any(s => Lies(entry.Source, s)) ? FilterTally.Source
        : Licences.Count > 0 && !Licences.Contains(entry.Licence ?? Unknown, StringComparer.Ordinal) ? FilterTally.Licence
        : (FirstRound is not null || LastRound is not null) && !(entry.Round is { } round && round >= (FirstRound ?? int.MinValue) && round <= (LastRound ?? int.MaxValue)) ? FilterTally.Round
        : null;

    private string? DropsAttempt(DatasetAttempt attempt) =>
        Origins.Count > 0 && !Origins.Any(o => Lies(attempt.Origin, o)) ? FilterTally.Origin
        : attempt.Outcome == AttemptOutcome.Proved && MinimumGrade is { } least && !(attempt.Grade >= least) ? FilterTally.Grade
        : MaxProofLength is { } most && attempt.Length > most ? FilterTally.Length
        : null;

    private static bool Lies(string path, string under) =>
        path.StartsWith(under, StringComparison.Ordinal) && (path.Length == under.Length || path[under.Length] == '/');
}
