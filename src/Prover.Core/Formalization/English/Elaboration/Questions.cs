using System.Numerics;
using Prover.Core.Formalization.English.Grammar;
using Prover.Core.Formalization.English.Syntax;

namespace Prover.Core.Formalization.English.Elaboration;

/// <summary>Makes a statement of a question: with the answer that the text tells, or with one that can be computed.</summary>
internal static class Questions
{
    private const string Unknown = "the answer is not known; add a sentence such as 'Show that it is 5.'";

    /// <summary>The goal that a question comes to, with its answer.</summary>
    /// <exception cref="UnsaidException">The answer is neither told nor computed.</exception>
    public static Formula Goal(Assignment.Find question, Term? answer, IReadOnlyList<Func<Formula, Formula>> context)
    {
        Formula Under(Formula goal) => context.Concat(question.Known).Reverse().Aggregate(goal, (f, known) => known(f));
        Formula Given(Formula goal) => Under(question.Condition is null ? goal : new Formula.Implies(question.Condition, goal));
        if (answer is not null)
        {
            return question.Term is { } asked ? Given(Build.Equal(asked, answer)) : Given(Build.Equal(Unknowns(question.Condition!), answer));
        }

        if (question.Term is { } term && Arithmetic.Value(term, _ => null) is { } value)
        {
            return Given(Build.Equal(term, Term.FromValue(value)));
        }

        var spine = Spine.Of(Given(new Formula.Compare(Build.Zero, Relation.Equal, Build.Zero)));
        var hypotheses = spine.Hypotheses;
        if (question.Term is Term.Binary { Operator: Operator.Remainder, Right: Term.Number modulus } remainder && Remainder(remainder, modulus.Value, hypotheses) is { } rest)
        {
            return Given(Build.Equal(remainder, new Term.Number(rest)));
        }

        if (question.Condition is Formula.Compare { Relation: Relation.Equal } equation && hypotheses is [Formula.Compare]
            && Solve(equation, question.Term ?? Unknowns(equation)) is var (unknown, solution))
        {
            Fits(spine, unknown, solution);
            return Under(new Formula.Iff(equation, Build.Equal(unknown, solution)));
        }

        if (question.Condition is null && hypotheses is [Formula.Compare { Relation: Relation.Equal } known] && question.Term is Term.Variable && Solve(known, question.Term) is var (_, found))
        {
            Fits(spine, question.Term, found);
            return Under(Build.Equal(question.Term, found));
        }

        throw new UnsaidException(Unknown);
    }

    /// <summary>A natural number is never a negative one.</summary>
    private static void Fits(Spine spine, Term unknown, Term solution)
    {
        if (solution is Term.Negation && spine.Variables.Any(v => unknown == new Term.Variable(v.Name) && v.Domain == Domain.Natural))
        {
            throw new UnsaidException(Unknown);
        }
    }

    private static Term.Variable Unknowns(Formula equation) => Build.Free(equation).Distinct().ToArray() is [var name]
        ? new Term.Variable(name)
        : throw new UnsaidException(Unknown);

    /// <summary>The remainder of a polynomial in variables whose remainders are known.</summary>
    private static BigInteger? Remainder(Term.Binary term, BigInteger modulus, IReadOnlyList<Formula> hypotheses)
    {
        var known = new Dictionary<string, BigInteger>();
        foreach (var hypothesis in hypotheses)
        {
            var (name, of, rest) = hypothesis switch
            {
                Formula.Compare(Term.Binary(Operator.Remainder, Term.Variable v, Term.Number m), Relation.Equal, Term.Number r) => (v.Name, m.Value, r.Value),
                Formula.Congruent(Term.Variable v, Term.Number r, Term.Number m) => (v.Name, m.Value, r.Value),
                _ => (string.Empty, BigInteger.Zero, BigInteger.Zero),
            };
            if (of == modulus)
            {
                known[name] = rest;
            }
        }

        // Sums and products only: of a power with an unknown exponent, a remainder says nothing.
        var isPolynomial = Build.Parts(term.Left).All(t => t is Term.Number or Term.Variable or Term.Negation
            or Term.Binary { Operator: Operator.Add or Operator.Subtract or Operator.Multiply } or Term.Binary { Operator: Operator.Power, Right: Term.Number });
        return isPolynomial && Build.Variables(term).Any() ? Arithmetic.Value(term, name => known.TryGetValue(name, out var rest) ? rest : null) : null;
    }

    /// <summary>The only solution of a linear equation with one unknown.</summary>
    private static (Term Unknown, Term Solution)? Solve(Formula.Compare equation, Term unknown)
    {
        if (unknown is not Term.Variable(var name) || Build.Free(equation).Any(v => v != name)
            || !Build.Parts(equation.Left).Concat(Build.Parts(equation.Right)).All(t => t is Term.Number or Term.Variable or Term.Negation
                or Term.Binary { Operator: Operator.Add or Operator.Subtract or Operator.Multiply }))
        {
            return null;
        }

        BigInteger? At(int x) => Arithmetic.Value(equation.Left, _ => x) - Arithmetic.Value(equation.Right, _ => x);
        if (At(0) is not { } zero || At(1) is not { } one || At(2) is not { } two || At(3) is not { } three || two - one != one - zero || three - two != one - zero || one == zero)
        {
            return null;
        }

        var slope = one - zero;
        return (-zero % slope).IsZero && Degree(equation.Left) <= 1 && Degree(equation.Right) <= 1
            ? (unknown, Term.FromValue(-zero / slope))
            : throw new UnsaidException(Unknown);
    }

    private static int Degree(Term term) => term switch
    {
        Term.Variable => 1,
        Term.Binary { Operator: Operator.Multiply } b => Degree(b.Left) + Degree(b.Right),
        Term.Binary b => Math.Max(Degree(b.Left), Degree(b.Right)),
        Term.Negation n => Degree(n.Of),
        _ => 0,
    };
}
