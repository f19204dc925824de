using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Identities.Inequalities;

/// <summary>An inequality between two terms.</summary>
internal sealed record Inequality(string Smaller, string Larger, bool IsStrict)
{
    /// <summary>Reads one; null for other propositions.</summary>
    public static Inequality? Read(string text)
    {
        foreach (var (sign, isStrict, isTurned) in new[] { (" ≤ ", false, false), (" < ", true, false), (" ≥ ", false, true), (" > ", true, true) })
        {
            if (TopLevel.Split(text.Trim(), sign) is [var left, var right])
            {
                return isTurned ? new Inequality(right, left, isStrict) : new Inequality(left, right, isStrict);
            }
        }

        return null;
    }
}
