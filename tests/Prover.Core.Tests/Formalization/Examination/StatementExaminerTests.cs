using Microsoft.Extensions.Time.Testing;
using Prover.Core.Checking;
using Prover.Core.Formalization;
using Prover.Core.Formalization.Examination;
using Prover.Core.Lean;
using Prover.Core.Proving;
using Prover.Core.Tests.Fakes;
using Prover.Core.Verification;

namespace Prover.Core.Tests.Formalization.Examination;

public sealed class StatementExaminerTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_statement_that_does_not_elaborate_is_contradicted_in_Leans_words_and_not_examined_further()
    {
        var evidence = Assert.Single(await ExamineAsync("Prove it.", _ => ScriptedChecker.Error("unknown identifier 'foo'")));
        Assert.Equal((EvidenceKind.Elaborates, Finding.Contradicts), (evidence.Kind, evidence.Finding));
        Assert.Equal("unknown identifier 'foo'", evidence.Detail);
        Assert.Equal(FaithfulnessLevel.Contradicted, FaithfulnessLevels.Of([evidence]));
    }

    [Fact]
    public async Task Where_Lean_could_not_be_asked_nothing_is_known()
    {
        var evidence = Assert.Single(await ExamineAsync("Prove it.", _ => new CheckOutcome.InfrastructureFailure("no Lean")));
        Assert.Equal(Finding.Unknown, evidence.Finding);
        Assert.Contains("no Lean", evidence.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_only_became_a_variable_is_doubted()
    {
        var evidence = await ExamineAsync("Show that m + n = n + m.", request => request.Text.Contains("autoImplicit false", StringComparison.Ordinal)
            ? ScriptedChecker.Error("Unknown identifier `m`")
            : Printed("∀ {m : Nat} (n : Nat), m + n = n + m"));
        var bindings = evidence.Single(e => e.Kind == EvidenceKind.Bindings);
        Assert.Equal((Finding.Doubts, "Unknown identifier `m`"), (bindings.Finding, bindings.Detail));
    }

    [Fact]
    public async Task A_statement_that_means_something_else_than_Lean_prints_is_doubted_and_not_judged_by_what_it_looks_like()
    {
        var evidence = await ExamineAsync(
            "Show that n^2 + n is even.",
            request => request.Text.Contains("_reads", StringComparison.Ordinal) ? ScriptedChecker.Error("type mismatch") : Checker("∀ (n : Nat), (n ^ 2 + n) % (2 : Nat) = (0 : Nat)", accepts: true)(request),
            "theorem other (n : Nat) : (n ^ 2 + n) % 2 = 0");
        Assert.Equal(Finding.Doubts, evidence.Single(e => e.Kind == EvidenceKind.Bindings).Finding);
        Assert.DoesNotContain(evidence, e => e.Kind is EvidenceKind.Truth or EvidenceKind.Agreement && e.Finding == Finding.Supports);
        Assert.Equal(FaithfulnessLevel.Doubtful, FaithfulnessLevels.Of(evidence));
    }

    [Fact]
    public async Task Where_Lean_cannot_confirm_what_it_printed_nothing_is_known_of_it()
    {
        var evidence = await ExamineAsync("Show that n < 2^n.", request => request.Text.Contains("_reads", StringComparison.Ordinal)
            ? new CheckOutcome.InfrastructureFailure("no Lean")
            : Checker("∀ (n : Nat), n < (2 : Nat) ^ n", accepts: true)(request));
        Assert.All(evidence.Skip(1), e => Assert.Equal(Finding.Unknown, e.Finding));
    }

    [Fact]
    public async Task A_counterexample_speaks_against_a_statement_only_where_Lean_confirms_it()
    {
        var confirmed = await ExamineAsync("Show that every natural number is 0.", Checker("∀ (n : Nat), n = (0 : Nat)", accepts: true));
        var unconfirmed = await ExamineAsync("Show that every natural number is 0.", Checker("∀ (n : Nat), n = (0 : Nat)", accepts: false));
        Assert.Equal(Finding.Contradicts, confirmed.Single(e => e.Kind == EvidenceKind.Truth).Finding);
        Assert.Equal(Finding.Doubts, unconfirmed.Single(e => e.Kind == EvidenceKind.Truth).Finding);
    }

    [Fact]
    public async Task Agreement_needs_Lean_to_accept_both_ways()
    {
        const string printed = "∀ (n : Nat), n < (2 : Nat) ^ n";
        var accepted = await ExamineAsync("Show that n < 2^n.", Checker(printed, accepts: true), "theorem other (n : Nat) : n < 2 ^ n");
        var refused = await ExamineAsync("Show that n < 2^n.", Checker(printed, accepts: false), "theorem other (n : Nat) : n < 2 ^ n");
        Assert.Equal(Finding.Supports, accepted.Single(e => e.Kind == EvidenceKind.Agreement).Finding);
        Assert.Equal(Finding.Unknown, refused.Single(e => e.Kind == EvidenceKind.Agreement).Finding);
        Assert.Equal(FaithfulnessLevel.Corroborated, FaithfulnessLevels.Of(accepted));
        Assert.Equal(FaithfulnessLevel.Plausible, FaithfulnessLevels.Of(refused));
    }

    [Fact]
    public async Task A_model_that_says_the_same_twice_agrees_with_nobody()
    {
        var evidence = await ExamineAsync(
            "Show that n < 2^n.", Checker("∀ (n : Nat), n < (2 : Nat) ^ n", accepts: true), "theorem other (n : Nat) : n < 2 ^ n", author: "m/plain.v1", otherAuthor: "m/careful.v1");
        var agreement = evidence.Single(e => e.Kind == EvidenceKind.Agreement);
        Assert.Equal(Finding.Unknown, agreement.Finding);
        Assert.Contains("one model wrote both", agreement.Message, StringComparison.Ordinal);
        Assert.Equal(FaithfulnessLevel.Plausible, FaithfulnessLevels.Of(evidence));
    }

    [Fact]
    public async Task Evidence_comes_in_the_order_of_its_cost()
    {
        var evidence = await ExamineAsync("Show that n < 2^n.", Checker("∀ (n : Nat), n < (2 : Nat) ^ n", accepts: true));
        Assert.Equal(evidence.Select(e => e.Kind).Order(), evidence.Select(e => e.Kind));
    }

    [Fact]
    public async Task When_the_time_is_over_the_rest_is_unknown()
    {
        var time = new FakeTimeProvider();
        var evidence = await ExamineAsync("Show that n < 2^n.", request =>
        {
            time.Advance(Minute * 2);
            return Printed("∀ (n : Nat), n < (2 : Nat) ^ n");
        }, time: time);
        Assert.Equal(Finding.Supports, evidence[0].Finding);
        Assert.True(evidence.Count > 1);
        Assert.All(evidence.Skip(1), e => Assert.Equal(Finding.Unknown, e.Finding));
    }

    [Fact]
    public async Task A_cancelled_examination_throws()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => RunAsync("x", Checker("True", accepts: true), null, null, cancelled.Token));
    }

    private static Func<CheckRequest, CheckOutcome> Checker(string printed, bool accepts) => request =>
        request.Text.Contains("#check", StringComparison.Ordinal) || request.Text.Contains("_reads", StringComparison.Ordinal) ? Printed(printed)
        : accepts && request.Text.Split("theorem ") is [.., var last] ? ScriptedChecker.Fine(ScriptedChecker.Theorem(last.Split(' ')[0]))
        : ScriptedChecker.Error();

    private static CheckOutcome.Completed Printed(string type) =>
        new([new LeanMessage(LeanSeverity.Information, new LeanPosition(1, 0), null, $"t : {type}")], [], null, TimeSpan.Zero);

    private static async Task<List<Evidence>> ExamineAsync(
        string text, Func<CheckRequest, CheckOutcome> answer, string? other = null, TimeProvider? time = null, string author = "test", string otherAuthor = "other") =>
        await RunAsync(text, answer, other, time, TestContext.Current.CancellationToken, author, otherAuthor);

    private static async Task<List<Evidence>> RunAsync(
        string text, Func<CheckRequest, CheckOutcome> answer, string? other, TimeProvider? time, CancellationToken cancellationToken, string author = "test", string otherAuthor = "other")
    {
        var examiner = new StatementExaminer(new ScriptedChecker(answer), new NoSearch(), time);
        IReadOnlyList<FormalStatement> others = other is null ? [] : [new FormalStatement(other, otherAuthor)];
        var evidence = new List<Evidence>();
        await foreach (var found in examiner.ExamineAsync(
            new InformalProblem(text, "t", false), new FormalStatement("theorem t : True", author), others, Minute, cancellationToken))
        {
            evidence.Add(found);
        }

        return evidence;
    }

    private sealed class NoSearch : IProofSearch
    {
        public async IAsyncEnumerable<ProveEvent> ProveAsync(
            ProveRequest request, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.CompletedTask;
            yield return new ProveEvent.Finished(new ProveResult { Verdict = new Verdict { Kind = VerdictKind.NotProved } });
        }
    }
}
