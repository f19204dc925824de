namespace Prover.Rounds.Makers;

/// <summary>A statement without its name.</summary>
/// <param name="Binders">Variables and hypotheses, e.g. <c>(n : Nat) (h : 2 ≤ n)</c>; may be empty.</param>
/// <param name="Conclusion">What is to be shown.</param>
internal sealed record Draft(string Binders, string Conclusion)
{
    /// <summary>Whether it is known to be true by the way it was drawn up.</summary>
    public bool IsTrue { get; init; } = true;
}

/// <summary>A shape of statements with the difficulties that it can have.</summary>
/// <param name="Name">Its name.</param>
/// <param name="From">Its smallest difficulty.</param>
/// <param name="To">Its largest difficulty.</param>
/// <param name="Draw">Draws one up, for a difficulty.</param>
internal sealed record Template(string Name, int From, int To, Func<SeededRandom, int, Draft> Draw);
