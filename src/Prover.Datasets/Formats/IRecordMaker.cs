using Prover.Core.Lean;
using Prover.Core.Verification;
using Prover.Datasets.Entries;

namespace Prover.Datasets.Formats;

/// <summary>Makes the rows of one format.</summary>
internal interface IRecordMaker
{
    /// <summary>Whether it needs attempts that proved nothing.</summary>
    bool NeedsFailures { get; }

    /// <summary>The rows of an entry; what it leaves out is counted.</summary>
    IEnumerable<MadeRecord> Make(DatasetEntry entry, LeftOut leftOut);
}

/// <summary>A row with what the card counts of it.</summary>
/// <param name="Record">The row.</param>
/// <param name="Items">The texts in it.</param>
internal sealed record MadeRecord(DatasetRecord Record, IReadOnlyList<CountedText> Items);

/// <summary>A text of a row, as far as it is counted.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Length">Its characters.</param>
internal readonly record struct CountedText(TextKind Kind, int Length)
{
    public static CountedText Of(DatasetAttempt attempt) =>
        new(new TextKind(attempt.Outcome.Word(), Words.Of(attempt.Grade), attempt.Toolchain), attempt.Length ?? 0);
}

/// <summary>What there are few kinds of.</summary>
internal sealed record TextKind(string Outcome, string? Grade, ToolchainIdentity? Toolchain);

/// <summary>Words of grades.</summary>
internal static class Words
{
    public static string? Of(Grade? grade) => grade switch
    {
        Grade.Compiled => "compiled",
        Grade.Audited => "audited",
        Grade.Replayed => "replayed",
        _ => null,
    };

    public static Grade? ToGrade(string? word) => word switch
    {
        "compiled" => Grade.Compiled,
        "audited" => Grade.Audited,
        "replayed" => Grade.Replayed,
        _ => null,
    };
}
