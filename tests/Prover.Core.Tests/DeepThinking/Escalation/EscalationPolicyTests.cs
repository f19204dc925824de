using Prover.Core.DeepThinking.Escalation;
using Prover.Core.Lean;
using Prover.Core.Proving;
using Prover.Core.Sampling;
using Prover.Core.Verification;

namespace Prover.Core.Tests.DeepThinking.Escalation;

public sealed class EscalationPolicyTests
{
    [Fact]
    public void Spent_samples_are_a_reason() =>
        Assert.Equal(new EscalationTrigger.SamplesSpent(40), new EscalationPolicy().Decide(Ended(VerdictKind.NotProved, 40)));

    [Theory]
    [InlineData(VerdictKind.Proved)]
    [InlineData(VerdictKind.Refuted)]
    [InlineData(VerdictKind.Cancelled)]
    [InlineData(VerdictKind.Infrastructure)]
    public void What_is_decided_or_has_failed_is_none(VerdictKind kind) => Assert.Null(new EscalationPolicy().Decide(Ended(kind, 40)));

    [Fact]
    public void Progress_that_has_stalled_is_told_as_such()
    {
        var progress = new PartialProgress();
        foreach (var errors in new[] { 5, 3, 1, 2, 1, 4, 1 })
        {
            progress = progress.With(Rejected(errors));
        }

        Assert.Equal((1, 4), (progress.FewestErrors, progress.SinceBest));
        Assert.Equal(new EscalationTrigger.Stalled(4, 1), new EscalationPolicy { StalledAfter = 4 }.Decide(Ended(VerdictKind.NotProved, 7), progress));
        Assert.Equal(new EscalationTrigger.SamplesSpent(7), new EscalationPolicy { StalledAfter = 5 }.Decide(Ended(VerdictKind.NotProved, 7), progress));
    }

    private static ProveResult Ended(VerdictKind kind, int samples) => new() { Verdict = new Verdict { Kind = kind }, Samples = samples };

    private static ProveEvent.CandidateFinished Rejected(int errors) => new(1, new ProofCandidate("by x", "t"), new Verdict
    {
        Kind = VerdictKind.Rejected,
        Messages = [.. Enumerable.Range(1, errors).Select(i => new LeanMessage(LeanSeverity.Error, new LeanPosition(i, 0), null, "no"))],
    });
}
