using System.Text;
using Prover.Core.Memory.Features;
using Prover.Core.Memory.Terms;

namespace Prover.Core.Memory.Adaptation;

/// <summary>What a piece of a tactic refers to.</summary>
internal enum TacticPartKind
{
    /// <summary>A keyword, a constant, a bracket: stays as it is.</summary>
    Fixed,

    /// <summary>A variable or hypothesis of the goal.</summary>
    Local,

    /// <summary>A name that the tactic itself brings.</summary>
    Introduced,

    /// <summary>A number.</summary>
    Numeral,
}

/// <summary>A piece of a tactic.</summary>
/// <param name="Kind">What it refers to.</param>
/// <param name="Token">Its text and place.</param>
/// <param name="Local">Which local of the goal; -1 for anything else.</param>
internal readonly record struct TacticPart(TacticPartKind Kind, LeanToken Token, int Local);

/// <summary>A tactic, read beside the goal that it was applied to.</summary>
internal sealed class TacticText
{
    private TacticText(string text, IReadOnlyList<TacticPart> parts)
    {
        (Text, Parts) = (text, parts);
        Locals = [.. parts.Where(p => p.Kind == TacticPartKind.Local).Select(p => p.Local).Distinct()];
        Introduced = [.. parts.Where(p => p.Kind == TacticPartKind.Introduced).Select(p => p.Token.FirstPart).Distinct(StringComparer.Ordinal)];
        Numerals = [.. parts.Where(p => p.Kind == TacticPartKind.Numeral).Select(p => p.Token.Text).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>Its pieces.</summary>
    public IReadOnlyList<TacticPart> Parts { get; }

    /// <summary>The goal's locals that it names.</summary>
    public IReadOnlyList<int> Locals { get; }

    /// <summary>The names that it brings.</summary>
    public IReadOnlyList<string> Introduced { get; }

    /// <summary>The numbers in it.</summary>
    public IReadOnlyList<string> Numerals { get; }

    /// <summary>A hash that tactics share which differ only in names of locals and in layout.</summary>
    public ulong Kind => Parts.Aggregate(0UL, (hash, part) => Fingerprint.Join(hash, part.Kind switch
    {
        TacticPartKind.Local or TacticPartKind.Introduced => Fingerprint.Join((ulong)part.Kind, Fingerprint.Of(part.Token.Text.AsSpan(part.Token.FirstPart.Length))),
        _ => Fingerprint.Of(part.Token.Text),
    }));

    /// <summary>Reads a tactic.</summary>
    public static TacticText Read(string text, GoalTerms goal)
    {
        var tokens = LeanLexer.Read(text);
        var introductions = Introductions.In(text, tokens);
        var parts = new TacticPart[tokens.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = tokens[i].Kind switch
            {
                LeanTokenKind.Numeral => new TacticPart(TacticPartKind.Numeral, tokens[i], -1),
                LeanTokenKind.Identifier when introductions.Covers(i) => new TacticPart(TacticPartKind.Introduced, tokens[i], -1),
                LeanTokenKind.Identifier when !introductions.IsLabel(i) && goal.IndexOf(tokens[i].FirstPart) is >= 0 and var local =>
                    new TacticPart(TacticPartKind.Local, tokens[i], local),
                _ => new TacticPart(TacticPartKind.Fixed, tokens[i], -1),
            };
        }

        return new TacticText(text, parts);
    }

    /// <summary>The text with other names and numbers.</summary>
    /// <param name="replace">What stands in a piece's place.</param>
    public string With(Func<TacticPart, string> replace)
    {
        var result = new StringBuilder(Text.Length + 16);
        var from = 0;
        foreach (var part in Parts.Where(p => p.Kind != TacticPartKind.Fixed))
        {
            result.Append(Text, from, part.Token.Start - from).Append(replace(part));
            from = part.Token.End;
        }

        return result.Append(Text, from, Text.Length - from).ToString();
    }
}
