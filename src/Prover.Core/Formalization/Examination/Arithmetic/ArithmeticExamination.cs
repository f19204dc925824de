using System.Numerics;
using System.Text.RegularExpressions;
using Prover.Core.Formalization.Examination.Evaluation;
using Prover.Core.Formalization.Examination.Reading;

namespace Prover.Core.Formalization.Examination.Arithmetic;

/// <summary>Looks for small values, allowed by the hypotheses, at which Lean's arithmetic differs from that on paper: natural subtraction
/// below zero, division with a remainder, division by zero.</summary>
internal sealed partial class ArithmeticExamination : IExamination
{
    private const int MaxBound = 8;
    private const int MaxSamples = 300;

    public EvidenceKind Kind => EvidenceKind.Arithmetic;

    public Task<Evidence?> ExamineAsync(Subject subject, CancellationToken cancellationToken) =>
        Task.FromResult(Examine(subject, cancellationToken));

    private static Evidence? Examine(Subject subject, CancellationToken cancellationToken)
    {
        if (subject.Statement.Telescope is not { } telescope || !HasDoubtful(subject.Statement.Meaning!))
        {
            return null;
        }

        var roundsOnPurpose = Rounding().IsMatch(subject.Problem.Text);
        var allowed = Samples.Of(telescope).Where(v => Samples.Hypotheses(telescope, v) is not { Value: false }).Take(MaxSamples).ToList();

        // Hypotheses that nothing satisfies may be so because of their own arithmetic.
        foreach (var values in allowed.Count > 0 ? allowed : Samples.Of(telescope).Take(MaxSamples))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var proposition in telescope.Hypotheses.Append(telescope.Conclusion))
            {
                if (In(proposition, values, roundsOnPurpose) is { } found)
                {
                    return new Evidence(EvidenceKind.Arithmetic, Finding.Doubts, $"{found.What}{(found.Where.Length > 0 ? " at " + found.Where : string.Empty)}.")
                    {
                        Detail = found.Where,
                    };
                }
            }
        }

        return new Evidence(EvidenceKind.Arithmetic, Finding.Supports, "For small values, subtraction and division mean what they mean on paper.");
    }

    private static bool HasDoubtful(Proposition proposition) => proposition.All.SelectMany(p => p.Terms).Any(HasDoubtful);

    private static bool HasDoubtful(Term term) =>
        term is Term.Binary { Operator: '/' or '%' } or Term.Binary { Operator: '-', Type: NumberType.Nat } || term.Parts.Any(HasDoubtful);

    private static (string What, string Where)? In(Proposition proposition, Valuation values, bool roundsOnPurpose)
    {
        switch (proposition)
        {
            case Proposition.Binary binary:
                // What stands behind a premise, or beside a conjunct, counts only where that holds.
                return In(binary.Left, values, roundsOnPurpose) ?? (binary.Connective is '→' or '∧'
                    && PropositionEvaluator.Evaluate(binary.Left, values) is { Value: false }
                        ? null
                        : In(binary.Right, values, roundsOnPurpose));
            case Proposition.Quantified { Variable.Argument: null } quantified:
                var hidden = values[quantified.Variable.Name];
                (string, string)? found = null;
                for (BigInteger i = 0; i < MaxBound && found is null; i++)
                {
                    values[quantified.Variable.Name] = i;
                    found = In(quantified.Body, values, roundsOnPurpose);
                }

                values[quantified.Variable.Name] = hidden;
                return found;
            case Proposition.Comparison { Relation: '=', Left: Term.Binary { Operator: '%' } left, Right: Term.Binary { Operator: '%' } right } when left.Right == right.Right:
                // Numbers are congruent modulo 0 when they are equal, on paper too.
                return new[] { left.Left, right.Left, left.Right }.Select(t => In(t, values, roundsOnPurpose)).FirstOrDefault(f => f is not null);
            default:
                return proposition.Parts.Select(p => In(p, values, roundsOnPurpose))
                    .Concat(proposition.Terms.Select(t => In(t, values, roundsOnPurpose))).FirstOrDefault(f => f is not null);
        }
    }

    private static (string What, string Where)? In(Term term, Valuation values, bool roundsOnPurpose)
    {
        if (term.Parts.Select(p => In(p, values, roundsOnPurpose)).FirstOrDefault(f => f is not null) is { } inner)
        {
            return inner;
        }

        if (term is not Term.Binary { Operator: '-' or '/' or '%' } binary
            || TermEvaluator.Evaluate(binary.Left, values) is not { } left || TermEvaluator.Evaluate(binary.Right, values) is not { } right)
        {
            return null;
        }

        var what = (binary.Operator, right.IsZero) switch
        {
            ('-', _) when term.Type == NumberType.Nat && left < right => $"The natural subtraction {left} - {right} gives 0",
            ('/', true) => $"The division {left} / 0 gives 0",
            ('%', true) => $"The remainder {left} % 0 gives {left}",
            ('/', false) when !roundsOnPurpose && !(left % right).IsZero => $"The division {left} / {right} is rounded to {TermEvaluator.Quotient(left, right)}",
            _ => null,
        };
        return what is null ? null : (what, values.ToString());
    }

    [GeneratedRegex(@"floor|ceil|quotient|integer part|rounded|⌊|⌈", RegexOptions.IgnoreCase)]
    private static partial Regex Rounding();
}
