using Prover.Datasets.Formats;

namespace Prover.Datasets.Files;

/// <summary>The files of a dataset's folder.</summary>
internal static class DatasetPaths
{
    public const string Train = "train";
    public const string Valid = "valid";
    public const string Card = "card.json";
    public const string CardPage = "card.md";
    public const string Sums = "SHA256SUMS";

    /// <summary>The splits, in their order.</summary>
    public static readonly IReadOnlyList<string> Splits = [Train, Valid];

    /// <summary>Name of a split's file.</summary>
    public static string Of(string split, FileFormat format) => $"{split}.{(format == FileFormat.Parquet ? "parquet" : "jsonl")}";
}
