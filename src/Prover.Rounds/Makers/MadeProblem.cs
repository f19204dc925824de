namespace Prover.Rounds.Makers;

/// <summary>A problem that was made, with all that it takes to make it again.</summary>
public sealed record MadeProblem
{
    /// <summary>The smallest difficulty.</summary>
    public const int Easiest = 1;

    /// <summary>The largest difficulty.</summary>
    public const int Hardest = 10;

    /// <summary>Where made problems come from, and so what may be done with them: whatever one likes.</summary>
    public const string Generated = "generated";

    /// <summary>The theorem's name: maker, difficulty and seed.</summary>
    public required string Name { get; init; }

    /// <summary>The statement, <c>theorem NAME (binders) : type</c>, without <c>:=</c>.</summary>
    public required string Statement { get; init; }

    /// <summary>The maker's name.</summary>
    public required string Maker { get; init; }

    /// <summary>The maker's family.</summary>
    public required string Family { get; init; }

    /// <summary>The shape that it was made from, e.g. <c>two_squares</c>; within a maker one of a kind.</summary>
    public required string Template { get; init; }

    /// <summary>The seed that it was made with.</summary>
    public required long Seed { get; init; }

    /// <summary>The difficulty that was asked for.</summary>
    public required int Difficulty { get; init; }

    /// <summary>Whether the way it was made shows that it is true. Nothing is proved by that.</summary>
    public required bool IsTrueByConstruction { get; init; }

    /// <summary>Licence and provenance.</summary>
    public string Provenance { get; init; } = Generated;
}
