using Prover.Core.Sampling.Portfolio;
using Prover.Core.Sampling.Portfolio.Expressions;

namespace Prover.Core.Identities.Fields;

/// <summary>Writes refutations as Lean proofs.</summary>
internal static class FieldProof
{
    /// <summary>A proof of a claim from the refutations of its negation.</summary>
    /// <param name="refutations">One for each way in which the claim may fail.</param>
    /// <param name="terms">The atoms.</param>
    /// <param name="type">The field.</param>
    /// <param name="exactBeside">Names of the hypotheses, if the combination is to be spelt out; null leaves the weights to <c>grind</c>.</param>
    public static string Of(IReadOnlyList<PositivityRefutation> refutations, FieldTerms terms, string type, IReadOnlyList<string>? exactBeside)
    {
        var one = refutations.Select(r => Refutation(r, terms, type, exactBeside is null ? null : [.. exactBeside, "hng", .. refutations.Count > 1 ? ["hs"] : Array.Empty<string>()])).ToList();
        return Script.Lines(
        [
            "refine Classical.byContradiction fun hng => ?_",
            .. one.Count == 1
                ? [one[0]]
                : new[]
                {
                    $"rcases (show (0 : {type}) < {terms.Text(refutations[0].Bounds[0].Polynomial)} ∨ (0 : {type}) < {terms.Text(refutations[1].Bounds[0].Polynomial)} by grind) with hs | hs",
                }.Concat(one.Select(Script.Bullet)),
        ]);
    }

    private static string Refutation(PositivityRefutation refutation, FieldTerms terms, string type, List<string>? names)
    {
        var lines = new List<string>();
        var compound = refutation.Terms.Where(t => t.Term.Root is not null || t.Term.Factors.Count > 1).Select(t => t.Term).ToList();
        foreach (var fact in (names is not null ? refutation.Terms.Select(t => t.Term) : compound).SelectMany(t => t.Factors).Distinct())
        {
            var (polynomial, relation) = (terms.Text(refutation.Bounds[fact].Polynomial), refutation.Bounds[fact].Relation);
            lines.Add(relation switch
            {
                FieldRelation.Positive => $"have b{fact} : (0 : {type}) < {polynomial} := by grind",
                FieldRelation.NonNegative => $"have b{fact} : (0 : {type}) ≤ {polynomial} := by grind",
                _ => Script.Lines(
                    $"have s{fact} : (0 : {type}) < ({polynomial}) * ({polynomial}) := by",
                    $"  rcases (show (0 : {type}) < {polynomial} ∨ (0 : {type}) < 0 - ({polynomial}) by grind) with hp | hp",
                    "  · exact Lean.Grind.OrderedRing.mul_pos hp hp",
                    "  · have := Lean.Grind.OrderedRing.mul_pos hp hp; grind"),
            });
        }

        for (var i = 0; i < compound.Count; i++)
        {
            lines.Add($"have p{i} : (0 : {type}) {(compound[i].IsStrict ? "<" : "≤")} {Text(compound[i], refutation, terms)} := {Proof(compound[i], refutation, terms, type)}");
        }

        lines.AddRange(names is not null ? Combination(refutation, compound, terms, type, names) : ["grind"]);
        return Script.Lines(lines);
    }

    /// <summary>The combination as an identity that ring arithmetic shows, and then linear arithmetic about its parts alone.</summary>
    private static IEnumerable<string> Combination(PositivityRefutation refutation, List<PositiveTerm> compound, FieldTerms terms, string type, IReadOnlyList<string> names)
    {
        var equations = Enumerable.Range(0, refutation.Equations.Count).Where(i => !refutation.Cofactors[i].IsZero).ToList();
        string Equation(int i) => $"({terms.Text(refutation.Cofactors[i])}) * ({terms.Text(refutation.Equations[i])})";
        foreach (var i in equations)
        {
            yield return $"have e{i} : {terms.Text(refutation.Equations[i])} = (0 : {type}) := by grind";
            yield return $"have v{i} : {Equation(i)} = (0 : {type}) := by rw [e{i}]; exact Lean.Grind.Semiring.mul_zero _";
        }

        List<string> parts =
        [
            .. refutation.Terms.Select(t => $"{(t.Weight.Equals((Rational)1) ? string.Empty : $"({t.Weight}) * ")}({Text(t.Term, refutation, terms)})"),
            .. equations.Select(Equation),
        ];
        List<string> needed =
        [
            .. compound.Select((_, i) => $"p{i}"), .. refutation.Terms.Where(t => !compound.Contains(t.Term)).SelectMany(t => t.Term.Factors).Distinct().Select(i => $"b{i}"),
            .. equations.Select(i => $"v{i}"),
        ];
        string[] others = [.. names, .. equations.Select(i => $"e{i}")];
        yield return $"have id : {string.Join(" + ", parts)} = (0 : {type}) := by";
        yield return $"  clear {string.Join(' ', needed.Concat(others))}";
        yield return "  grind";
        yield return $"clear {string.Join(' ', others)}";
        for (var i = 0; i < compound.Count; i++)
        {
            yield return $"generalize {Text(compound[i], refutation, terms)} = w{i} at *";
        }

        foreach (var i in equations)
        {
            yield return $"generalize {Equation(i)} = u{i} at *";
        }

        yield return "grind";
    }

    private static string Text(PositiveTerm term, PositivityRefutation refutation, FieldTerms terms)
    {
        List<string> factors = [.. term.Factors.Select(b => $"({terms.Text(refutation.Bounds[b].Polynomial)})")];
        if (term.Root is { } root)
        {
            factors.Add($"({terms.Text(root)}) ^ 2");
        }

        return factors.Count == 0 ? "1" : factors.Aggregate((a, b) => $"({a}) * {b}");
    }

    private static string Proof(PositiveTerm term, PositivityRefutation refutation, FieldTerms terms, string type)
    {
        if (term.Factors.Count == 2 && refutation.Bounds[term.Factors[0]].Relation == FieldRelation.NonZero)
        {
            return $"s{term.Factors[0]}";
        }

        if (term.IsStrict)
        {
            return term.Factors.Select(b => $"b{b}").Aggregate((a, b) => $"(Lean.Grind.OrderedRing.mul_pos {a} {b})");
        }

        List<string> proofs =
        [
            .. term.Factors.Select(b => refutation.Bounds[b].Relation == FieldRelation.Positive ? $"(Std.le_of_lt b{b})" : $"b{b}"),
            .. term.Root is { } root ? [$"(Lean.Grind.OrderedRing.sq_nonneg (R := {type}) (a := {terms.Text(root)}))"] : Array.Empty<string>(),
        ];
        return proofs.Aggregate((a, b) => $"(Lean.Grind.OrderedRing.mul_nonneg {a} {b})");
    }
}
