using Prover.Core.Lean;
using Prover.Datasets.Entries;

namespace Prover.Datasets.Formats;

/// <summary>What all makers fill in alike.</summary>
internal static class RecordFields
{
    public static T With<T>(this T record, DatasetEntry entry)
        where T : DatasetRecord
    {
        record.ProblemId = entry.ProblemId;
        record.Name = entry.Name;
        record.Source = entry.Source;
        record.Licence = entry.Licence;
        record.Round = entry.Round;
        record.Statement = entry.Statement;
        record.Informal = entry.Informal;
        record.Parent = entry.Parent;
        return record;
    }

    public static List<ChatTurn> Assistant(string content) => [new ChatTurn { Role = "assistant", Content = content }];

    public static LeanColumns? Lean(ToolchainIdentity? toolchain) => toolchain is null
        ? null
        : new LeanColumns { Kind = toolchain.Kind, Version = toolchain.LeanVersion, Hash = toolchain.Hash, HasMathlib = toolchain.HasMathlib };
}
