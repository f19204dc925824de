using Prover.Core.Formalization.Examination.Reading;

namespace Prover.Core.Formalization.Examination.Bindings;

/// <summary>Looks for names that became something else unnoticed, and for variables that nothing speaks of.</summary>
internal sealed class BindingsExamination : IExamination
{
    public EvidenceKind Kind => EvidenceKind.Bindings;

    public Task<Evidence?> ExamineAsync(Subject subject, CancellationToken cancellationToken) => Task.FromResult<Evidence?>(Examine(subject.Statement));

    private static Evidence Examine(ReadStatement statement)
    {
        if (statement.BindsUnknown is { } unknown)
        {
            return Doubt("Lean took a name that is bound nowhere for a new variable, universally quantified. Bind it, or correct it.", unknown);
        }

        if (statement.Confirmed == false)
        {
            return Doubt("It means something else than it looks like: something in it is not what Lean prints for it, such as an instance of its own.", statement.Printed);
        }

        if (statement.Meaning is not { } meaning)
        {
            return statement.Confirmed is null
                ? new Evidence(EvidenceKind.Bindings, Finding.Unknown, "Lean could not be asked whether it means what it looks like.")
                : new Evidence(EvidenceKind.Bindings, Finding.Unknown, "The statement is about more than numbers; every name in it is bound.");
        }

        var bound = meaning.All.OfType<Proposition.Quantified>().ToList();
        if (bound.Find(q => !Mentions(q.Body, q.Variable.Name)) is { } unused)
        {
            return Doubt($"The variable '{unused.Variable.Name}' is bound but nothing speaks of it.", statement.Printed);
        }

        return bound.Find(q => q.Body.All.OfType<Proposition.Quantified>().Any(inner => inner.Variable.Name == q.Variable.Name)) is { } hidden
            && Hides(hidden)
            ? Doubt($"An inner variable '{hidden.Variable.Name}' hides an outer one of the same name.", statement.Printed)
            : new Evidence(EvidenceKind.Bindings, Finding.Supports, "Every name is bound by the statement itself, and used.");
    }

    private static bool Hides(Proposition.Quantified outer) =>
        outer.Body.All.OfType<Proposition.Quantified>().Any(inner => inner.Variable.Name == outer.Variable.Name);

    private static bool Mentions(Proposition proposition, string name) =>
        proposition is Proposition.Quantified inner && inner.Variable.Name == name
            ? false
            : proposition.Terms.Any(t => Mentions(t, name)) || proposition.Parts.Any(p => Mentions(p, name));

    private static bool Mentions(Term term, string name) => term switch
    {
        Term.Variable variable => variable.Name == name,
        Term.Call call when call.Function == name => true,
        _ => term.Parts.Any(p => Mentions(p, name)),
    };

    private static Evidence Doubt(string message, string detail) => new(EvidenceKind.Bindings, Finding.Doubts, message) { Detail = detail };
}
