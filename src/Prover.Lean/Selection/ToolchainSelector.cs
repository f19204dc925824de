using Prover.Core.Lean;
using Prover.Lean.Embedded;
namespace Prover.Lean.Selection;
/// <summary>stub</summary>
public static class ToolchainSelector
{
    /// <summary>stub</summary>
    public static ILeanToolchain Select(ToolchainChoice choice, EmbeddedOptions embedded, object? native) => new EmbeddedToolchain(embedded);
}
