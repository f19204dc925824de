using System.Globalization;
using Prover.Rounds.Problems.Keys;
using Prover.Rounds.Problems.Syntax;

namespace Prover.Rounds.Makers.Variants;

/// <summary>Makes variants of unsolved problems. Each follows from its parent, so that a true parent has true variants; those of a lemma do not, see
/// <see cref="StuckGoal"/>.</summary>
public static class ProblemVariants
{
    private const int MaxValue = 3;

    /// <summary>The variants of a problem, weaker claims first, without duplicates up to renaming; none where its statement can't be read.</summary>
    /// <param name="name">The problem's name.</param>
    /// <param name="statement">Its statement, with or without a hole for the proof.</param>
    public static IReadOnlyList<Variant> Of(string name, string statement)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(statement);
        if (Statement.Read(statement) is not { } read)
        {
            return [];
        }

        var drafts = Weaker(read).Concat(SpecialCases(read)).Concat(MoreGiven(read));
        var seen = new HashSet<string>(StringComparer.Ordinal) { StatementKey.Of(read).Text };
        var variants = new List<Variant>();
        var numbers = new Dictionary<VariantKind, int>();
        foreach (var (kind, detail, changed) in drafts)
        {
            if (seen.Add(StatementKey.Of(changed).Text))
            {
                var number = numbers[kind] = numbers.GetValueOrDefault(kind) + 1;
                var own = string.Create(CultureInfo.InvariantCulture, $"{name}_{Word(kind)}{number}");
                variants.Add(new Variant(own, changed.Text(own), name, kind, detail));
            }
        }

        return variants;
    }

    private static IEnumerable<(VariantKind Kind, string Detail, Statement Changed)> Weaker(Statement statement) =>
        WeakerClaims.Of(statement.Conclusion).Select(c => (VariantKind.WeakerClaim, ExpressionWriter.Of(c), statement with { Conclusion = c }));

    private static IEnumerable<(VariantKind Kind, string Detail, Statement Changed)> SpecialCases(Statement statement)
    {
        foreach (var variable in Numbers(statement))
        {
            for (var value = 0; value <= MaxValue; value++)
            {
                var numeral = new Expression.Ascription(new Expression.Word($"{value}"), variable.Type);
                yield return (VariantKind.SpecialCase, $"{variable.Name} = {value}", statement with
                {
                    Binders = [.. statement.Binders.Where(b => b != variable).Select(b => b with { Type = b.Type.Replace(variable.Id!.Value, numeral) })],
                    Conclusion = statement.Conclusion.Replace(variable.Id!.Value, numeral),
                });
            }
        }
    }

    private static IEnumerable<(VariantKind Kind, string Detail, Statement Changed)> MoreGiven(Statement statement)
    {
        var name = "hcase";
        while (statement.Binders.Any(b => b.Name == name))
        {
            name += "'";
        }

        foreach (var variable in Numbers(statement))
        {
            var v = new Expression.Variable(variable.Name, variable.Id!.Value);
            Expression[] conditions =
            [
                new Expression.Binary("=", new Expression.Binary("%", v, new Expression.Word("2")), new Expression.Word("0")),
                new Expression.Binary("=", new Expression.Binary("%", v, new Expression.Word("2")), new Expression.Word("1")),
                new Expression.Binary("<", new Expression.Word("0"), v),
            ];
            foreach (var condition in conditions)
            {
                yield return (VariantKind.AddedHypothesis, ExpressionWriter.Of(condition), statement with { Binders = [.. statement.Binders, new Binder(name, null, condition)] });
            }
        }
    }

    // A name that a later binder hides can't be said in a hypothesis at the end.
    private static IEnumerable<Binder> Numbers(Statement statement) => statement.Variables.Where(v =>
        v.Type is Expression.Word { Text: "Nat" or "Int" } && statement.Binders.Count(b => b.Name == v.Name) == 1);

    private static string Word(VariantKind kind) => kind switch { VariantKind.SpecialCase => "special", VariantKind.AddedHypothesis => "given", _ => "weaker" };
}
