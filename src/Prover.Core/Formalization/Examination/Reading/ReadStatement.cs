using Prover.Core.Statements;

namespace Prover.Core.Formalization.Examination.Reading;

/// <summary>A statement that elaborates, as Lean prints it.</summary>
/// <param name="Source">The statement as it was written.</param>
/// <param name="Given">The same with its author.</param>
/// <param name="Printed">Its type as Lean prints it, with the types of numerals, casts and bound variables.</param>
/// <param name="BindsUnknown">Lean's words where it elaborates only because an unknown identifier became a new variable; else null.</param>
internal sealed record ReadStatement(TheoremStatement Source, FormalStatement Given, string Printed, string? BindsUnknown)
{
    private readonly Proposition? _read = PropositionParser.Parse(Printed);

    /// <summary>Who wrote it.</summary>
    public string Author => Given.Author;

    /// <summary>Whether Lean says that what was read off <see cref="Printed"/> is what the statement means; null where it could not be asked.</summary>
    public bool? Confirmed { get; init; } = true;

    /// <summary>What it says; null where it says more than numbers, relations and logic, or where Lean does not confirm it.</summary>
    public Proposition? Meaning => Confirmed == true ? _read : null;

    /// <summary>The meaning taken apart; null as <see cref="Meaning"/>.</summary>
    public Telescope? Telescope => Meaning is null ? null : Telescope.Of(Meaning);
}
