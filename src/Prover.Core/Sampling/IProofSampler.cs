using System.Threading.Channels;
using Prover.Core.Checking;
using Prover.Core.Memory;
using Prover.Core.Models;
using Prover.Core.Statements;
using Prover.Core.Verification;

namespace Prover.Core.Sampling;

/// <summary>Proposes proofs of a problem: a portfolio of tactics, a language model, a search.</summary>
/// <remarks>Thread-safe; each call gives a stream of its own, lazily, best first. The stream may end (all ideas spent) or go on
/// until cancelled. Samplers only propose: nothing they say is trusted.</remarks>
public interface IProofSampler
{
    /// <summary>Short name, kept with every attempt.</summary>
    string Name { get; }

    /// <summary>Streams candidate proofs.</summary>
    IAsyncEnumerable<ProofCandidate> SampleAsync(Problem problem, SamplingRun run, CancellationToken cancellationToken = default);
}

/// <summary>What a search and its sampler share while one problem is worked on.</summary>
public sealed record SamplingRun
{
    /// <summary>The settings.</summary>
    public SamplingOptions Options { get; init; } = new();

    /// <summary>The models' budget and account; every request to a model goes through it. When it is spent, what needs models ends, and what
    /// needs none goes on.</summary>
    public ModelSession Models { get; init; } = new();

    /// <summary>Checks without an answer that samplers made by themselves.</summary>
    public OwnChecks Checks { get; init; } = new();

    /// <summary>Where samplers gave up.</summary>
    public StuckGoals Stuck { get; init; } = new();

    /// <summary>What the checks of this run cost, those of candidates and those that samplers make by themselves.</summary>
    public CheckMeter Meter { get; init; } = new();

    /// <summary>The pace that a sampler's own checks keep, and dear candidates; null for none.</summary>
    public CheckPace? Pace { get; init; }

    /// <summary>The checker for a sampler's own checks: on the meter, and at the pace.</summary>
    public ILeanChecker Over(ILeanChecker checker) => Pace?.Over(Meter.Over(checker)) ?? Meter.Over(checker);

    /// <summary>How much time is left of the search's, whenever it is asked: by the clock or of its processor time, whichever is less; null where there is no limit.</summary>
    public Func<TimeSpan?> TimeLeft { get; init; } = () => null;

    /// <summary>How candidates ended, each exactly once, in the order in which they did: what a sampler that learns from Lean's answers
    /// reads. Null where nobody tells.</summary>
    public ChannelReader<FinishedCandidate>? Finished { get; init; }
}

/// <summary>A candidate and what became of it.</summary>
/// <param name="Candidate">As it was proposed.</param>
/// <param name="Verdict">The verdict; null for one that was not checked, since the same had been proposed before.</param>
/// <param name="Text">The whole text that was checked: positions of the verdict's messages are in it; empty when not checked.</param>
public sealed record FinishedCandidate(ProofCandidate Candidate, Verdict? Verdict, string Text);

/// <summary>Settings of one sampling run.</summary>
public sealed record SamplingOptions
{
    /// <summary>Seed of whatever is random.</summary>
    public int Seed { get; init; }

    /// <summary>Names of the language models to use; null is all that are configured, empty is none.</summary>
    public IReadOnlyList<string>? Models { get; init; }

    /// <summary>When false, the model-free portfolio proposes nothing: what is measured is the models alone.</summary>
    public bool UsePortfolio { get; init; } = true;

    /// <summary>When true, exact calculation and then a best-first search over tactics soon join the portfolio.</summary>
    public bool UseSearch { get; init; }

    /// <summary>How repairs and fresh proofs share the budget: a name of <see cref="Repair.Policies.RepairPolicies"/>.</summary>
    public string RepairPolicy { get; init; } = Repair.Policies.RepairPolicies.All[0].Name;
}

/// <summary>A proposed proof.</summary>
/// <param name="Proof">What stands after <c>:=</c>, e.g. <c>by omega</c>; lines after the first are indented.</param>
/// <param name="Origin">Where it comes from, e.g. <c>portfolio/omega</c>.</param>
public sealed record ProofCandidate(string Proof, string Origin)
{
    /// <summary>Heartbeats (thousands) to spend on it at most; null leaves Lean's default of 200,000.</summary>
    public int? MaxHeartbeats { get; init; }

    /// <summary>Lemmas and definitions of its own that stand in front of the theorem; empty for most.</summary>
    public string Helpers { get; init; } = string.Empty;

    /// <summary>Tokens that the sampler spent on it; 0 without a model.</summary>
    public long Tokens { get; init; }

    /// <summary>Its steps with the goals they met, where the sampler knows them; what a memory learns from when it is verified.</summary>
    public IReadOnlyList<ProofStep> Steps { get; init; } = [];

    /// <summary>True when it proves the negation of the statement instead.</summary>
    public bool Refutes { get; init; }
}
