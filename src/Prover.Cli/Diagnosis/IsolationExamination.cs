using Prover.Lean.Isolation;
using Prover.Lean.Native;

namespace Prover.Cli.Diagnosis;

/// <summary>Says what keeps the programs that can stand in a text apart from this machine.</summary>
internal static class IsolationExamination
{
    public static async Task<Finding> NativeAsync(NativeToolchainOptions options, CancellationToken cancellationToken) =>
        Native(await Protection.FindAsync(cancellationToken).ConfigureAwait(false), options);

    public static Finding Native(Protection protection, NativeToolchainOptions options)
    {
        if (protection.IsSandbox)
        {
            return new Finding("isolation", FindingState.Ok, $"native Lean: {protection}");
        }

        // Whoever has no native Lean has nothing to mend.
        var state = options.ProjectDirectory is null ? FindingState.Ok : FindingState.Warning;
        return options.AllowUnprotected
            ? new Finding("isolation", state, $"native Lean: {protection} All texts are run, as was allowed; they can do whatever you can.", "Install bubblewrap.")
            : new Finding("isolation", state, $"native Lean: {protection} It refuses texts unless --allow-unprotected is given.", Remedy(state));
    }

    public static Finding Embedded() => new(
        "isolation",
        FindingState.Ok,
        "embedded Lean: WebAssembly in a Node without permission for network, processes and other files; its library read-only, a scratch folder for compiled files");

    private static string? Remedy(FindingState state) => state == FindingState.Ok ? null : UntrustedText.Remedy;
}
