using Prover.Core;
using Prover.Core.Memory;
using Prover.Core.Verification;

namespace Prover.Rounds.Hooks;

/// <summary>The built-in learner: puts the steps of all verified proofs into a memory of tactics.</summary>
/// <remarks>The memory is made anew from the whole pool each time, so that a round that was killed, or rolled back, leaves no trace in it; it becomes
/// visible whole or not at all.</remarks>
/// <param name="open">Opens the memory that is kept at a path, and makes it where there is none. A memory that can be disposed of is.</param>
public sealed class MemoryHook(Func<string, CancellationToken, Task<ITacticMemory>> open) : ILearningHook
{
    /// <summary>Name of the memory within its folder.</summary>
    public const string FileName = "tactics";

    /// <inheritdoc />
    public string Name => "memory";

    /// <inheritdoc />
    public async Task<HookResult> LearnAsync(HookRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var proofs = request.Pool.Where(p => p.Steps.Count > 0).ToList();
        var id = ContentKey.Hash([.. proofs.SelectMany(p => p.Steps.SelectMany(s => new[] { s.Goal, s.Tactic }).Prepend(p.Origin ?? string.Empty).Prepend(p.Id))]);
        if (proofs.Count == 0 || id == request.Incumbent.MemoryId)
        {
            return new HookResult("There is no proof with steps that the memory does not have.");
        }

        var folder = Path.Combine(request.Files.Output, "memory");
        var partial = folder + ".partial";
        Delete(partial);
        Directory.CreateDirectory(partial);
        var memory = await open(Path.Combine(partial, FileName), cancellationToken).ConfigureAwait(false);
        try
        {
            foreach (var proof in proofs)
            {
                await memory.LearnAsync(new LearnedProof(proof.Id, proof.Steps) { Method = LearnedProof.MethodOf(proof.Origin), Seconds = proof.Seconds }, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            await Disposal.DisposeAsync(memory).ConfigureAwait(false);
        }

        Delete(folder);
        Directory.Move(partial, folder);
        return new HookResult($"{proofs.Count} proofs with {proofs.Sum(p => p.Steps.Count)} steps are in the memory, {request.New.Count(p => p.Steps.Count > 0)} of them new.")
        {
            Memory = Path.Combine(folder, FileName),
            MemoryId = id,
        };
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
