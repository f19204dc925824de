using Prover.Core.Memory.Neighbours;

namespace Prover.Core.Memory;

/// <summary>A memory as it was at some time.</summary>
internal sealed class FrozenMemory(TacticMemory memory, Knowledge then, Knowledge methods) : ITacticMemory
{
    /// <inheritdoc />
    public IReadOnlyList<TacticSuggestion> Suggest(string goal, int most) => memory.Suggest(goal, most, then);

    /// <inheritdoc />
    public IReadOnlyList<MethodSuggestion> SuggestMethods(string goal, int most) => memory.SuggestMethods(goal, most, methods);

    /// <inheritdoc />
    public Task LearnAsync(LearnedProof proof, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("A snapshot of a memory learns nothing. Learn with the memory that it was taken of.");
}
