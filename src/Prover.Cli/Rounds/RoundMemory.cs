using Prover.Bench.Provers;
using Prover.Cli.Input;
using Prover.Core.Memory;
using Prover.Rounds.Hooks;

namespace Prover.Cli.Rounds;

/// <summary>The built-in learner's memory of tactics.</summary>
internal static class RoundMemory
{
    /// <summary>The built-in learner.</summary>
    /// <exception cref="UsageException">The prover does not ask one.</exception>
    public static ILearningHook Hook(string prover) => ProverFactory.HasMemory(prover)
        ? new MemoryHook(async (path, token) => await TacticMemory.OpenAsync(path, token).ConfigureAwait(false))
        : throw new UsageException($"The prover '{prover}' has no memory. Choose one that has, or give --no-memory, and a --hook if it is to learn by one.");
}
