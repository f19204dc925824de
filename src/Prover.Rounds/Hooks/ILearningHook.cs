using System.Text.Json.Nodes;
using Prover.Rounds.Provers;
using Prover.Rounds.Rounds;

namespace Prover.Rounds.Hooks;

/// <summary>Makes a new version of the prover out of the proofs that are there after a round.</summary>
/// <remarks>It may be killed at any moment and is then asked again, with the same request.</remarks>
public interface ILearningHook
{
    /// <summary>Its name, for people.</summary>
    string Name { get; }

    /// <summary>Learns.</summary>
    /// <exception cref="HookException">It failed; the round can be gone on with.</exception>
    Task<HookResult> LearnAsync(HookRequest request, CancellationToken cancellationToken = default);
}

/// <summary>What a hook learns from.</summary>
/// <param name="Round">The round.</param>
/// <param name="Incumbent">The version to learn on.</param>
/// <param name="Pool">All verified proofs, this round's the last.</param>
/// <param name="Files">The same as files.</param>
public sealed record HookRequest(int Round, ProverVersion Incumbent, IReadOnlyList<PoolProof> Pool, HookFiles Files)
{
    /// <summary>This round's proofs.</summary>
    public IEnumerable<PoolProof> New => Pool.Where(p => p.Round == Round);

    /// <summary>Told every line of a log, and whatever else happens.</summary>
    public IProgress<string>? Progress { get; init; }
}

/// <summary>Where a hook finds things and puts things; absolute paths.</summary>
/// <param name="Campaign">The campaign's folder.</param>
/// <param name="Train">What to train on, as an <see cref="ITrainingExport"/> wrote it.</param>
/// <param name="New">The same, of this round's proofs only.</param>
/// <param name="Pool">The pool.</param>
/// <param name="Output">A folder of the hook's own. What it left there when it was killed is still there.</param>
/// <param name="Log">The hook's log; added to.</param>
public sealed record HookFiles(string Campaign, string Train, string New, string Pool, string Output, string Log);

/// <summary>What a hook made.</summary>
/// <param name="Summary">In a sentence.</param>
public sealed record HookResult(string Summary)
{
    /// <summary>Where a memory lies, within the campaign's folder; null for none.</summary>
    public string? Memory { get; init; }

    /// <summary>Hash of the proofs in it; null for none.</summary>
    public string? MemoryId { get; init; }

    /// <summary>A model that answers; null for none.</summary>
    public TrainedModel? Model { get; init; }
}

/// <summary>A model that a command trained and serves.</summary>
/// <param name="Endpoint">Base address of its server.</param>
/// <param name="Model">The server's id of it.</param>
public sealed record TrainedModel(Uri Endpoint, string Model)
{
    /// <summary>Its other settings, as in a <c>models.json</c>; null for none.</summary>
    public JsonObject? Settings { get; init; }
}

/// <summary>A hook that failed. Nothing is lost: the round goes on from there with <c>prover rounds resume</c>.</summary>
public sealed class HookException(string message, Exception? innerException = null) : RoundsException(message, innerException);

/// <summary>What the hooks of a round made; the file <c>learned.json</c>.</summary>
/// <param name="Proofs">Ids of the proofs that are new in this round.</param>
/// <param name="Hooks">What each hook said.</param>
/// <param name="Candidate">The new version.</param>
internal sealed record LearnedRecord(IReadOnlyList<string> Proofs, IReadOnlyList<HookSummary> Hooks, ProverVersion Candidate);

/// <summary>What a hook said.</summary>
internal sealed record HookSummary(string Hook, string Summary);
