using Prover.Core.Lean;

namespace Prover.Core.Prompts;

/// <summary>Which Lean a model writes for, and what is there to use.</summary>
/// <param name="LeanVersion">Version of Lean, e.g. <c>4.28.0</c>.</param>
/// <param name="HasMathlib">Whether Mathlib is there.</param>
public sealed record LeanLibrary(string LeanVersion, bool HasMathlib)
{
    /// <summary>That of a toolchain.</summary>
    public static LeanLibrary Of(ToolchainIdentity toolchain)
    {
        ArgumentNullException.ThrowIfNull(toolchain);
        return new LeanLibrary(toolchain.LeanVersion, toolchain.HasMathlib);
    }

    /// <summary>Adds what prompts say of it: <c>lean</c> (the version) and <c>mathlib</c> (true or false).</summary>
    public Dictionary<string, object> AddTo(IEnumerable<KeyValuePair<string, object>> values) =>
        new(values) { ["lean"] = LeanVersion, ["mathlib"] = HasMathlib };
}
