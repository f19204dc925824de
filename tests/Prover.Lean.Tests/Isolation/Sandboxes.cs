using Prover.Lean.Isolation;
using Prover.Lean.Native;

namespace Prover.Lean.Tests.Isolation;

/// <summary>Sandboxes for tests.</summary>
internal static class Sandboxes
{
    /// <summary>The options with a sandbox and nothing less; the test is skipped, with the reason, where none can be.</summary>
    public static async Task<NativeToolchainOptions> RequireAsync(NativeToolchainOptions options)
    {
        var found = await Protection.FindAsync(TestContext.Current.CancellationToken);
        Assert.SkipUnless(found.IsSandbox, found.WhyNot);
        return options with { AllowUnprotected = false, Protection = found };
    }
}
