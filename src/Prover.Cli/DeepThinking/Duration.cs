using System.Globalization;
using System.Text.RegularExpressions;
using Prover.Cli.Input;

namespace Prover.Cli.DeepThinking;

/// <summary>Reads lengths of time as people write them: <c>90s</c>, <c>10m</c>, <c>1.5h</c>; a bare number is seconds.</summary>
internal static partial class Duration
{
    /// <exception cref="UsageException">It is none, or not positive.</exception>
    public static TimeSpan Read(string text, string option)
    {
        var match = Form().Match(text);
        if (!match.Success || !double.TryParse(match.Groups["number"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || number <= 0 || number > 1_000_000)
        {
            throw new UsageException($"{option} must be a length of time such as 90s, 10m or 2h, not '{text}'.");
        }

        return match.Groups["unit"].Value switch
        {
            "m" => TimeSpan.FromMinutes(number),
            "h" => TimeSpan.FromHours(number),
            _ => TimeSpan.FromSeconds(number),
        };
    }

    [GeneratedRegex(@"\A(?<number>[0-9]+(\.[0-9]+)?)(?<unit>[smh]?)\z")]
    private static partial Regex Form();
}
