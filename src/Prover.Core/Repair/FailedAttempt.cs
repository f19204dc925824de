using Prover.Core.Repair.Partial;
using Prover.Core.Sampling;
using Prover.Core.Verification;

namespace Prover.Core.Repair;

/// <summary>A proof that Lean did not accept, with all that helps to correct it.</summary>
public sealed class FailedAttempt
{
    internal FailedAttempt(FinishedCandidate finished, FailedAttempt? parent, PartialProof? partial)
    {
        Candidate = finished.Candidate;
        Verdict = finished.Verdict!;
        Text = finished.Text;
        Parent = parent;
        Round = parent is null ? 0 : parent.Round + 1;
        Partial = partial;
        Best = PartialProof.Compare(partial, parent?.Best) >= 0 ? partial : parent!.Best;
        Report = ErrorReport.Of(Text, Verdict.Messages);
    }

    /// <summary>The proof.</summary>
    public ProofCandidate Candidate { get; }

    /// <summary>Why it is none.</summary>
    public Verdict Verdict { get; }

    /// <summary>The whole text that was checked.</summary>
    public string Text { get; }

    /// <summary>Lean's errors, for a reader.</summary>
    public ErrorReport Report { get; }

    /// <summary>The attempt that this one was to repair; null for a fresh one.</summary>
    public FailedAttempt? Parent { get; }

    /// <summary>Repairs that led to it; 0 for a fresh one.</summary>
    public int Round { get; }

    /// <summary>It and the attempts before it, the first first.</summary>
    public IReadOnlyList<FailedAttempt> Line => Parent is null ? [this] : [.. Parent.Line, this];

    /// <summary>What can be kept of it; null for nothing.</summary>
    public PartialProof? Partial { get; }

    /// <summary>The best of this one and those before it.</summary>
    public PartialProof? Best { get; }

    /// <summary>How often a repair of it has been asked for.</summary>
    public int Repairs { get; internal set; }

    /// <summary>True when it got further than the attempt that it was to repair; of a fresh one, when it got anywhere.</summary>
    public bool IsProgress => PartialProof.Compare(Partial, Parent?.Best) > 0;

    /// <summary>True when Lean says the same of it as of the attempt before: a loop.</summary>
    public bool RepeatsItself => Parent is not null && !IsProgress && Complaint == Parent.Complaint;

    // What is wrong, wherever it stands.
    private string Complaint => Report.Errors.Count == 0 ? Verdict.Reason ?? string.Empty : string.Join('\n', Report.Errors.Select(e => e.Message));
}
