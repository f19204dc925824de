using Prover.Bench.Data;

namespace Prover.Bench.Provers;

/// <summary>A prover under test. One attempt is one sample: independent of all others but for its seed.</summary>
/// <remarks>Thread-safe.</remarks>
public interface IBenchProver
{
    /// <summary>Everything about it that can change results; kept with the run.</summary>
    ProverSettings Settings { get; }

    /// <summary>One attempt.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="statement">The text as Lean gets it.</param>
    /// <param name="seed">The attempt's own seed.</param>
    /// <param name="cancellationToken">Ends it with an exception: a cancelled attempt is no sample.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    Task<Attempt> AttemptAsync(BenchProblem problem, string statement, int seed, CancellationToken cancellationToken = default);
}
