using Prover.Core.Lean;
using Prover.Core.Verification;

namespace Prover.Cli.Output;

/// <summary>The words for verdicts, grades and severities on the command line and in its JSON; part of its contract.</summary>
internal static class VerdictNames
{
    public static string Of(VerdictKind kind) => kind.Word();

    public static string? Of(Grade? grade) => grade?.ToString().ToLowerInvariant();

    public static string Of(LeanSeverity severity) => severity switch
    {
        LeanSeverity.Error => "error",
        LeanSeverity.Warning => "warning",
        _ => "info",
    };
}
