using Prover.Core.Statements;
using Prover.Core.Verification;

namespace Prover.Datasets.Entries;

/// <summary>A problem with what was tried on it: what every export is made of, wherever it comes from.</summary>
/// <param name="ProblemId">Id of the problem; entries with the same one are of the same problem.</param>
/// <param name="Name">Name of the theorem.</param>
/// <param name="Statement">The trusted statement: Lean text with its own imports and opening commands that ends in the head of one theorem.</param>
/// <param name="Source">Where the problem comes from, parts after a slash, e.g. <c>miniF2F/valid</c> or <c>generated/identities</c>.</param>
public sealed record DatasetEntry(string ProblemId, string Name, string Statement, string Source)
{
    /// <summary>The problem in natural language; null when there is none.</summary>
    public string? Informal { get; init; }

    /// <summary>Whose terms the problem comes under; null when not known.</summary>
    public string? Licence { get; init; }

    /// <summary>The round of expert iteration that it belongs to; null when it belongs to none.</summary>
    public int? Round { get; init; }

    /// <summary>Name of the problem that it is a variant of; null for none.</summary>
    public string? Parent { get; init; }

    /// <summary>What was tried, oldest first.</summary>
    public IReadOnlyList<DatasetAttempt> Attempts { get; init; } = [];

    /// <summary>Imports and opening commands of the statement; may be empty.</summary>
    public string Header => LeanHeader.Split(Statement).Text;

    /// <summary>The id of a problem whose source has none for it: a hash of its statement.</summary>
    public static string IdOf(string statement) => ContentKey.Hash(statement);
}
