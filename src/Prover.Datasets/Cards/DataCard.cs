namespace Prover.Datasets.Cards;

/// <summary>What a dataset is, where it comes from and how much of what it holds; the file <c>card.json</c>.</summary>
public sealed record DataCard
{
    /// <summary>Raised when columns or the card change their meaning.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Version of the card and the columns.</summary>
    public int CardFormat { get; init; } = CurrentFormat;

    /// <summary>What it is for: <c>sft</c>, <c>preference</c>, <c>grpo</c>, <c>proofs</c> or <c>statements</c>.</summary>
    public required string Format { get; init; }

    /// <summary><c>jsonl</c> or <c>parquet</c>.</summary>
    public required string FileFormat { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Version of this program.</summary>
    public required string Version { get; init; }

    /// <summary>The command that made it.</summary>
    public required string Command { get; init; }

    /// <summary>Where its entries come from.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Seed of the splits.</summary>
    public required int Seed { get; init; }

    /// <summary>The share of problems that was asked for validation.</summary>
    public required double ValidShare { get; init; }

    /// <summary>Groups of near-duplicates that the splits keep together, single problems among them.</summary>
    public required int Groups { get; init; }

    /// <summary>Problems of the largest group.</summary>
    public required int LargestGroup { get; init; }

    /// <summary>Weights of the rewards; null where there are none.</summary>
    public string? Reward { get; init; }

    /// <summary>The splits.</summary>
    public required IReadOnlyList<SplitCard> Splits { get; init; }

    /// <summary>Filters that were set, with what each dropped.</summary>
    public required IReadOnlyList<FilterCard> Filters { get; init; }

    /// <summary>Attempts and groups that were left out, by the reason.</summary>
    public required IReadOnlyDictionary<string, long> LeftOut { get; init; }

    /// <summary>What whoever made it says, decontamination above all.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}

/// <summary>One split. Each table of counts says how many rows, or texts in rows, there are of each kind.</summary>
public sealed record SplitCard
{
    /// <summary><c>train</c> or <c>valid</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Name of its file.</summary>
    public required string File { get; init; }

    /// <summary>Rows.</summary>
    public required long Rows { get; init; }

    /// <summary>Problems.</summary>
    public required long Problems { get; init; }

    /// <summary>Rows by source.</summary>
    public required IReadOnlyDictionary<string, long> BySource { get; init; }

    /// <summary>Rows by licence.</summary>
    public required IReadOnlyDictionary<string, long> ByLicence { get; init; }

    /// <summary>Rows by round; <c>none</c> for those without one.</summary>
    public required IReadOnlyDictionary<string, long> ByRound { get; init; }

    /// <summary>Texts by outcome; of statements, <c>statement</c>.</summary>
    public required IReadOnlyDictionary<string, long> ByOutcome { get; init; }

    /// <summary>Proofs by grade.</summary>
    public required IReadOnlyDictionary<string, long> ByGrade { get; init; }

    /// <summary>Texts by the Lean that judged them.</summary>
    public required IReadOnlyDictionary<string, long> ByToolchain { get; init; }

    /// <summary>Characters of the texts (proofs, or statements): percentiles by name; empty without texts.</summary>
    public required IReadOnlyDictionary<string, int> Length { get; init; }
}

/// <summary>A filter that was set.</summary>
/// <param name="Name">Which.</param>
/// <param name="Value">What it lets through.</param>
/// <param name="Problems">Problems that it dropped with all their attempts.</param>
/// <param name="Attempts">Attempts that it dropped, those of dropped problems among them.</param>
public sealed record FilterCard(string Name, string Value, long Problems, long Attempts);
