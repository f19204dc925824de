using Prover.Core.Statements;
using Prover.Core.Verification;

namespace Prover.Rounds.Problems.Syntax;

/// <summary>A variable or a hypothesis of a statement.</summary>
/// <param name="Name">As written.</param>
/// <param name="Id">The variable's id; null for a hypothesis.</param>
/// <param name="Type">The type, or what the hypothesis says.</param>
internal sealed record Binder(string Name, int? Id, Expression Type)
{
    public bool IsHypothesis => Id is null;
}

/// <summary>A theorem as it is written, taken apart.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Preface">What stands before it and is no comment, import or opening command, e.g. definitions; usually empty.</param>
/// <param name="Binders">Variables and hypotheses in order.</param>
/// <param name="Conclusion">What is to be shown.</param>
internal sealed record Statement(string Name, string Preface, IReadOnlyList<Binder> Binders, Expression Conclusion)
{
    public IEnumerable<Binder> Variables => Binders.Where(b => !b.IsHypothesis);

    public IEnumerable<Binder> Hypotheses => Binders.Where(b => b.IsHypothesis);

    /// <summary>Reads a statement; null where it holds notations that are not known here.</summary>
    public static Statement? Read(string text)
    {
        TheoremStatement theorem;
        try
        {
            theorem = TheoremStatement.Parse(text);
        }
        catch (InvalidStatementException)
        {
            return null;
        }

        return ExpressionParser.Theorem(theorem.Body) is { } read
            ? new Statement(theorem.LocalName, PrefaceOf(theorem), read.Binders, read.Conclusion)
            : null;
    }

    /// <summary>What stands before a theorem and is no comment, import or opening command, token by token.</summary>
    public static string PrefaceOf(TheoremStatement theorem) => string.Join(' ', LeanTokens.Of(LeanHeader.Split(theorem.Preface + "\nsection").Body).SkipLast(1));

    /// <summary>As Lean text under a name.</summary>
    public string Text(string name) => $"{(Preface.Length == 0 ? string.Empty : $"{Preface}\n")}theorem {name}{string.Concat(Binders.Select(b => $" ({b.Name} : {ExpressionWriter.Of(b.Type)})"))} : {ExpressionWriter.Of(Conclusion)}";
}
