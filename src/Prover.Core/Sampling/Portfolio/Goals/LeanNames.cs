using System.Text.RegularExpressions;

namespace Prover.Core.Sampling.Portfolio.Goals;

/// <summary>Patterns for names in Lean text.</summary>
internal static class LeanNames
{
    private const string Before = @"(?<![\w.₀-₉'])";
    private const string After = @"(?![\w₀-₉'])";

    /// <summary>A pattern of the name as a whole word.</summary>
    public static string Word(string name) => Before + Regex.Escape(name) + After;

    /// <summary>Whether the name occurs as a whole word.</summary>
    public static bool Mentions(string text, string name) => Regex.IsMatch(text, Word(name));

    /// <summary>Whether the name occurs in an exponent: <c>2 ^ n</c> or <c>2 ^ (n + 1)</c>.</summary>
    public static bool InExponent(string text, string name) =>
        Regex.IsMatch(text, $@"\^ ({Regex.Escape(name)}{After}|\([^()]*{Word(name)}[^()]*\))");
}
