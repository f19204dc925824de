using Prover.Core.Sampling.Portfolio.Expressions;

namespace Prover.Core.Identities.Sums;

/// <summary>Signs that coefficients show.</summary>
internal static class Signs
{
    /// <summary>Whether a polynomial in the variable minus a number has no negative coefficient.</summary>
    public static bool IsNonnegative(Polynomial polynomial, int from)
    {
        var shifted = Univariate.Shift(polynomial, from);
        return shifted.Monomials.All(m => shifted[m].Numerator.Sign >= 0);
    }

    /// <summary>Whether, besides, the constant one is positive: then the polynomial is positive from that number on.</summary>
    public static bool IsPositive(Polynomial polynomial, int from) =>
        IsNonnegative(polynomial, from) && Univariate.At(polynomial, from).Numerator.Sign > 0;

    /// <summary>Whether a function is positive from a number on, shown by coefficients.</summary>
    public static bool IsPositive(RationalFunction function, int from) => IsPositive(function.Numerator, from) && IsPositive(function.Denominator, from);
}
