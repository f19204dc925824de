using Prover.Core.Formalization.Examination.Reading;

namespace Prover.Core.Formalization.Examination.Substance;

/// <summary>Looks for conclusions that say nothing: what is supposed already, what holds whatever the terms mean.</summary>
/// <remarks>That a short tactic closes a statement is no objection: so it is with many an honest exercise.</remarks>
internal sealed class SubstanceExamination : IExamination
{
    public EvidenceKind Kind => EvidenceKind.Substance;

    public Task<Evidence?> ExamineAsync(Subject subject, CancellationToken cancellationToken) =>
        Task.FromResult(subject.Statement.Telescope is { } telescope ? Examine(telescope) : null);

    private static Evidence Examine(Telescope statement)
    {
        var supposed = statement.Hypotheses.SelectMany(h => Split(h, '∧')).ToList();
        var why = supposed.Contains(statement.Conclusion) ? "The conclusion is one of the hypotheses."
            : Split(statement.Conclusion, '∧').All(supposed.Contains) ? "Every part of the conclusion is one of the hypotheses."
            : IsEmpty(statement.Conclusion);
        return why is null
            ? new Evidence(EvidenceKind.Substance, Finding.Supports, "The conclusion is neither supposed nor empty.")
            : new Evidence(EvidenceKind.Substance, Finding.Doubts, why);
    }

    private static string? IsEmpty(Proposition conclusion) => conclusion switch
    {
        Proposition.Constant { Value: true } => "The conclusion is True.",
        Proposition.Comparison { Relation: '=' or '≤' or '≥' } c when c.Left == c.Right => "Both sides of the conclusion are the same.",
        Proposition.Comparison { Relation: '≥', Right: Term.Number { Type: NumberType.Nat, Value.IsZero: true } } or
            Proposition.Comparison { Relation: '≤', Left: Term.Number { Type: NumberType.Nat, Value.IsZero: true } } =>
            "The conclusion says of a natural number that it is not negative.",
        Proposition.Comparison { Relation: '<', Left: Term.Binary { Operator: '%', Right: Term.Number m }, Right: Term.Number b } when m.Value.Sign > 0 && b.Value >= m.Value =>
            "The conclusion says of a remainder that it is less than the divisor.",
        Proposition.Quantified { IsUniversal: false } some when Names(some) is { } name =>
            $"The conclusion says only that '{name}' exists, which is defined as a value: nothing is said of that value.",
        Proposition.Binary { Connective: '→' or '↔' } same when same.Left == same.Right => "Both sides of the conclusion are the same.",
        _ => null,
    };

    /// <summary>The variable of <c>∃ r, r = t</c>, also with bounds beside the equation.</summary>
    private static string? Names(Proposition.Quantified some)
    {
        var parts = Split(some.Body, '∧').ToList();
        var isNamed = parts.OfType<Proposition.Comparison>().Any(c =>
            c.Relation == '=' && (IsDefinition(c.Left, c.Right, some.Variable.Name) || IsDefinition(c.Right, c.Left, some.Variable.Name)));
        var others = parts.Where(p => p is not Proposition.Comparison { Relation: '=' });
        return isNamed && others.All(p => p is Proposition.Comparison { Left: Term.Variable, Right: Term.Number } or Proposition.Comparison { Left: Term.Number, Right: Term.Variable })
            ? some.Variable.Name
            : null;
    }

    private static bool IsDefinition(Term variable, Term value, string name) =>
        variable is Term.Variable v && v.Name == name && value is not (Term.Variable or Term.Number) && !Occurs(value, name);

    private static bool Occurs(Term term, string name) => term is Term.Variable v ? v.Name == name : term.Parts.Any(p => Occurs(p, name));

    private static IEnumerable<Proposition> Split(Proposition proposition, char connective) =>
        proposition is Proposition.Binary binary && binary.Connective == connective
            ? Split(binary.Left, connective).Concat(Split(binary.Right, connective))
            : [proposition];
}
