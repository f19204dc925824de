using Prover.Core.Identities.Algebra;
using Prover.Core.Identities.Residues;
using Prover.Core.Sampling.Portfolio;
using Prover.Core.Sampling.Portfolio.Expressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Identities.Sequences;

/// <summary>Divisibility where the divisor grows too, as in lifting the exponent: <c>2 ^ (k + 3) ∣ n ^ (2 ^ (k + 1)) - 1</c>. With X = Y + D·q the
/// next value, written as a polynomial in q, has the next divisor as a factor; that division is exact.</summary>
internal sealed class TowerSource : ICertificateSource
{
    /// <inheritdoc />
    public string Class => "lifting";

    /// <inheritdoc />
    public IEnumerable<Finding> Find(IdentityGoal goal, CancellationToken cancellationToken)
    {
        foreach (var variable in ClosureSource.Variables(goal))
        {
            var helpers = new HelperList();
            var space = new StateSpace(goal, variable, helpers);
            if (ClosureClaim.Read(goal.Conclusion, space, !goal.IsInt) is { Divisor: { IsConstant: false } divisor } claim && !space.IsBroken
                && !(space.Next(divisor) - divisor).IsZero && Lift(space, claim.Polynomial, divisor) is var (leading, quotient, sign)
                && Write(goal, space, claim, divisor, leading, quotient, sign, cancellationToken) is { } finding)
            {
                yield return finding;
            }
        }
    }

    /// <summary>An atom that the claim is linear in, and the quotient of the next value in terms of q (the variable after the atoms).</summary>
    private static (int Leading, Polynomial Quotient, int Sign)? Lift(StateSpace space, Polynomial polynomial, Polynomial divisor)
    {
        var q = space.Atoms.Count;
        for (var atom = 0; atom < q; atom++)
        {
            var coefficient = polynomial[Monomial.Of(atom)];
            if (space.Atoms[atom].Next is null || divisor.Mentions(atom) || !(coefficient.Equals((Rational)1) || coefficient.Equals((Rational)(-1)))
                || (polynomial - Polynomial.Of(Monomial.Of(atom), coefficient)).Mentions(atom))
            {
                continue;
            }

            // polynomial = ±atom + rest = divisor·q
            var rest = polynomial - Polynomial.Of(Monomial.Of(atom), coefficient);
            var value = coefficient * ((divisor * Polynomial.Variable(q)) - rest);
            var next = space.Next(polynomial).Substitute(i => i == atom ? value : Polynomial.Variable(i));
            var nextDivisor = space.Next(divisor);
            var (remainder, cofactors) = GroebnerBasis.Of([nextDivisor]).Divide(next);
            if (remainder.IsZero && cofactors[0].IsIntegral)
            {
                return (atom, cofactors[0], coefficient.Numerator.Sign);
            }
        }

        return null;
    }

    private static Finding? Write(
        IdentityGoal goal, StateSpace space, ClosureClaim claim, Polynomial divisor, int leading, Polynomial quotient, int sign, CancellationToken cancellationToken)
    {
        var (atoms, n, q) = (space.Atoms, space.Variable, space.Atoms.Count);
        string Name(int i) => i == q ? "q" : $"a{i}";
        string After(int i) => atoms[i].Next is null ? $"a{i}" : $"b{i}";
        var changing = Enumerable.Range(0, q).Where(i => atoms[i].Next is not null).ToList();
        var rest = claim.Polynomial - Polynomial.Of(Monomial.Of(leading), sign);
        var value = (Rational)sign * ((divisor * Polynomial.Variable(q)) - rest);
        var step = space.Helpers.Add(
            [
                .. atoms.Select((_, i) => $"(a{i} : Int)"), .. changing.Select(i => $"(b{i} : Int)"),
                .. changing.Select(i => $"(s{i} : b{i} = {atoms[i].Next!.ToLean(Name)})"),
                $"(h : ({divisor.ToLean(Name)}) ∣ {claim.Polynomial.ToLean(Name)})",
            ],
            $"({divisor.ToLean(After)}) ∣ {claim.Polynomial.ToLean(After)}",
            $"subst {string.Join(' ', changing.Select(i => $"s{i}"))}\nobtain ⟨q, e⟩ := h\nhave e' : a{leading} = {value.ToLean(Name)} := by grind\nclear e\nsubst e'\nexact ⟨{quotient.ToLean(Name)}, by grind⟩");
        var start = space.Start(claim.Polynomial).ToLean(i => atoms[i].Text(n));
        var startDivisor = space.Start(divisor);
        if (!startDivisor.IsConstant || StartProof(goal, $"{startDivisor[Monomial.One]} ∣ {start}", space.Helpers, cancellationToken) is not { } startTactics)
        {
            return null;
        }

        var begin = space.Helpers.Add(
            [
                .. atoms.Select((_, i) => $"(a{i} : Int)"), .. changing.Select(i => $"(b{i} : Int)"),
                .. changing.Select(i => $"(s{i} : b{i} = {atoms[i].Start!.ToLean(j => $"a{j}")})"),
                $"(h : ({startDivisor[Monomial.One]} : Int) ∣ {space.Start(claim.Polynomial).ToLean(i => $"a{i}")})",
            ],
            $"({divisor.ToLean(After)}) ∣ {claim.Polynomial.ToLean(After)}",
            $"subst {string.Join(' ', changing.Select(i => $"s{i}"))}\nfirst | (simpa using h) | (obtain ⟨q, e⟩ := h; exact ⟨q, by grind⟩)");
        return new Finding(
            $"with {claim.Polynomial.ToLean(i => atoms[i].Text(n))} = ({divisor.ToLean(i => atoms[i].Text(n))})·q the next quotient is {quotient.ToLean(i => i == q ? "q" : atoms[i].Text(n))}",
            Script.Lines(
            [
                .. space.Facts,
                $"have start : ({startDivisor[Monomial.One]} : Int) ∣ {start} := by",
                Script.Indent(startTactics),
                $"have key : ∀ {n} : Nat, ({space.ToLean(divisor)}) ∣ {space.ToLean(claim.Polynomial)} := by",
                $"  intro {n}",
                $"  induction {n} with",
                $"  | zero => exact {begin} {string.Join(' ', atoms.Select(a => $"({a.Text("0")})"))} {string.Join(' ', changing.Select(i => $"({atoms[i].Text("0")})"))} {string.Join(' ', changing.Select(i => atoms[i].StartProof))} start",
                $"  | succ {n} ih =>",
                $"    exact {step} {string.Join(' ', atoms.Select(a => $"({a.Text(n)})"))} {string.Join(' ', changing.Select(i => $"({atoms[i].Text($"{n} + 1")})"))} {string.Join(' ', changing.Select(i => atoms[i].NextProof))} ih",
                claim.Finish(space, $"(key {n})"),
            ]))
        { Helpers = space.Helpers.Text, MaxHeartbeats = 800_000 };
    }

    /// <summary>The start is a matter of residues, or known.</summary>
    private static string? StartProof(IdentityGoal goal, string claim, HelperList helpers, CancellationToken cancellationToken)
    {
        if (TopLevel.Split(claim, " ∣ ") is [_, var dividend] && ExpressionText.Constant(ExpressionParser.Parse(dividend) ?? new Expression.Variable("_")) is not null)
        {
            return "first | decide | omega";
        }

        return ResidueSource.Prove(goal.With(claim), claim, helpers, cancellationToken) is { } proof
            ? $"first\n| omega\n| (\n{Script.Indent(proof.Script, 4)}\n  )"
            : "first | omega | grind";
    }
}
