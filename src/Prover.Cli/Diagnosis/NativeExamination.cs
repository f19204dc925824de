using Prover.Core.Lean;
using Prover.Lean.Native;

namespace Prover.Cli.Diagnosis;

/// <summary>Looks at the user's own Lean. It is optional: only a configured one that does not work is worth a warning.</summary>
internal static class NativeExamination
{
    public static async Task<Finding> RunAsync(NativeToolchainOptions options, CancellationToken cancellationToken)
    {
        var installation = NativeDiscovery.Look(options);
        if (!installation.IsComplete)
        {
            var missing = installation.Parts.First(p => p.Path is null);
            var isConfigured = options.ProjectDirectory is not null;
            return new Finding(
                "native Lean",
                isConfigured ? FindingState.Warning : FindingState.Ok,
                isConfigured ? $"{missing.What} not found at {string.Join("; ", missing.LookedAt)}" : "none configured; it is optional",
                isConfigured ? missing.Remedy : null);
        }

        using var lean = new NativeToolchain(options);
        try
        {
            var identity = await lean.PrepareAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
            return new Finding("native Lean", FindingState.Ok, $"{identity}, {(identity.HasMathlib ? "with" : "without")} Mathlib, in {installation.Project.Path}");
        }
        catch (ToolchainException e)
        {
            return new Finding("native Lean", FindingState.Warning, e.Message);
        }
    }
}
