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
    /// <summary>Lemmas whose statements share the most, and the rarest, symbols with a goal.</summary>
    /// <param name="goal">The goal's conclusion, as Lean prints it.</param>
    /// <param name="most">How many at most.</param>
    IReadOnlyList<LibraryLemma> Find(string goal, int most);
}
