using System.Runtime.CompilerServices;
using Prover.Core.Formalization;
using Prover.Core.Models;
using Prover.Core.Proving;
using Prover.Core.Verification;

namespace Prover.Core.Tests.Proving;

public class ProblemSearchTests
{
    private static readonly FormalizedProblem Problem = new()
    {
        Id = "id",
        Text = "words",
        Statement = new FormalStatement("theorem problem : True", "english"),
        Level = FaithfulnessLevel.Plausible,
        Evidence = [new Evidence(EvidenceKind.Elaborates, Finding.Supports, "It elaborates.")],
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Words_are_formalized_and_the_statement_is_proved()
    {
        var search = new ScriptedSearch();

        var events = await ProveAsync(search, new FormalizeResult { Problem = Problem, Usage = new ModelUsage(1, 30, 10, 0) });

        Assert.Equal(Problem.Statement.Text, search.Asked!.Statement);
        Assert.Null(search.Asked.Text);
        Assert.Equal(60, search.Asked.Budget.MaxTokens);
        var result = Assert.IsType<ProveEvent.Finished>(events[^1]).Result;
        Assert.Equal((VerdictKind.Proved, Problem, 45), (result.Verdict.Kind, result.Problem, result.Tokens));
        Assert.IsType<ProveEvent.Formalizing>(events[0]);
    }

    [Theory]
    [InlineData(EvidenceKind.Consistency)]
    [InlineData(EvidenceKind.Agreement)]
    public async Task What_is_no_faithful_statement_is_not_proved(EvidenceKind kind)
    {
        var search = new ScriptedSearch();
        var vacuous = Problem with { Level = FaithfulnessLevel.Contradicted, Evidence = [new Evidence(kind, Finding.Contradicts, "The hypotheses contradict each other.")] };

        var events = await ProveAsync(search, new FormalizeResult { Problem = vacuous });

        Assert.Null(search.Asked);
        var result = Assert.IsType<ProveEvent.Finished>(events[^1]).Result;
        Assert.Equal((VerdictKind.NotProved, vacuous), (result.Verdict.Kind, result.Problem));
        Assert.Contains("contradict each other", result.Verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_seems_false_is_searched_for_its_refutation()
    {
        var search = new ScriptedSearch();
        var wrong = Problem with { Level = FaithfulnessLevel.Contradicted, Evidence = [new Evidence(EvidenceKind.Truth, Finding.Contradicts, "It is false.")] };

        await ProveAsync(search, new FormalizeResult { Problem = wrong });

        Assert.NotNull(search.Asked);
    }

    [Fact]
    public async Task What_a_person_pinned_is_proved_in_any_case()
    {
        var search = new ScriptedSearch();
        var pinned = Problem with { IsPinned = true, Evidence = [new Evidence(EvidenceKind.Consistency, Finding.Contradicts, "Vacuous.")] };

        await ProveAsync(search, new FormalizeResult { Problem = pinned });

        Assert.NotNull(search.Asked);
    }

    [Fact]
    public async Task Without_a_statement_the_reason_is_told()
    {
        var events = await ProveAsync(new ScriptedSearch(), new FormalizeResult { Reason = "The word 'foo' can't be read." });

        var result = Assert.IsType<ProveEvent.Finished>(events[^1]).Result;
        Assert.Equal(VerdictKind.NotProved, result.Verdict.Kind);
        Assert.Contains("'foo'", result.Verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_Lean_could_not_be_asked_about_a_statement_nothing_is_known()
    {
        var events = await ProveAsync(new ScriptedSearch(), new FormalizeResult { Reason = "Lean could not be asked.", LeanFailed = true });

        Assert.Equal(VerdictKind.Infrastructure, Assert.IsType<ProveEvent.Finished>(events[^1]).Result.Verdict.Kind);
    }

    [Fact]
    public async Task What_formalizing_spent_beyond_the_budget_leaves_none_for_the_search()
    {
        var search = new ScriptedSearch();

        await ProveAsync(search, new FormalizeResult { Problem = Problem, Usage = new ModelUsage(1, 90, 20, 0) });

        Assert.Equal(0, search.Asked!.Budget.MaxTokens);
    }

    [Fact]
    public async Task A_search_that_is_cancelled_while_it_formalizes_ends_with_its_last_event()
    {
        using var mine = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var formalization = new ScriptedFormalization(async token =>
        {
            await mine.CancelAsync();
            token.ThrowIfCancellationRequested();
            return new FormalizeResult();
        });

        var events = await new ProblemSearch(formalization, new ScriptedSearch()).ProveAsync(new ProveRequest { Text = "words" }, mine.Token).ToListAsync(Token);

        Assert.Equal(VerdictKind.Cancelled, Assert.IsType<ProveEvent.Finished>(events[^1]).Result.Verdict.Kind);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("theorem t : True", "words")]
    public void Exactly_one_of_a_statement_and_words_is_taken(string? statement, string? text)
    {
        var search = new ProblemSearch(new ScriptedFormalization(_ => throw new InvalidOperationException()), new ScriptedSearch());

        Assert.Throws<ArgumentException>(() => search.ProveAsync(new ProveRequest { Statement = statement, Text = text }, Token));
    }

    private static async Task<List<ProveEvent>> ProveAsync(ScriptedSearch search, FormalizeResult formalized) =>
        await new ProblemSearch(new ScriptedFormalization(_ => Task.FromResult(formalized)), search)
            .ProveAsync(new ProveRequest { Text = "words", Budget = new ProveBudget { MaxTokens = 100 } }, Token)
            .ToListAsync(Token);

    private sealed class ScriptedFormalization(Func<CancellationToken, Task<FormalizeResult>> result) : IFormalization
    {
        public async IAsyncEnumerable<FormalizeEvent> FormalizeAsync(
            FormalizeRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            yield return new FormalizeEvent.Finished(await result(cancellationToken));
        }
    }

    private sealed class ScriptedSearch : IProofSearch
    {
        public ProveRequest? Asked { get; private set; }

        public async IAsyncEnumerable<ProveEvent> ProveAsync(
            ProveRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            Asked = request;
            await Task.Yield();
            yield return new ProveEvent.Finished(new ProveResult { Verdict = new Verdict { Kind = VerdictKind.Proved }, Usage = new ModelUsage(1, 3, 2, 0) });
        }
    }
}
