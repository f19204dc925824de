using System.Numerics;
using Prover.Core.Formalization.Examination.Evaluation;

namespace Prover.Core.Refutation.Values;

/// <summary>The integers with one remainder modulo a number.</summary>
/// <param name="Remainder">From 0 up to below the modulus.</param>
/// <param name="Modulus">Positive.</param>
internal readonly record struct ResidueClass(BigInteger Remainder, BigInteger Modulus)
{
    /// <summary>All integers.</summary>
    public static ResidueClass All { get; } = new(0, 1);

    /// <summary>The integers in both, by the Chinese remainder theorem; null where there is none.</summary>
    public ResidueClass? And(ResidueClass other)
    {
        var divisor = BigInteger.GreatestCommonDivisor(Modulus, other.Modulus);
        if (!((other.Remainder - Remainder) % divisor).IsZero)
        {
            return null;
        }

        var (step, modulus) = (Modulus / divisor, other.Modulus / divisor);
        var times = modulus.IsOne ? 0 : TermEvaluator.Remainder((other.Remainder - Remainder) / divisor * Inverse(step, modulus), modulus);
        var product = Modulus * modulus;
        return new ResidueClass(TermEvaluator.Remainder(Remainder + (Modulus * times), product), product);
    }

    /// <summary>The smallest member that is not smaller.</summary>
    public BigInteger From(BigInteger least) => least + TermEvaluator.Remainder(Remainder - least, Modulus);

    private static BigInteger Inverse(BigInteger value, BigInteger modulus)
    {
        var (a, b, x, next) = (TermEvaluator.Remainder(value, modulus), modulus, BigInteger.One, BigInteger.Zero);
        while (!b.IsZero)
        {
            var quotient = a / b;
            (a, b) = (b, a - (quotient * b));
            (x, next) = (next, x - (quotient * next));
        }

        return x;
    }
}
