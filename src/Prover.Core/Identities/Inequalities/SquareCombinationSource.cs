using Prover.Core.Identities.Sequences;
using Prover.Core.Sampling.Portfolio;
using Prover.Core.Sampling.Portfolio.Expressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Identities.Inequalities;

/// <summary>Polynomial inequalities between integers or natural numbers as sums of squares and products of bounds; where that does not do, once
/// for each order of the variables.</summary>
internal sealed class SquareCombinationSource : ICertificateSource
{
    private const int MaxVariables = 6;

    /// <inheritdoc />
    public string Class => "inequality";

    /// <inheritdoc />
    public IEnumerable<Finding> Find(IdentityGoal goal, CancellationToken cancellationToken)
    {
        var scalars = goal.Features.Scalars;
        if (scalars.Count is 0 or > MaxVariables || goal.Features.Functions.Count > 0 || scalars.DistinctBy(s => s.Kind).Count() != 1
            || scalars[0].Kind == NumberKind.Rat || Inequality.Read(goal.Conclusion) is not { } claim)
        {
            yield break;
        }

        var names = scalars.Select(s => s.Name).ToList();
        var isNat = scalars[0].Kind == NumberKind.Nat;
        if (Read(claim.Smaller, names, isNat) is not { } smaller || Read(claim.Larger, names, isNat) is not { } larger)
        {
            yield break;
        }

        var target = larger - smaller - (claim.IsStrict ? Polynomial.One : Polynomial.Zero);
        var bounds = Bounds(goal, names, isNat);
        if (Positivstellensatz.Of(target, [.. bounds.Select(b => b.Polynomial)], names.Count, cancellationToken) is { } found)
        {
            var helpers = new HelperList();
            var script = Apply(Lemma(found, bounds, names, claim, isNat, helpers), names, bounds, isNat);
            yield return new Finding($"the difference is {found.Describe([.. bounds.Select(b => b.Polynomial)], i => names[i])}", $"exact {script}") { Helpers = helpers.Text };
        }
        else if (names.Count == 3 && ByOrder(target, bounds, names, claim, isNat, cancellationToken) is { } ordered)
        {
            yield return ordered;
        }
    }

    private static Finding? ByOrder(
        Polynomial target, List<Bound> bounds, List<string> names, Inequality claim, bool isNat, CancellationToken cancellationToken)
    {
        var helpers = new HelperList();
        var orders = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var order in new[] { new[] { 0, 1, 2 }, [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0] })
        {
            List<Bound> all =
            [
                .. bounds,
                new Bound(Polynomial.Variable(order[1]) - Polynomial.Variable(order[0]), "o1"),
                new Bound(Polynomial.Variable(order[2]) - Polynomial.Variable(order[1]), "o2"),
            ];
            if (Positivstellensatz.Of(target, [.. all.Select(b => b.Polynomial)], 3, cancellationToken) is not { } found)
            {
                return null;
            }

            orders[string.Concat(order)] = Apply(Lemma(found, all, names, claim, isNat, helpers), names, all, isNat);
        }

        var (a, b, c) = (names[0], names[1], names[2]);
        string Case(string order) =>
            $"exact {orders[order]}";
        return new Finding("a combination of squares and products for each order of the variables", Script.Lines(
            $"rcases (show ({a} ≤ {b} ∧ {b} ≤ {c}) ∨ ({a} ≤ {c} ∧ {c} ≤ {b}) ∨ ({b} ≤ {a} ∧ {a} ≤ {c}) ∨ ({b} ≤ {c} ∧ {c} ≤ {a}) ∨ ({c} ≤ {a} ∧ {a} ≤ {b}) ∨ ({c} ≤ {b} ∧ {b} ≤ {a}) by omega) with o | o | o | o | o | o",
            "· " + Case("012"),
            "· " + Case("021"),
            "· " + Case("102"),
            "· " + Case("120"),
            "· " + Case("201"),
            "· " + Case("210")))
        { Helpers = helpers.Text, MaxHeartbeats = 800_000 };
    }

    /// <summary>The inequality as a lemma under the bounds.</summary>
    private static string Lemma(Positivstellensatz found, List<Bound> bounds, List<string> names, Inequality claim, bool isNat, HelperList helpers)
    {
        string Name(int i) => names[i];
        var lines = found.Lines([.. bounds.Select(b => b.Polynomial)], Name, $"({claim.Larger}) - ({claim.Smaller}){(claim.IsStrict ? " - 1" : string.Empty)}");
        var lemma = helpers.Add(
            [$"({string.Join(' ', names)} : Int)", .. bounds.Select((b, i) => $"(b{i} : 0 ≤ {b.Polynomial.ToLean(Name)})")],
            $"({claim.Smaller} : Int) {(claim.IsStrict ? "<" : "≤")} {claim.Larger}",
            Script.Lines([.. lines, $"generalize ({claim.Larger} : Int) = ll at *", $"generalize ({claim.Smaller} : Int) = ss at *", "omega"]).Replace("generalize (0 : Int) = ss at *", "skip", StringComparison.Ordinal));
        if (!isNat)
        {
            return lemma;
        }

        var sign = claim.IsStrict ? "<" : "≤";
        return helpers.Add(
            [$"({string.Join(' ', names)} : Nat)", .. bounds.Select((b, i) => $"(b{i} : (0 : Int) ≤ {b.Polynomial.ToLean(i => $"({names[i]} : Int)")})")],
            $"{claim.Smaller} {sign} {claim.Larger}",
            $"have h := {lemma} {string.Join(' ', names)} {string.Join(' ', bounds.Select((_, i) => $"b{i}"))}\n"
            + $"have h2 : (({claim.Smaller} : Nat) : Int) {sign} (({claim.Larger} : Nat) : Int) := by push_cast; exact h\nexact Int.{(claim.IsStrict ? "ofNat_lt" : "ofNat_le")}.mp h2");
    }

    private static string Apply(string lemma, List<string> names, List<Bound> bounds, bool isNat) =>
        $"({lemma} {string.Join(' ', names)} {string.Join(' ', bounds.Select(b => "(by omega)"))})";

    private static Polynomial? Read(string text, List<string> names, bool isNat) =>
        isNat && text.Contains(" - ", StringComparison.Ordinal) ? null : Polynomial.Parse(text, names);

    private static List<Bound> Bounds(IdentityGoal goal, List<string> names, bool isNat)
    {
        List<Bound> bounds = [.. isNat ? names.Select((_, i) => new Bound(Polynomial.Variable(i), string.Empty)) : []];
        foreach (var hypothesis in goal.Features.Hypotheses)
        {
            foreach (var part in TopLevel.Split(hypothesis.Type, " ∧ "))
            {
                if (Inequality.Read(part) is { } known && Read(known.Smaller, names, isNat) is { } s && Read(known.Larger, names, isNat) is { } l && (l - s).Degree == 1)
                {
                    bounds.Add(new Bound(l - s - (known.IsStrict ? Polynomial.One : Polynomial.Zero), hypothesis.Name));
                }
            }
        }

        return bounds;
    }

    private sealed record Bound(Polynomial Polynomial, string Hypothesis);
}
