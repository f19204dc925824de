using System.Text.Json.Serialization;

namespace Prover.Core.DeepThinking.Escalation;

/// <summary>Why a statement is thought about longer.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "trigger")]
[JsonDerivedType(typeof(Wish), "wish")]
[JsonDerivedType(typeof(SamplesSpent), "samples-spent")]
[JsonDerivedType(typeof(Stalled), "stalled")]
public abstract record EscalationTrigger
{
    private EscalationTrigger()
    {
    }

    /// <summary>In a sentence.</summary>
    [JsonIgnore]
    public abstract string Reason { get; }

    /// <summary>Somebody asked for it.</summary>
    public sealed record Wish : EscalationTrigger
    {
        /// <inheritdoc />
        [JsonIgnore]
        public override string Reason => "It was asked for.";
    }

    /// <summary>A search has spent what it had without a proof.</summary>
    /// <param name="Samples">Candidates that Lean was asked about.</param>
    public sealed record SamplesSpent(int Samples) : EscalationTrigger
    {
        /// <inheritdoc />
        [JsonIgnore]
        public override string Reason => $"{Samples} candidates were tried and none is a proof.";
    }

    /// <summary>Candidates no longer come nearer to a proof.</summary>
    /// <param name="Candidates">Candidates in a row of which none was better than the best before.</param>
    /// <param name="FewestErrors">Errors of the best.</param>
    public sealed record Stalled(int Candidates, int FewestErrors) : EscalationTrigger
    {
        /// <inheritdoc />
        [JsonIgnore]
        public override string Reason => $"{Candidates} candidates in a row came no nearer than the best before, with {FewestErrors} errors.";
    }
}
