using System.Globalization;
using System.Numerics;

namespace Prover.Core.Memory.Features;

/// <summary>Sorts numerals into few classes: tactics care what sort of number stands there more than which.</summary>
internal static class NumberClass
{
    private const int Small = 13;
    private const int Large = 10_000;

    /// <summary>The class of a numeral.</summary>
    public static string Of(string numeral)
    {
        if (!BigInteger.TryParse(numeral, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            return "other";
        }

        return value <= 2 ? numeral
            : value.IsPowerOfTwo ? "power of two"
            : value < Small ? (value.IsEven ? "small even" : "small odd")
            : value >= Large ? "large"
            : IsPrime((int)value) ? "prime"
            : value.IsEven ? "even" : "odd";
    }

    private static bool IsPrime(int value)
    {
        for (var divisor = 2; divisor * divisor <= value; divisor++)
        {
            if (value % divisor == 0)
            {
                return false;
            }
        }

        return value > 1;
    }
}
