using Prover.Cli.Input;
using Prover.Core.Memory;
using Prover.Rounds.Hooks;

namespace Prover.Cli.Rounds;

/// <summary>The built-in learner's memory of tactics.</summary>
internal static class RoundMemory
{
    /// <summary>Opens the memory at a path; null where this program has none.</summary>
    public static Func<string, CancellationToken, Task<ITacticMemory>>? Open { get; }

    /// <summary>The built-in learner.</summary>
    /// <exception cref="UsageException">This program has none.</exception>
    public static ILearningHook Hook(string prover) => Open is { } open
        ? new MemoryHook(open)
        : throw new UsageException($"The prover '{prover}' has no memory. Give --no-memory, and a --hook if it is to learn by one.");
}
