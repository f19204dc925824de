namespace Prover.Core.Lean;

/// <summary>Which Lean gave an answer; part of every content key, so that answers of different toolchains never mix.</summary>
/// <param name="Kind"><c>embedded</c> or <c>native</c>.</param>
/// <param name="LeanVersion">Lean's version, e.g. <c>4.28.0-pre</c>.</param>
/// <param name="Hash">Hex SHA-256 over what determines its answers: pinned packages and host program (embedded),
/// or version, commit and the project's manifest (native).</param>
/// <param name="HasMathlib">True when <c>import Mathlib</c> is expected to work.</param>
public sealed record ToolchainIdentity(string Kind, string LeanVersion, string Hash, bool HasMathlib)
{
    /// <inheritdoc />
    public override string ToString() => $"{Kind} Lean {LeanVersion}";
}
