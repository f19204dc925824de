using System.Numerics;
using System.Text.RegularExpressions;
using Prover.Core.Identities.Inequalities;
using Prover.Core.Identities.Residues;
using Prover.Core.Identities.Sequences;
using Prover.Core.Sampling.Portfolio;
using Prover.Core.Sampling.Portfolio.Expressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Identities.Divisibility;

/// <summary>Writes the proof that goes through the values of a modulus.</summary>
internal sealed class ModulusProof(IdentityGoal goal, ModulusElimination elimination, ModulusCases cases, List<string> names, bool isNat)
{
    private readonly HelperList _helpers = new();

    private string Variable => names[cases.Variable];

    private string Modulus => ExpressionText.Of(elimination.Modulus);

    /// <summary>The proof.</summary>
    /// <param name="excluded">For each value of the variable whether the hypotheses exclude it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Finding Write(Dictionary<BigInteger, bool> excluded, CancellationToken cancellationToken)
    {
        var divides = $"{Eliminate()} {string.Join(' ', names)} {string.Join(' ', elimination.Facts.Select(f => f.Proof))}";
        var known = isNat ? $"({divides})" : $"(Int.natAbs_dvd_natAbs.2 ({divides}))";
        var size = isNat ? Modulus : $"(({Modulus}).natAbs)";
        var bounds = string.Concat(Enumerable.Repeat(" (by omega)", (HasLeast ? 1 : 0) + (HasGreatest ? 1 : 0)));
        List<string> lines = [$"have k := {DivisorList()} {size} {known}{bounds}"];
        if (cases.Sizes.Count == 0)
        {
            lines.Add("exact k.elim");
        }
        else if (cases.Sizes.Count == 1)
        {
            lines.AddRange(Case(cases.Sizes[0], excluded, cancellationToken));
        }
        else
        {
            lines.Add($"rcases k with {string.Join(" | ", cases.Sizes.Select(_ => "k"))}");
            lines.AddRange(cases.Sizes.Select(s => Script.Bullet(Script.Lines(Case(s, excluded, cancellationToken)))));
        }

        if (Inequality.Read(goal.Conclusion) is not null)
        {
            // The number itself is a bound, and often good enough.
            lines = [$"first\n| (have b := {(isNat ? "Nat" : "Int")}.le_of_dvd (by decide) ({divides}); omega)\n| (\n{Script.Indent(Script.Lines(lines), 4)}\n  )"];
        }

        return new Finding(
            $"{Modulus} divides {elimination.Number}; {(cases.Sizes.Count == 0 ? "no divisor" : $"the divisors {string.Join(", ", cases.Sizes.Select(s => s.Size))}")} within the bounds",
            Script.Lines(lines))
        {
            Helpers = $"{ModulusLemmas.Text(isNat)}\n\n{_helpers.Text}",
        };
    }

    private bool HasLeast => cases.Least > 1;

    private bool HasGreatest => cases.Greatest < elimination.Number;

    private List<string> Case(ModulusSize size, Dictionary<BigInteger, bool> excluded, CancellationToken cancellationToken)
    {
        if (size.Values.Count == 0)
        {
            return ["omega"];
        }

        string Equation(BigInteger value) => $"{Variable} = {(value.Sign < 0 ? $"({value})" : value)}";
        List<string> lines = [$"have e : {string.Join(" ∨ ", size.Values.Select(Equation))} := by omega"];
        if (size.Values.Count == 1)
        {
            lines.AddRange(["subst e", Close(size.Values[0], excluded, cancellationToken)]);
        }
        else
        {
            lines.Add("rcases e with e | e");
            lines.AddRange(size.Values.Select(v => Script.Bullet($"subst e\n{Close(v, excluded, cancellationToken)}")));
        }

        return lines;
    }

    private string Close(BigInteger value, Dictionary<BigInteger, bool> excluded, CancellationToken cancellationToken)
    {
        if (!excluded[value])
        {
            return $"first | rfl | omega | decide{string.Concat(Factored(value).Select(t => $" | ({t})"))} | (simp_all; done) | grind";
        }

        return elimination.Facts.All(f => f.Value.Degree <= 1) || Residues(value, cancellationToken) is not { } script
            ? "exfalso; first | omega | (simp_all; done) | grind"
            : $"exfalso\nfirst\n| omega\n| (\n{Script.Indent(script, 4)}\n  )\n| grind";
    }

    /// <summary>Tactics for hypotheses on all divisors or all smaller numbers, at the least factor of a composite value.</summary>
    private IEnumerable<string> Factored(BigInteger value)
    {
        BigInteger factor = 2;
        while (factor * factor <= value && !(value % factor).IsZero)
        {
            factor++;
        }

        return factor * factor > value
            ? []
            : goal.Features.Hypotheses.Where(h => h.Type.StartsWith('∀') && h.Type.Contains('∣', StringComparison.Ordinal) && LeanNames.Mentions(h.Type, Variable)).SelectMany(h => new[]
            {
                $"have w := {h.Name} {factor} (by decide); omega",
                $"exact ({h.Name} {factor} (by decide) (by decide) (by decide)).elim",
            });
    }

    /// <summary>A proof by residues that a value of the variable contradicts the hypotheses; null for none.</summary>
    private string? Residues(BigInteger value, CancellationToken cancellationToken)
    {
        string At(string text) => Regex.Replace(text, LeanNames.Word(Variable), value.Sign < 0 ? $"({value})" : $"{value}");
        var context = goal.Features.Goal.Context.Where(d => d.Name != Variable).Select(d => d with { Type = At(d.Type) });
        var at = new IdentityGoal(new GoalFeatures(new Goal([.. context], "False", [], [])), goal.MentionsInt);
        return value.Sign <= 0 ? null : ResidueSource.Prove(at, "False", _helpers, cancellationToken)?.Script;
    }

    /// <summary>The lemma that the modulus divides the number.</summary>
    private string Eliminate()
    {
        string Cast(Expression term) => ExpressionText.Of(term, e => isNat && e is Expression.Variable variable ? $"({variable.Name} : Int)" : null);
        string Name(int i) => isNat ? $"({names[i]} : Int)" : names[i];
        var (lines, sums, proofs) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var (fact, i) in elimination.Facts.Select((f, i) => (f, i)))
        {
            var term = fact.Right is { } right ? $"({Cast(fact.Left)} - {Cast(right)})" : Cast(fact.Left);
            var proof = fact.Lemma is { } lemma ? $"{ModulusLemmas.Name(lemma, isNat)} e{i}" : isNat ? $"Int.natCast_dvd_natCast.2 e{i}" : $"e{i}";
            lines.Add(isNat ? $"have y{i} : {Cast(elimination.Modulus)} ∣ {term} := by have y := {proof}; first | exact y | (simp only [{CongruenceLemmas.Casts}] at y; exact y)" : $"have y{i} : {Modulus} ∣ {term} := {proof}");
            sums.Add($"({elimination.Cofactors[i].ToLean(Name)}) * {term}");
            proofs.Add($"(Int.dvd_mul_of_dvd_right y{i})");
        }

        sums.Add($"({elimination.Cofactors[^1].ToLean(Name)}) * {Cast(elimination.Modulus)}");
        proofs.Add($"(Int.dvd_mul_of_dvd_right (Int.dvd_refl {Cast(elimination.Modulus)}))");
        var sum = string.Join(" + ", sums);
        lines.Add($"have s : {Cast(elimination.Modulus)} ∣ {sum} := {proofs.Aggregate((a, b) => $"(Int.dvd_add {a} {b})")}");
        lines.Add($"have id : {sum} = {elimination.Number} := by clear s {string.Join(' ', elimination.Facts.Select((_, i) => $"y{i} e{i}"))}; grind");
        lines.Add("rw [id] at s");
        if (isNat)
        {
            lines.Add($"have z : (({Modulus} : Nat) : Int) ∣ (({elimination.Number} : Nat) : Int) := by simp only [{CongruenceLemmas.Casts}]; exact s");
        }

        lines.Add(isNat ? "exact Int.natCast_dvd_natCast.1 z" : "exact s");
        var type = isNat ? "Nat" : "Int";
        return _helpers.Add(
            [.. names.Select(n => $"({n} : {type})"), .. elimination.Facts.Select((f, i) => $"(e{i} : {f.Text})")],
            $"{Modulus} ∣ ({elimination.Number} : {type})",
            Script.Lines(lines));
    }

    /// <summary>The lemma that lists the number's divisors between the bounds.</summary>
    private string DivisorList()
    {
        var number = elimination.Number;
        var claim = cases.Sizes.Count == 0 ? "False" : string.Join(" ∨ ", cases.Sizes.Select(s => $"n = {s.Size}"));
        List<string> binders = ["(n : Nat)", $"(h : n ∣ {number})"];
        if (HasLeast)
        {
            binders.Add($"(lo : {cases.Least} ≤ n)");
        }

        if (HasGreatest)
        {
            binders.Add($"(hi : n ≤ {cases.Greatest})");
        }

        if (cases.Greatest < ModulusCases.MaxTrials && cases.Greatest * cases.Greatest < number)
        {
            var least = HasLeast ? $"{cases.Least} ≤ t → " : string.Empty;
            return _helpers.Add(binders, claim, Script.Lines(
                $"have all : ∀ t, t < {cases.Greatest + 1} → {number} % t = 0 → {least}{claim.Replace("n =", "t =", StringComparison.Ordinal)} := by decide +kernel",
                $"exact all n (by omega) (Nat.mod_eq_zero_of_dvd h){(HasLeast ? " lo" : string.Empty)}"));
        }

        const string Listed = "first | decide | omega";
        BigInteger root = 1;
        while (root * root <= number)
        {
            root++;
        }

        List<BigInteger> small = [];
        for (BigInteger t = 1; t < root; t++)
        {
            if ((number % t).IsZero)
            {
                small.Add(t);
            }
        }

        return _helpers.Add(binders, claim, Script.Lines(
        [
            $"have small : ∀ t, t < {root} → {number} % t = 0 → {string.Join(" ∨ ", small.Select(t => $"t = {t}"))} := by decide +kernel",
            $"rcases Nat.lt_or_ge n {root} with l | l",
            "· have m := small n l (Nat.mod_eq_zero_of_dvd h)",
            $"  rcases m with {string.Join(" | ", small.Select(_ => "m"))} <;> subst m <;> {Listed}",
            "· obtain ⟨q, e⟩ := h",
            $"  have g : q < {root} := Nat.lt_of_not_le fun g => by have m := Nat.mul_le_mul l g; omega",
            "  have m := small q g (Nat.mod_eq_zero_of_dvd ⟨n, by rw [Nat.mul_comm]; exact e⟩)",
            $"  rcases m with {string.Join(" | ", small.Select(_ => "m"))}",
            .. small.Select(t => $"  · have v : n = {number / t} := by rw [m] at e; omega\n    subst v\n    {Listed}"),
        ]));
    }
}
