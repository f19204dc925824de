using Prover.Core.Sampling.Portfolio;
using Prover.Core.Sampling.Portfolio.Expressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Identities.Sequences;

/// <summary>Writes a <see cref="Closure"/> as a Lean proof.</summary>
/// <param name="Tactics">Tactics that close the goal.</param>
/// <param name="Summary">One line in English.</param>
internal sealed record ClosureProof(string Tactics, string Summary)
{
    private const int MaxDepth = 2;

    /// <summary>A proof by induction on the variable; null where there is none of this kind.</summary>
    public static ClosureProof? Of(IdentityGoal goal, string variable, HelperList helpers, int depth, CancellationToken cancellationToken)
    {
        var isNat = !goal.IsInt;
        var space = new StateSpace(goal, variable, helpers);
        if (ClosureClaim.Read(goal.Conclusion, space, isNat) is not { } claim || space.IsBroken
            || claim.Divisor is { } d && (!d.IsIntegral || !(space.Next(d) - d).IsZero)
            || (claim.Divisor is not null && !claim.Polynomial.IsIntegral))
        {
            return null;
        }

        if (Closure.Of(space, claim.Polynomial, claim.Divisor, cancellationToken) is not { } closure)
        {
            return null;
        }

        var bases = closure.Members.Select((m, i) => Base(goal, space, m, claim.Divisor, i, depth, cancellationToken)).ToList();
        if (bases.Exists(b => b is null))
        {
            return null;
        }

        var count = closure.Members.Count;
        var steps = closure.Members.Select((_, i) => Step(space, closure, i)).ToList();
        var n = space.Variable;
        string Claimed(Polynomial member) => claim.Divisor is { } divisor ? $"({space.ToLean(divisor)}) ∣ {space.ToLean(member)}" : $"{space.ToLean(member)} = 0";
        var script = Script.Lines(
        [
            .. space.Facts,
            .. bases.SelectMany(b => b!.Value.Before),
            $"have key : ∀ {n} : Nat, {string.Join(" ∧ ", closure.Members.Select(Claimed))} := by",
            $"  intro {n}",
            $"  induction {n} with",
            $"  | zero => exact {Tuple(bases.Select(b => b!.Value.Term))}",
            $"  | succ {n} ih =>",
            count == 1 ? "    have h0 := ih" : $"    obtain ⟨{string.Join(", ", Enumerable.Range(0, count).Select(i => $"h{i}"))}⟩ := ih",
            $"    exact {Tuple(steps)}",
            claim.Finish(space, $"(key {n}){(count == 1 ? string.Empty : ".1")}"),
        ]);
        var about = claim.Divisor is { } modulus ? $"divisibility by {modulus.ToLean(i => space.Atoms[i].Text(n))}" : "identity";
        return new ClosureProof(
            script,
            $"{about} by induction on {n} over {count} polynomial{(count == 1 ? string.Empty : "s")} in {space.Atoms.Count} state quantities; the last step has the cofactors "
            + string.Join(", ", closure.Steps[^1].Select(c => c.ToLean(i => space.Atoms[i].Text(n)))));
    }

    private static string Tuple(IEnumerable<string> terms) => terms.ToList() is [var only] ? only : $"⟨{string.Join(", ", terms)}⟩";

    /// <summary>The step of one member as a lemma about variables, applied.</summary>
    private static string Step(StateSpace space, Closure closure, int member)
    {
        var (atoms, n) = (space.Atoms, space.Variable);
        string Name(int i) => $"a{i}";
        string After(int i) => atoms[i].Next is null ? $"a{i}" : $"b{i}";
        var changing = Enumerable.Range(0, atoms.Count).Where(i => atoms[i].Next is not null).ToList();
        var divisor = closure.Divisor?.ToLean(Name);
        string Claim(Polynomial p, Func<int, string> name) => divisor is null ? $"{p.ToLean(name)} = 0" : $"({divisor}) ∣ {p.ToLean(name)}";
        var cofactors = closure.Steps[member];
        var used = Enumerable.Range(0, closure.Members.Count).Where(j => !cofactors[j].IsZero).ToList();
        var quotient = string.Join(" + ", used.Select(j => $"({cofactors[j].ToLean(Name)}) * q{j}").Append(closure.Divisor is null ? "0" : $"({cofactors[^1].ToLean(Name)})"));
        var lemma = space.Helpers.Add(
            [
                .. atoms.Select((_, i) => $"(a{i} : Int)"), .. changing.Select(i => $"(b{i} : Int)"),
                .. changing.Select(i => $"(s{i} : b{i} = {atoms[i].Next!.ToLean(Name)})"),
                .. used.Select(j => $"(h{j} : {Claim(closure.Members[j], Name)})"),
            ],
            Claim(closure.Members[member], After),
            $"subst {string.Join(' ', changing.Select(i => $"s{i}"))}\n"
            + (divisor is null
                ? "grind"
                : string.Concat(used.Select(j => $"obtain ⟨q{j}, e{j}⟩ := h{j}\n")) + $"exact ⟨{quotient}, by grind⟩"));
        return $"({lemma} {string.Join(' ', atoms.Select(a => $"({a.Text(n)})"))} {string.Join(' ', changing.Select(i => $"({atoms[i].Text($"{n} + 1")})"))} "
            + $"{string.Join(' ', changing.Select(i => atoms[i].NextProof))} {string.Join(' ', used.Select(j => $"h{j}"))})";
    }

    /// <summary>What has to be shown before, and a proof, of one member at the start.</summary>
    private static (IReadOnlyList<string> Before, string Term)? Base(
        IdentityGoal goal, StateSpace space, Polynomial member, Polynomial? divisor, int number, int depth, CancellationToken cancellationToken)
    {
        var start = space.Start(member);
        var atoms = space.Atoms;
        var changing = Enumerable.Range(0, atoms.Count).Where(i => atoms[i].Next is not null).ToList();
        string Name(int i) => atoms[i].Next is null ? $"a{i}" : $"b{i}";
        var before = new List<string>();
        var (assumed, given, tactic) = (Array.Empty<string>(), string.Empty, "grind");
        if (divisor is not null)
        {
            var (rest, cofactors) = Algebra.GroebnerBasis.Of([divisor], cancellationToken).Divide(start);
            if (divisor.IsConstant)
            {
                (rest, cofactors) = (Polynomial.Zero, [new Rational(1, divisor[Monomial.One].Numerator) * start]);
            }

            if (!rest.IsZero || !cofactors[0].IsIntegral)
            {
                return null;
            }

            tactic = $"exact ⟨{cofactors[0].ToLean(i => $"a{i}")}, by grind⟩";
        }
        else if (!start.IsZero)
        {
            var inner = goal.With($"{start.ToLean(i => atoms[i].Text(space.Variable))} = 0");
            var variable = depth >= MaxDepth ? null : goal.Features.Naturals.Select(v => v.Name).FirstOrDefault(v => v != space.Variable && LeanNames.Mentions(inner.Conclusion, v));
            if (variable is null || Of(inner, variable, space.Helpers, depth + 1, cancellationToken) is not { } proof)
            {
                return null;
            }

            before.Add($"have base{depth}_{number} : {inner.Conclusion} := by\n{Script.Indent(proof.Tactics)}");
            (assumed, given) = ([$"(h : {start.ToLean(i => $"a{i}")} = 0)"], $" base{depth}_{number}");
        }

        var lemma = space.Helpers.Add(
            [
                .. atoms.Select((_, i) => $"(a{i} : Int)"), .. changing.Select(i => $"(b{i} : Int)"),
                .. changing.Select(i => $"(s{i} : b{i} = {atoms[i].Start!.ToLean(j => $"a{j}")})"), .. assumed,
            ],
            divisor is null ? $"{member.ToLean(Name)} = 0" : $"({divisor.ToLean(Name)}) ∣ {member.ToLean(Name)}",
            $"subst {string.Join(' ', changing.Select(i => $"s{i}"))}\n{tactic}");

        // At 0 the text is that of `induction`'s goal up to definitional unfolding.
        return (before,
            $"({lemma} {string.Join(' ', atoms.Select(a => $"({a.Text("0")})"))} {string.Join(' ', changing.Select(i => $"({atoms[i].Text("0")})"))} "
            + $"{string.Join(' ', changing.Select(i => atoms[i].StartProof))}{given})");
    }
}
