using System.Globalization;

namespace Prover.Bench.Reports;

/// <summary>How figures are written for people. Rounding never turns "nearly" into "all" or "none".</summary>
internal static class Figures
{
    private const string Space = "\u00a0"; // no line break between a number and its unit

    /// <summary>A part as a percentage with one digit, e.g. <c>41.2 %</c>.</summary>
    public static string Percent(double part) => part switch
    {
        > 0 and < 0.0005 => $"<{Space}0.1{Space}%",
        < 1 and >= 0.9995 => $">{Space}99.9{Space}%",
        _ => Format(part * 100, "0.0") + Space + "%",
    };

    /// <summary>Two parts as an interval, e.g. <c>41.2 % – 45.1 %</c>; a single figure where both are written alike.</summary>
    public static string Interval(double low, double high)
    {
        var (from, to) = (Percent(low), Percent(high));
        return from == to ? from : $"{from} – {to}";
    }

    /// <summary>A difference of parts in percentage points with its sign, e.g. <c>+4.2</c>.</summary>
    public static string Points(double difference) => Format(difference * 100, "+0.0;−0.0;0.0");

    /// <summary>A p-value with two significant digits.</summary>
    public static string PValue(double p) => p < 0.0001 ? "<" + Space + "0.0001" : Significant(p, 2);

    /// <summary>A time, e.g. <c>0.42 s</c>, <c>12.3 s</c>, <c>4 min 05 s</c> or <c>3 h 20 min</c>.</summary>
    public static string Seconds(double seconds)
    {
        if (seconds < 59.95)
        {
            return Format(seconds, seconds < 9.995 ? "0.00" : "0.0") + Space + "s";
        }

        var whole = (long)Math.Round(seconds);
        return whole < 3600
            ? $"{Format(whole / 60, "0")}{Space}min{Space}{Format(whole % 60, "00")}{Space}s"
            : $"{Format(whole / 3600, "#,0")}{Space}h{Space}{Format(whole % 3600 / 60, "00")}{Space}min";
    }

    /// <summary>A whole number, with commas at the thousands.</summary>
    public static string Count(double number) => Format(number, "#,0");

    /// <summary>A number with so many significant digits.</summary>
    public static string Significant(double number, int digits)
    {
        if (number == 0)
        {
            return "0";
        }

        var decimals = digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(number)));
        return decimals switch
        {
            > 12 => number.ToString("0.##e0", CultureInfo.InvariantCulture),
            > 0 => number.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
            _ => Count(number),
        };
    }

    /// <summary>A moment in UTC.</summary>
    public static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    private static string Format(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
