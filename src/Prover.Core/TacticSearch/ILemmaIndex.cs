namespace Prover.Core.TacticSearch;

/// <summary>A lemma of the library.</summary>
/// <param name="Name">Its full name.</param>
/// <param name="Shape">What it can be used for.</param>
public sealed record LibraryLemma(string Name, LemmaShape Shape);

/// <summary>What a lemma's conclusion is.</summary>
public enum LemmaShape
{
    /// <summary>Something to apply.</summary>
    Fact,

    /// <summary>An equation or equivalence: something to rewrite with.</summary>
    Rule,
}

/// <summary>Finds lemmas of the library by what they are about.</summary>
/// <remarks>Thread-safe.</remarks>
public interface ILemmaIndex
{
    /// <summary>Lemmas whose conclusions share the most, and the rarest, symbols with a goal's, and say little that the goal does not.</summary>
    /// <param name="goal">The goal, as Lean prints it: the context a line each, then <c>⊢</c> and the conclusion.</param>
    /// <param name="most">How many at most.</param>
    IReadOnlyList<LibraryLemma> Find(string goal, int most);
}

/// <summary>Where an index of lemmas comes from.</summary>
/// <remarks>Thread-safe.</remarks>
public interface ILemmaSource
{
    /// <summary>The index; the same object each time.</summary>
    /// <exception cref="Lean.ToolchainException">The toolchain is not ready; the message names the remedy.</exception>
    Task<ILemmaIndex> GetLemmasAsync(CancellationToken cancellationToken = default);
}
