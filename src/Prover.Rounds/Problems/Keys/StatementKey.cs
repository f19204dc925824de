using Prover.Core.Statements;
using Prover.Core.Verification;
using Prover.Rounds.Problems.Syntax;

namespace Prover.Rounds.Problems.Keys;

/// <summary>The normal form of a statement as it is written: equal for statements that differ only in names, white space, comments, grouping and
/// order of binders, binders or <c>∀</c>, direction of <c>&lt; ≤</c>, or order of operands where that says the same.</summary>
/// <remarks>Equal keys mean the same statement; different keys do not mean different ones. Nothing is elaborated: for plain duplicates, not for
/// verdicts. Statements with notations that are not known here are compared token by token, with the names that they bind numbered in the order of
/// their first use.</remarks>
/// <param name="Text">The normal form.</param>
/// <param name="IsRead">Whether the statement was read; otherwise it was compared token by token.</param>
public sealed record StatementKey(string Text, bool IsRead)
{
    /// <summary>Hex SHA-256 of the normal form.</summary>
    public string Hash => ContentKey.Hash([Text]);

    /// <summary>The key of a statement, with or without a hole for the proof.</summary>
    public static StatementKey Of(string statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return Statement.Read(statement) is { } read ? Of(read) : OfTokens(statement);
    }

    internal static StatementKey Of(Statement read)
    {
        var text = CanonicalNumbering.Of(Telescoped.Of(read));
        return new StatementKey(read.Preface.Length == 0 ? text : $"{read.Preface} ; {text}", IsRead: true);
    }

    private static StatementKey OfTokens(string statement)
    {
        var (preface, body) = (string.Empty, statement);
        try
        {
            var theorem = TheoremStatement.Parse(statement);
            (preface, body) = (Statement.PrefaceOf(theorem), theorem.Body);
        }
        catch (InvalidStatementException)
        {
            // No theorem: the whole text is compared.
        }

        var tokens = LeanTokens.Of(body);
        var bound = BoundNames.Of(tokens);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var named = tokens.Select(t => bound.Contains(t) ? $"#{(numbers.TryGetValue(t, out var number) ? number : numbers[t] = numbers.Count)}" : t);
        return new StatementKey($"{preface} ; {string.Join(' ', named)}", IsRead: false);
    }
}
