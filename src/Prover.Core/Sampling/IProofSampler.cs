using Prover.Core.Statements;

namespace Prover.Core.Sampling;

/// <summary>Proposes proofs of a problem: a portfolio of tactics, a language model, a search.</summary>
/// <remarks>Thread-safe; each call gives a stream of its own, lazily, best first. The stream may end (all ideas spent) or go on
/// until cancelled. Samplers only propose: nothing they say is trusted.</remarks>
public interface IProofSampler
{
    /// <summary>Short name, kept with every attempt.</summary>
    string Name { get; }

    /// <summary>Streams candidate proofs.</summary>
    IAsyncEnumerable<ProofCandidate> SampleAsync(Problem problem, SamplingOptions options, CancellationToken cancellationToken = default);
}

/// <summary>Settings of one sampling run.</summary>
public sealed record SamplingOptions
{
    /// <summary>Seed of whatever is random.</summary>
    public int Seed { get; init; }
}

/// <summary>A proposed proof.</summary>
/// <param name="Proof">What stands after <c>:=</c>, e.g. <c>by omega</c>; lines after the first are indented.</param>
/// <param name="Origin">Where it comes from, e.g. <c>portfolio/omega</c>.</param>
public sealed record ProofCandidate(string Proof, string Origin)
{
    /// <summary>Heartbeats (thousands) to spend on it at most; null leaves Lean's default of 200,000.</summary>
    public int? MaxHeartbeats { get; init; }

    /// <summary>Tokens that the sampler spent on it; 0 without a model.</summary>
    public long Tokens { get; init; }

    /// <summary>True when it proves the negation of the statement instead.</summary>
    public bool Refutes { get; init; }
}
