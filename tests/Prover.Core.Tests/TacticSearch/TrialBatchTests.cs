using Prover.Core.Checking;
using Prover.Core.Lean;
using Prover.Core.Statements;
using Prover.Core.TacticSearch.Checking;
using Prover.Core.Tests.Fakes;

namespace Prover.Core.Tests.TacticSearch;

/// <summary>Whose error is whose; how Lean places them is shown with real Lean in the tests of the search.</summary>
public class TrialBatchTests
{
    private const string Goals = "unsolved goals\nn : Nat\n⊢ n = n";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_an_error_all_are_accepted() =>
        Assert.All(await CheckAsync(_ => []), outcome => Assert.Empty(Assert.IsType<TrialOutcome.Accepted>(outcome).Left));

    [Fact]
    public async Task An_error_is_that_of_the_trial_it_stands_in()
    {
        var outcomes = await CheckAsync(lines => [Error(Array.FindIndex(lines, l => l.Contains("rfl", StringComparison.Ordinal)), "no")]);

        Assert.IsType<TrialOutcome.Accepted>(outcomes[0]);
        Assert.IsType<TrialOutcome.Refused>(outcomes[1]);
        Assert.IsType<TrialOutcome.Accepted>(outcomes[2]);
    }

    [Fact]
    public async Task Goals_that_are_left_are_read()
    {
        var outcomes = await CheckAsync(lines => [Error(Array.FindIndex(lines, l => l.Contains("rfl", StringComparison.Ordinal)), Goals)]);

        Assert.Equal("n : Nat\n⊢ n = n", Assert.Single(Assert.IsType<TrialOutcome.Accepted>(outcomes[1]).Left));
    }

    [Fact]
    public async Task A_trial_whose_error_stands_behind_it_is_not_accepted_and_the_next_one_pays_nothing()
    {
        var outcomes = await CheckAsync(lines => [Error(Array.FindIndex(lines, l => l.Contains("trial_1", StringComparison.Ordinal) && l.StartsWith('#')), "unexpected token")]);

        Assert.IsType<TrialOutcome.Accepted>(outcomes[0]);
        Assert.IsType<TrialOutcome.Refused>(outcomes[1]);
        Assert.IsType<TrialOutcome.Accepted>(outcomes[2]);
    }

    [Fact]
    public async Task A_text_without_an_answer_says_nothing_about_any()
    {
        var checker = new ScriptedChecker((_, _) => Task.FromResult<CheckOutcome>(new CheckOutcome.InfrastructureFailure("gone")));

        Assert.All(await new TrialBatch(checker, TheoremStatement.Parse("theorem t (n : Nat) : n = n")).CheckAsync([new Trial("rfl", 1), new Trial("simp", 1)], TimeSpan.FromSeconds(1), Stop), o => Assert.IsType<TrialOutcome.Failed>(o));
    }

    private static Task<IReadOnlyList<TrialOutcome>> CheckAsync(Func<string[], IReadOnlyList<LeanMessage>> answer)
    {
        var checker = new ScriptedChecker((request, _) => Task.FromResult<CheckOutcome>(new CheckOutcome.Completed(answer(request.Text.Split('\n')), [], null, TimeSpan.Zero)));
        return new TrialBatch(checker, TheoremStatement.Parse("open Nat\n\ntheorem t (n : Nat) : n = n")).CheckAsync(
            [new Trial("simp", 1_000), new Trial("first\n| rfl\n| omega", 1_000), new Trial("omega", 1_000)], TimeSpan.FromSeconds(1), Stop);
    }

    private static LeanMessage Error(int index, string text) => new(LeanSeverity.Error, new LeanPosition(index + 1, 0), null, text);
}
