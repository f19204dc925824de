using System.Text.RegularExpressions;
using Prover.Core.Lean;

namespace Prover.Datasets.Sources;

/// <summary>Reads the Lean of a run's settings, which are for people: <c>embedded Lean 4.28.0 (1a2b3c4d5e6f)</c>.</summary>
internal static partial class RunToolchain
{
    /// <summary>The toolchain, with the beginning of its hash; null where it is written in another way.</summary>
    public static ToolchainIdentity? Parse(string lean) => Written().Match(lean) is { Success: true } match
        ? new ToolchainIdentity(match.Groups["kind"].Value, match.Groups["version"].Value, match.Groups["hash"].Value, match.Groups["kind"].Value == "native")
        : null;

    [GeneratedRegex(@"\A(?<kind>\w+) Lean (?<version>\S+) \((?<hash>[0-9a-f]+)\)\z")]
    private static partial Regex Written();
}
