using System.Text.Json;
using Prover.Core.Formalization;

namespace Prover.Cli.Formalizations;

/// <summary>The words for levels, evidence and findings on the command line and in its JSON; part of its contract.</summary>
internal static class FormalizationNames
{
    public static string Of(FaithfulnessLevel level) => Snake(level.ToString());

    public static string Of(EvidenceKind kind) => Snake(kind.ToString());

    public static string Of(Finding finding) => Snake(finding.ToString());

    private static string Snake(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
