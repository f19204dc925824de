using System.Globalization;

namespace Prover.Datasets.Rewards;

/// <summary>Which rewards make up the whole, each with its weight: the sum of weight × value.</summary>
/// <param name="Terms">The rewards, in the order given.</param>
public sealed record RewardSpec(IReadOnlyList<RewardTerm> Terms)
{
    /// <summary>The reward that is taken when none is named: the verdict alone.</summary>
    public static RewardSpec Default { get; } = new([new RewardTerm(RewardNames.Verified, 1)]);

    /// <summary>Reads a text such as <c>verified:1,format:0.1,length:0.05</c>.</summary>
    /// <exception cref="ArgumentException">It is none; the message says which part is at fault and what can stand there.</exception>
    public static RewardSpec Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var terms = new List<RewardTerm>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var term = Term(part, text);
            if (terms.Exists(t => t.Name == term.Name))
            {
                throw new ArgumentException($"The reward '{term.Name}' is named twice in '{text}'. Give each one weight.", nameof(text));
            }

            terms.Add(term);
        }

        return terms.Exists(t => t.Weight != 0)
            ? new RewardSpec(terms)
            : throw new ArgumentException($"All weights of '{text}' are 0: every answer would be worth the same.", nameof(text));
    }

    /// <summary>As <see cref="Parse"/> reads it.</summary>
    public override string ToString() =>
        string.Join(',', Terms.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Name}:{t.Weight}")));

    private static RewardTerm Term(string part, string text)
    {
        var colon = part.IndexOf(':', StringComparison.Ordinal);
        var name = (colon < 0 ? part : part[..colon]).Trim();
        if (!RewardNames.All.Contains(name, StringComparer.Ordinal))
        {
            throw new ArgumentException($"There is no reward '{name}' (in '{text}'). There are: {string.Join(", ", RewardNames.All)}; e.g. 'verified:1,format:0.1'.", nameof(text));
        }

        return colon >= 0 && double.TryParse(part.AsSpan(colon + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) && double.IsFinite(weight)
            ? new RewardTerm(name, weight)
            : throw new ArgumentException($"The reward '{name}' (in '{text}') has no weight. Write a number behind a colon, e.g. '{name}:1'.", nameof(text));
    }
}

/// <summary>A reward with its weight.</summary>
/// <param name="Name">One of <see cref="RewardNames"/>.</param>
/// <param name="Weight">What its value is multiplied with.</param>
public sealed record RewardTerm(string Name, double Weight);

/// <summary>Names of the rewards.</summary>
public static class RewardNames
{
    /// <summary>1 when Lean verifies the answer as a proof of the statement, 0 when it does not.</summary>
    public const string Verified = "verified";

    /// <summary>1 when the answer has the form that was asked for, 0 otherwise.</summary>
    public const string Format = "format";

    /// <summary>From 0 for nothing to −1 for long proofs.</summary>
    public const string Length = "length";

    /// <summary>The part of the goals that the proof closes.</summary>
    public const string Partial = "partial";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Verified, Format, Length, Partial];
}
