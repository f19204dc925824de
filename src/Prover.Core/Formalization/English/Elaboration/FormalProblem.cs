using Prover.Core.Formalization.English.Syntax;

namespace Prover.Core.Formalization.English.Elaboration;

/// <summary>A problem ready to be written: variables with their domains, hypotheses, a conclusion.</summary>
internal sealed record FormalProblem
{
    /// <summary>Variables, in the order of the text.</summary>
    public required IReadOnlyList<(string Name, Domain Domain)> Variables { get; init; }

    /// <summary>Hypotheses; none is a conjunction.</summary>
    public required IReadOnlyList<Formula> Hypotheses { get; init; }

    /// <summary>What is to be shown; every binder in it has a domain.</summary>
    public required Formula Conclusion { get; init; }

    /// <summary>What was taken for granted, for people.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
