using Prover.Core.Memory;
using Prover.Core.Verification;

namespace Prover.Rounds.Rounds;

/// <summary>A verified proof with where it comes from; a line of <c>pool.jsonl</c>.</summary>
/// <param name="Id">Hex SHA-256 of statement and proof.</param>
/// <param name="Problem">Name of the problem.</param>
/// <param name="Round">The round that found it.</param>
/// <param name="Prover">The version of the prover that found it, e.g. <c>portfolio@2</c>.</param>
/// <param name="Statement">The statement as Lean got it.</param>
/// <param name="Proof">The whole Lean text that was verified.</param>
public sealed record PoolProof(string Id, string Problem, int Round, string Prover, string Statement, string Proof)
{
    /// <summary>Name of the problem that this one is a variant of; null for none.</summary>
    public string? Parent { get; init; }

    /// <summary>Who proposed it, e.g. <c>portfolio/omega</c>.</summary>
    public string? Origin { get; init; }

    /// <summary>How far it was checked.</summary>
    public Grade? Grade { get; init; }

    /// <summary>Its axioms.</summary>
    public IReadOnlyList<string> Axioms { get; init; } = [];

    /// <summary>Its steps, as far as they are known.</summary>
    public IReadOnlyList<ProofStep> Steps { get; init; } = [];

    /// <summary>How long Lean took to check it when it was found, in seconds; null where that is not known.</summary>
    public double? Seconds { get; init; }

    /// <summary>The id of a proof of this text.</summary>
    internal static string IdOf(string statement, string proof) => ContentKey.Hash(statement, proof);
}
