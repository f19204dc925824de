using Prover.Core.Statements;

namespace Prover.Core.Formalization.Examination.Reading;

/// <summary>A statement that elaborates, as Lean prints it.</summary>
/// <param name="Source">The statement as it was written.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Printed">Its type as Lean prints it, with the types of numerals, casts and bound variables.</param>
/// <param name="BindsUnknown">Lean's words where it elaborates only because an unknown identifier became a new variable; else null.</param>
internal sealed record ReadStatement(TheoremStatement Source, string Author, string Printed, string? BindsUnknown)
{
    /// <summary>What it says; null where it says more than numbers, relations and logic.</summary>
    public Proposition? Meaning { get; } = PropositionParser.Parse(Printed);

    /// <summary>The meaning taken apart; null as <see cref="Meaning"/>.</summary>
    public Telescope? Telescope => Meaning is null ? null : Telescope.Of(Meaning);
}
