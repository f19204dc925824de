namespace Prover.Rounds.Makers;

/// <summary>Makes provable-looking statements for plain Lean: core and Std, no Mathlib. Where one says <c>ℝ</c> it is meant as in the profile <c>core</c>: any
/// ordered field.</summary>
/// <remarks>Thread-safe. The same maker, seed and difficulty give the same problem on every platform.</remarks>
public interface IProblemMaker
{
    /// <summary>The maker's name, an identifier; one of a kind.</summary>
    string Name { get; }

    /// <summary>The kind of mathematics, e.g. <c>identities</c>; several makers may share one.</summary>
    string Family { get; }

    /// <summary>Makes a problem.</summary>
    /// <param name="seed">Which one; not negative.</param>
    /// <param name="difficulty">From <see cref="MadeProblem.Easiest"/>, which falls to one decision procedure, to
    /// <see cref="MadeProblem.Hardest"/>, which takes a chain of steps.</param>
    /// <exception cref="ArgumentOutOfRangeException">The seed is negative, or there is no such difficulty.</exception>
    MadeProblem Make(long seed, int difficulty);
}
