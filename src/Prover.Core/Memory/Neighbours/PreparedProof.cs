using System.Text;
using Prover.Core.Memory.Adaptation;
using Prover.Core.Memory.Features;
using Prover.Core.Memory.Terms;

namespace Prover.Core.Memory.Neighbours;

/// <summary>A step with all that can be found out about it without the memory.</summary>
internal sealed record PreparedStep(byte[] Goal, string Tactic, ulong Key, ulong TacticKey, int[] Features, uint[] Keys)
{
    /// <summary>How long Lean took for the proof that it is all of, in seconds; null for a part of one, and where that is not known.</summary>
    public double? Seconds { get; init; }
}

/// <summary>A proof that is ready to be added: the costly part of learning, done outside any lock.</summary>
internal sealed record PreparedProof(string Id, IReadOnlyList<PreparedStep> Steps)
{
    /// <summary>The proof as one step from its goal by its method; without a step where either is not known.</summary>
    public required IReadOnlyList<PreparedStep> Whole { get; init; }

    /// <summary>Prepares a proof; steps whose goals can't be read teach nothing and are left out.</summary>
    public static PreparedProof Of(LearnedProof proof)
    {
        IEnumerable<ProofStep> whole = proof is { Method: { } method, Steps: [var first, ..] } ? [new ProofStep(first.Goal, method)] : [];
        return new(proof.Id, [.. proof.Steps.Select(Prepare).OfType<PreparedStep>()]) { Whole = [.. whole.Select(Prepare).OfType<PreparedStep>().Select(s => s with { Seconds = proof.Seconds })] };
    }

    private static PreparedStep? Prepare(ProofStep step)
    {
        if (string.IsNullOrWhiteSpace(step.Tactic) || GoalTerms.Read(step.Goal) is not { } goal)
        {
            return null;
        }

        var features = GoalFingerprint.Of(goal);
        var keys = new uint[MinHash.Keys];
        MinHash.Fill(features, keys);
        var key = Fingerprint.Join(Fingerprint.Of(step.Goal), Fingerprint.Of(step.Tactic));
        return new PreparedStep(Encoding.UTF8.GetBytes(step.Goal), step.Tactic, key, TacticText.Read(step.Tactic, goal).Kind, features, keys);
    }
}
