using System.Text.Json;

namespace Prover.Cli.DeepThinking;

/// <summary>The words for outcomes, on the command line and in its JSON; part of its contract.</summary>
internal static class ThoughtWords
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
