using System.Globalization;
using System.Text.RegularExpressions;

namespace Prover.RepairBenchmark;

/// <summary>A simulated proof as text: one line for each step, right or wrong.</summary>
internal static partial class ProofLines
{
    public const string Right = "good";

    private const string Wrong = "bad";

    /// <summary>A step that is wrong in one of many ways.</summary>
    public static string AnyWrong(Draws draws) => Wrong + draws.Below(1_000_000).ToString(CultureInfo.InvariantCulture);

    public static string Write(IEnumerable<string> steps) => "by\n" + string.Join('\n', steps.Select((step, i) => $"  have s{i + 1} := {step}"));

    /// <summary>The steps that stand in a text, in order.</summary>
    public static IReadOnlyList<string> Read(string text) => [.. Steps().Matches(text).Select(m => m.Groups["step"].Value)];

    [GeneratedRegex(@"^  have s\d+ := (?<step>.*)$", RegexOptions.Multiline)]
    public static partial Regex Steps();
}
