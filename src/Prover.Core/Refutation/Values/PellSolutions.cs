using System.Numerics;

namespace Prover.Core.Refutation.Values;

/// <summary>Solutions of Pell's equations x² − D·y² = ±1, by the continued fraction of √D. The smallest can be large: 1766319049 for D = 61.</summary>
internal static class PellSolutions
{
    private const int MaxPeriod = 2_000;

    /// <summary>The smallest solutions in positive numbers, of both signs, smallest first; none where D is a square or the period is too long.</summary>
    /// <param name="d">D, positive.</param>
    /// <param name="count">How many at most.</param>
    public static IReadOnlyList<(BigInteger X, BigInteger Y)> Of(int d, int count)
    {
        var root = (int)Math.Sqrt(d);
        if (d <= 1 || root * root == d)
        {
            return [];
        }

        var found = new List<(BigInteger, BigInteger)>();
        var (m, q, a) = (0, 1, root);
        var (x, y, lastX, lastY) = ((BigInteger)root, BigInteger.One, BigInteger.One, BigInteger.Zero);
        for (var step = 0; step < MaxPeriod && found.Count < count; step++)
        {
            if (BigInteger.Abs((x * x) - (d * y * y)).IsOne)
            {
                found.Add((x, y));
            }

            m = (a * q) - m;
            q = (d - (m * m)) / q;
            a = (root + m) / q;
            (x, lastX) = ((a * x) + lastX, x);
            (y, lastY) = ((a * y) + lastY, y);
        }

        return found;
    }
}
