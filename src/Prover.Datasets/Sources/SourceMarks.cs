namespace Prover.Datasets.Sources;

/// <summary>What a source does not know of its problems itself.</summary>
/// <param name="Source">The source that they are said to come from; null takes what is known.</param>
/// <param name="Licence">Their licence; null when not known.</param>
/// <param name="Round">Their round; null for none.</param>
public sealed record SourceMarks(string? Source = null, string? Licence = null, int? Round = null);
