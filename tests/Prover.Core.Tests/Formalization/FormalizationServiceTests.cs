using System.Runtime.CompilerServices;
using Microsoft.Extensions.Time.Testing;
using Prover.Core.Formalization;
using Prover.Core.Models;
using Prover.Core.Tests.Fakes;
using Prover.Core.Tests.Storage;
using Prover.Core.Verification;

namespace Prover.Core.Tests.Formalization;

public sealed class FormalizationServiceTests : IDisposable
{
    private const string Right = "theorem problem (n : Nat) : n < n + 1";
    private const string Wrong = "theorem problem (n : Nat) : n < n";

    private readonly TemporaryStore _files = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task The_statement_that_evidence_speaks_for_is_chosen()
    {
        var result = await FinishAsync(Service([Proposes("a", Wrong), Proposes("b", Right)], RefutesWrong));

        Assert.Equal((Right, "b"), (result.Problem!.Statement.Text, result.Problem.Statement.Author));
        Assert.Equal(FaithfulnessLevel.Plausible, result.Problem.Level);
        var other = Assert.Single(result.Problem.Others);
        Assert.Equal((Wrong, FaithfulnessLevel.Contradicted), (other.Statement.Text, other.Level));
    }

    [Fact]
    public async Task Each_statement_is_examined_against_what_the_others_propose()
    {
        var seen = new List<(string, string)>();
        await FinishAsync(Service([Proposes("a", Wrong), Proposes("b", Right)], (statement, independent) =>
        {
            seen.AddRange(independent.Select(i => (statement.Author, i.Author)));
            return [];
        }));

        Assert.Equal([("a", "b"), ("b", "a")], seen);
    }

    [Fact]
    public async Task When_nobody_has_a_statement_all_reasons_are_told()
    {
        var result = await FinishAsync(Service([Declines("a", "I can't read 'foo'."), Fails("b", "No key.")], (_, _) => []));

        Assert.Null(result.Problem);
        Assert.Contains("I can't read 'foo'.", result.Reason, StringComparison.Ordinal);
        Assert.Contains("No key.", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_person_pins_is_chosen_whatever_speaks_against_it()
    {
        var result = await FinishAsync(
            Service([Proposes("a", Right)], RefutesWrong),
            new FormalizeRequest { Text = "n is less than n", Pinned = Wrong });

        Assert.Equal((Wrong, FaithfulnessLevel.Pinned), (result.Problem!.Statement.Text, result.Problem.Level));
        Assert.Contains(result.Problem.Evidence, e => e.Finding == Finding.Contradicts);
    }

    [Fact]
    public async Task A_pinned_statement_counts_from_then_on()
    {
        await using var store = _files.Open();
        var formalizer = Proposes("a", Right);
        var service = Service([formalizer], RefutesWrong, store);
        await FinishAsync(service, new FormalizeRequest { Text = "n is  less than n", Pinned = Wrong });
        formalizer.Asked = 0;

        var result = await FinishAsync(service, new FormalizeRequest { Text = "n is less\nthan n" });

        Assert.Equal((Wrong, true), (result.Problem!.Statement.Text, result.Problem.IsPinned));
        Assert.Equal(0, formalizer.Asked);
    }

    [Fact]
    public async Task A_pinned_statement_that_does_not_elaborate_is_refused()
    {
        var service = Service([Proposes("a", Right)], (_, _) => []);

        await Assert.ThrowsAsync<InvalidStatementException>(
            () => FinishAsync(service, new FormalizeRequest { Text = "n", Pinned = "theorem broken : x" }));
    }

    [Fact]
    public async Task A_formalizer_that_never_answers_costs_no_more_than_the_time()
    {
        var time = new FakeTimeProvider();
        var service = Service([Proposes("a", Right), new ScriptedFormalizer("b", async token =>
        {
            time.Advance(TimeSpan.FromSeconds(121));
            await Task.Delay(Timeout.Infinite, token);
            throw new InvalidOperationException();
        })], (_, _) => [], time: time);

        var result = await FinishAsync(service);

        Assert.Equal("a", result.Problem!.Statement.Author);
    }

    [Fact]
    public async Task A_judge_is_asked_about_what_Lean_left_standing_and_votes_where_statements_differ()
    {
        var judge = new ScriptedJudge();
        const string alternative = "theorem problem (n : Int) : n < n + 1";

        var result = await FinishAsync(Service([Proposes("a", Wrong), Proposes("b", Right), Proposes("c", alternative)], RefutesWrong, judge: judge));

        Assert.Equal([Right, alternative], judge.BackTranslated);
        Assert.Equal([Right, alternative], judge.Voted);
        Assert.Equal("c", result.Problem!.Statement.Author);
        Assert.Equal(FaithfulnessLevel.Corroborated, result.Problem.Level);
    }

    private static IEnumerable<Evidence> RefutesWrong(FormalStatement statement, IReadOnlyList<FormalStatement> independent) =>
        statement.Text == Wrong ? [new Evidence(EvidenceKind.Truth, Finding.Contradicts, "It is false.")] : [];

    private static ScriptedFormalizer Proposes(string name, string statement) =>
        new(name, _ => Task.FromResult<FormalizerAnswer>(new FormalizerAnswer.Proposed(new FormalStatement(statement, name))));

    private static ScriptedFormalizer Declines(string name, string reason) =>
        new(name, _ => Task.FromResult<FormalizerAnswer>(new FormalizerAnswer.Declined(reason)));

    private static ScriptedFormalizer Fails(string name, string reason) => new(name, _ => throw new ModelException(reason));

    private static FormalizationService Service(
        IReadOnlyList<IFormalizer> formalizers,
        Func<FormalStatement, IReadOnlyList<FormalStatement>, IEnumerable<Evidence>> examine,
        Core.Storage.IFormalizationStore? store = null,
        TimeProvider? time = null,
        IFaithfulnessJudge? judge = null)
    {
        var checker = new ScriptedChecker(request =>
            request.Text.Contains("broken", StringComparison.Ordinal) ? ScriptedChecker.Error() : ScriptedChecker.Hole("problem"));
        return new FormalizationService(new Given(formalizers, judge), new ScriptedExaminer(examine), checker, new StatementCompiler(checker), store, time);
    }

    private static async Task<FormalizeResult> FinishAsync(FormalizationService service, FormalizeRequest? request = null)
    {
        FormalizeResult? result = null;
        await foreach (var happened in service.FormalizeAsync(request ?? new FormalizeRequest { Text = "Show that n < n + 1." }, Token))
        {
            Assert.Null(result);
            result = (happened as FormalizeEvent.Finished)?.Result;
        }

        return result!;
    }

    private sealed class Given(IReadOnlyList<IFormalizer> formalizers, IFaithfulnessJudge? judge) : IFormalizers
    {
        public IReadOnlyList<IFormalizer> Of(IReadOnlyList<string>? models) => formalizers;

        public IFaithfulnessJudge? JudgeOf(IReadOnlyList<string>? models) => judge;
    }

    private sealed class ScriptedFormalizer(string name, Func<CancellationToken, Task<FormalizerAnswer>> answer) : IFormalizer
    {
        public int Asked { get; set; }

        public string Name => name;

        public Task<FormalizerAnswer> FormalizeAsync(InformalProblem problem, ModelSession models, CancellationToken cancellationToken = default)
        {
            Asked++;
            return answer(cancellationToken);
        }
    }

    private sealed class ScriptedExaminer(Func<FormalStatement, IReadOnlyList<FormalStatement>, IEnumerable<Evidence>> examine) : IStatementExaminer
    {
        public async IAsyncEnumerable<Evidence> ExamineAsync(
            InformalProblem problem,
            FormalStatement statement,
            IReadOnlyList<FormalStatement> independent,
            [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            yield return new Evidence(EvidenceKind.Elaborates, Finding.Supports, "Lean elaborates it.");
            foreach (var evidence in examine(statement, independent))
            {
                yield return evidence;
            }
        }
    }

    /// <summary>Prefers the last.</summary>
    private sealed class ScriptedJudge : IFaithfulnessJudge
    {
        public List<string> BackTranslated { get; } = [];

        public List<string> Voted { get; } = [];

        public Task<Evidence?> BackTranslateAsync(
            InformalProblem problem, FormalStatement statement, ModelSession session, CancellationToken cancellationToken = default)
        {
            BackTranslated.Add(statement.Text);
            return Task.FromResult<Evidence?>(new Evidence(EvidenceKind.BackTranslation, Finding.Supports, "It says the same."));
        }

        public Task<IReadOnlyList<Evidence>> VoteAsync(
            InformalProblem problem, IReadOnlyList<FormalStatement> statements, ModelSession session, CancellationToken cancellationToken = default)
        {
            Voted.AddRange(statements.Select(s => s.Text));
            return Task.FromResult<IReadOnlyList<Evidence>>(
                [.. statements.Select((_, i) => new Evidence(EvidenceKind.Vote, i == statements.Count - 1 ? Finding.Supports : Finding.Doubts, "A vote."))]);
        }
    }
}
