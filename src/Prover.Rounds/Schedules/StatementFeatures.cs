using System.Globalization;
using Prover.Rounds.Problems.Keys;
using Prover.Rounds.Problems.Syntax;

namespace Prover.Rounds.Schedules;

/// <summary>What of a statement speaks for its difficulty, read off its tokens.</summary>
/// <param name="Tokens">How many tokens.</param>
/// <param name="Quantifiers">How many <c>∀</c> and <c>∃</c>.</param>
/// <param name="Variables">How many different names it binds.</param>
/// <param name="LargestExponent">The largest numeral that is an exponent, at most 10; 10 where an exponent is no numeral.</param>
/// <param name="Applications">How often a function that it binds is applied.</param>
public sealed record StatementFeatures(int Tokens, int Quantifiers, int Variables, int LargestExponent, int Applications)
{
    private const int MaxExponent = 10;

    /// <summary>Reads them off a statement.</summary>
    public static StatementFeatures Of(string statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var tokens = LeanTokens.Of(statement);
        var bound = BoundNames.Of(tokens);
        var exponents = tokens.Zip(tokens.Skip(1)).Where(p => p.First == "^").Select(p =>
            int.TryParse(p.Second, NumberStyles.None, CultureInfo.InvariantCulture, out var exponent) ? Math.Min(exponent, MaxExponent) : MaxExponent);
        var applications = tokens.Zip(tokens.Skip(1)).Count(p => bound.Contains(p.First) && (p.Second == "(" || LeanTokens.IsName(p.Second) || LeanTokens.IsNumeral(p.Second)));
        return new StatementFeatures(tokens.Count, tokens.Count(t => t is "∀" or "∃"), bound.Count, exponents.DefaultIfEmpty(0).Max(), applications);
    }
}
