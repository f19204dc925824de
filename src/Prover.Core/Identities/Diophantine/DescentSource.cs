using System.Numerics;
using Prover.Core.Identities.Residues;
using Prover.Core.Identities.Sequences;
using Prover.Core.Sampling.Portfolio;
using Prover.Core.Sampling.Portfolio.Expressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Identities.Diophantine;

/// <summary>Infinite descent: a homogeneous equation all of whose unknowns are divisible by one prime, each in turn by residues, has only zero as a solution,
/// since the quotients solve it too.</summary>
internal sealed class DescentSource : ICertificateSource
{
    private const int MaxUnknowns = 4;
    private static readonly int[] Primes = [2, 3, 5, 7, 11, 13];

    /// <inheritdoc />
    public string Class => "diophantine";

    /// <inheritdoc />
    public IEnumerable<Finding> Find(IdentityGoal goal, CancellationToken cancellationToken)
    {
        var equations = goal.Features.Hypotheses.Select(h => (h.Name, h.Type, Script: string.Empty));
        if (TopLevel.Split(goal.Conclusion, " ≠ ") is [var left, var right])
        {
            equations = equations.Append(("hne", $"{left} = {right}", "intro hne"));
        }

        foreach (var (name, type, script) in equations)
        {
            if (Read(goal, type) is not var (kind, names, equation))
            {
                continue;
            }

            foreach (var prime in Primes)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var helpers = new HelperList();
                if (Steps(goal, kind, names, equation, prime, helpers, cancellationToken) is { } steps)
                {
                    yield return new Finding(
                        $"all of {string.Join(", ", names)} are divisible by {prime}, and their quotients solve the equation again", Write(kind, names, equation, (name, type, script), steps))
                    { Helpers = helpers.Text };
                    yield break;
                }
            }
        }
    }

    /// <summary>The equation as a homogeneous polynomial without a common divisor of its coefficients; null for others.</summary>
    private static (NumberKind Kind, List<string> Names, Polynomial Equation)? Read(IdentityGoal goal, string type)
    {
        var scalars = goal.Features.Scalars.Where(s => LeanNames.Mentions(type, s.Name)).ToList();
        if (scalars.Count is < 2 or > MaxUnknowns || scalars.Any(s => s.Kind != scalars[0].Kind) || scalars[0].Kind == NumberKind.Rat
            || TopLevel.Split(type, " = ") is not [var left, var right] || (scalars[0].Kind == NumberKind.Nat && type.Contains(" - ", StringComparison.Ordinal)))
        {
            return null;
        }

        List<string> names = [.. scalars.Select(s => s.Name)];
        return Polynomial.Parse(left, names) is { } l && Polynomial.Parse(right, names) is { } r && (l - r) is { IsZero: false, IsIntegral: true, Degree: >= 2 } equation
            && equation.Monomials.All(m => m.Degree == equation.Degree) && names.Select((_, i) => i).All(equation.Mentions)
            ? (scalars[0].Kind, names, Primitive(equation).Value)
            : null;
    }

    /// <summary>For each unknown in turn: the equation so far, with quotients in place of those before it, and the proof that the prime divides this one.</summary>
    private static List<Step>? Steps(
        IdentityGoal goal, NumberKind kind, List<string> names, Polynomial equation, int prime, HelperList helpers, CancellationToken cancellationToken)
    {
        var (steps, current, open) = (new List<Step>(), equation, Enumerable.Range(0, names.Count).ToHashSet());
        while (open.Count > 0)
        {
            string Name(int i) => open.Contains(i) ? names[i] : $"u{i}";
            var h = $"w{steps.Count}";
            var context = Enumerable.Range(0, names.Count).Select(i => new Declaration(Name(i), $"{kind}")).Append(new Declaration(h, Sides(current, Name)));
            var inner = goal with { Features = new GoalFeatures(goal.Features.Goal with { Context = [.. context], Conclusion = "False" }) };
            var next = open.Where(i => MayBeForced(current, i, prime)).Order()
                .Select(i => (Unknown: i, Proof: ResidueSource.Prove(inner.With($"{prime} ∣ {names[i]}"), $"{prime} ∣ {names[i]}", helpers, cancellationToken)))
                .FirstOrDefault(p => p.Proof is not null);
            if (next.Proof is null)
            {
                return null;
            }

            var (value, content) = Primitive(current.Substitute(i => i == next.Unknown ? (Rational)prime * Polynomial.Variable(i) : Polynomial.Variable(i)));
            open.Remove(next.Unknown);
            steps.Add(new Step(next.Unknown, prime, next.Proof.Script, content, Sides(value, Name)));
            current = value;
        }

        return (current - equation).IsZero || (current + equation).IsZero ? steps : null;
    }

    /// <summary>Whether the equation modulo the prime, or its square, leaves the unknown no other residue; a quick look before a proof is searched for.</summary>
    private static bool MayBeForced(Polynomial equation, int unknown, int prime)
    {
        foreach (var modulus in new[] { prime, prime * prime, prime * prime * prime })
        {
            var terms = equation.Monomials.Select(m => (m, Coefficient: (long)(((equation[m].Numerator % modulus) + modulus) % modulus))).Where(t => t.Coefficient != 0).ToList();
            var unknowns = Enumerable.Range(0, MaxUnknowns).Where(i => terms.Exists(t => t.m[i] > 0)).ToList();
            if (!unknowns.Contains(unknown) || Math.Pow(modulus, unknowns.Count) > 30_000)
            {
                continue;
            }

            var values = new long[MaxUnknowns];
            if (!Solvable(0))
            {
                return true;
            }

            bool Solvable(int at)
            {
                if (at == unknowns.Count)
                {
                    return values[unknown] % prime != 0 && terms.Sum(t => t.Coefficient * unknowns.Aggregate(1L, (product, i) => product * Power(values[i], t.m[i], modulus) % modulus)) % modulus == 0;
                }

                for (var v = 0L; v < modulus; v++)
                {
                    values[unknowns[at]] = v;
                    if (Solvable(at + 1))
                    {
                        return true;
                    }
                }

                return false;
            }
        }

        return false;
    }

    // Exponents are small, and this is asked for thousands of times.
    private static long Power(long value, int exponent, long modulus)
    {
        var power = 1L;
        for (var i = 0; i < exponent; i++)
        {
            power = power * value % modulus;
        }

        return power;
    }

    private static (Polynomial Value, BigInteger Content) Primitive(Polynomial polynomial)
    {
        var content = polynomial.Content;
        return (new Rational(1, content) * polynomial, content);
    }

    /// <summary>An equation without subtraction: positive terms on the left, negative ones on the right.</summary>
    private static string Sides(Polynomial equation, Func<int, string> name)
    {
        Polynomial Part(int sign) => equation.Monomials.Where(m => equation[m].Numerator.Sign == sign)
            .Aggregate(Polynomial.Zero, (sum, m) => sum + Polynomial.Of(m, (Rational)sign * equation[m]));
        return $"{Part(1).ToLean(name)} = {Part(-1).ToLean(name)}";
    }

    private static string Write(NumberKind kind, List<string> names, Polynomial equation, (string Name, string Type, string Script) hypothesis, List<Step> steps)
    {
        string Old(int i) => names[i];
        string Cancel(BigInteger factor, string rest) => kind == NumberKind.Nat
            ? $"exact Nat.eq_of_mul_eq_mul_left (show 0 < {factor} by decide) (by {rest})"
            : $"exact Int.eq_of_mul_eq_mul_left (show ({factor} : Int) ≠ 0 by decide) (by {rest})";
        var (all, size) = (string.Join(' ', names), string.Join(" + ", names.Select(n => kind == NumberKind.Nat ? n : $"{n}.natAbs")));
        var facts = string.Join(' ', Enumerable.Range(0, steps.Count + 1).Select(i => $"w{i}"));
        var last = $"w{steps.Count}";
        var lines = new List<string>();
        if (hypothesis.Script.Length > 0)
        {
            lines.Add(hypothesis.Script);
        }

        lines.AddRange(
        [
            $"have descent : ∀ N : Nat, ∀ {all} : {kind}, {size} ≤ N → {Sides(equation, Old)} → {string.Join(" ∧ ", names.Select(n => $"{n} = 0"))} := by",
            "  intro N",
            "  induction N with",
            $"  | zero => intro {all} hN w0; clear w0; omega",
            "  | succ N ih =>",
            $"    intro {all} hN w0",
        ]);
        foreach (var (step, number) in steps.Select((s, i) => (s, i)))
        {
            var (unknown, e) = (step.Unknown, $"e{step.Unknown}");
            lines.AddRange(
            [
                $"    have d{unknown} : ({step.Prime} : {kind}) ∣ {names[unknown]} := by",
                Script.Indent(step.Proof, 6),
                $"    obtain ⟨u{unknown}, {e}⟩ := d{unknown}",
                $"    have w{number + 1} : {step.Next} := by",
                $"      rw [{e}] at w{number}",
                $"      {Cancel(step.Content, $"clear hN ih {e}; grind")}",
            ]);
        }

        lines.AddRange(
        [
            $"    have z := ih {string.Join(' ', Enumerable.Range(0, names.Count).Select(i => $"u{i}"))} (by clear ih {facts}; omega) (by first | exact {last} | exact {last}.symm | (clear hN ih; grind))",
            $"    clear ih hN {facts}",
            "    omega",
            $"have w0 : {Sides(equation, Old)} := by first | exact {hypothesis.Name} | exact {hypothesis.Name}.symm | grind",
            $"have z := descent _ {all} (Nat.le_refl _) w0",
            "clear descent w0",
            "first | omega | (simp_all; done) | grind",
        ]);
        return Script.Lines(lines);
    }

    /// <summary>An unknown that the prime divides.</summary>
    /// <param name="Unknown">Which.</param>
    /// <param name="Prime">The prime.</param>
    /// <param name="Proof">Tactics that show it from the equation so far.</param>
    /// <param name="Content">What the equation is divided by when the quotient stands in the unknown's place.</param>
    /// <param name="Next">The equation then.</param>
    private sealed record Step(int Unknown, int Prime, string Proof, BigInteger Content, string Next);
}
