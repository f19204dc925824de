using System.Collections.Concurrent;
using Microsoft.Extensions.AI;
using Prover.Core.Models;
using Prover.Core.Prompts;
using Prover.Core.Sampling;
using Prover.Core.Sampling.Chat;
using Prover.Core.Statements;
using Prover.Core.Tests.Fakes;

namespace Prover.Core.Tests.Sampling.Chat;

public sealed class ChatProofSamplerTests
{
    private const string Head = "theorem t (a b : Nat) (h : a ≤ b) : a ≤ b + 1";

    private static readonly PromptLibrary Prompts = new();

    private readonly ConcurrentQueue<ModelEvent> _events = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    internal static Problem Problem { get; } = new() { Name = "t", Statement = TheoremStatement.Parse(Head), Goal = "⊢ a ≤ b + 1", Fingerprint = "f" };

    [Fact]
    public async Task A_complete_block_is_a_candidate_before_the_answer_ends()
    {
        var goOn = new TaskCompletionSource();
        async IAsyncEnumerable<ChatResponseUpdate> Answer()
        {
            yield return ScriptedChatClient.Text($"```lean4\n{Head} := by omega\n```\n");
            await goOn.Task.WaitAsync(Token);
            yield return ScriptedChatClient.Text($"Better:\n```lean4\n{Head} := by grind\n```");
            yield return ScriptedChatClient.End();
        }

        var sampler = Sampler(new ChatSamplingOptions { Models = ["m"], MaxRequests = 1 }, ScriptedChatClient.Model(new ScriptedChatClient((_, _) => Answer())));
        await using var candidates = sampler.SampleAsync(Problem, Run(), Token).GetAsyncEnumerator(Token);
        Assert.True(await candidates.MoveNextAsync());
        Assert.Equal("by omega", candidates.Current.Proof);
        goOn.SetResult();
        Assert.True(await candidates.MoveNextAsync());
        Assert.Equal("by grind", candidates.Current.Proof);
        Assert.False(await candidates.MoveNextAsync());
    }

    [Fact]
    public async Task Every_choice_of_a_request_is_a_candidate_and_none_comes_twice()
    {
        var client = ScriptedChatClient.Of(_ => [Block("by omega"), Block("by grind"), Block("by simp") + "\nThat is all."]);
        var sampler = Sampler(new ChatSamplingOptions { Models = ["m"], MaxRequests = 1, ChoicesPerRequest = 8 }, ScriptedChatClient.Model(client, maxChoices: 3));
        var candidates = await sampler.SampleAsync(Problem, Run(), Token).ToListAsync(Token);
        Assert.Equal(["by grind", "by omega", "by simp"], candidates.Select(c => c.Proof).Order());
        Assert.All(candidates, c => Assert.StartsWith("chat/m/prove.v1@", c.Origin, StringComparison.Ordinal));
        Assert.Equal(3, Assert.Single(client.Requests).Options.AdditionalProperties![ChatConventions.Choices]);
    }

    [Fact]
    public async Task Answers_without_a_proof_are_told_and_no_candidates()
    {
        var client = ScriptedChatClient.Of(n => [n switch { 0 => "I can't.", 1 => Block("by sorry"), _ => Block("by omega") }]);
        var sampler = Sampler(new ChatSamplingOptions { Models = ["m"], MaxRequests = 3, RequestsInFlight = 1 }, ScriptedChatClient.Model(client));
        Assert.Equal("by omega", Assert.Single(await sampler.SampleAsync(Problem, Run(), Token).ToListAsync(Token)).Proof);
        Assert.Equal(2, _events.OfType<ModelEvent.Unusable>().Count());
    }

    [Fact]
    public async Task An_answer_cut_at_its_limit_is_told_as_cut_off()
    {
        static async IAsyncEnumerable<ChatResponseUpdate> Answer()
        {
            yield return ScriptedChatClient.Text($"```lean4\n{Head} := by\n  have");
            yield return ScriptedChatClient.End(0, ChatFinishReason.Length);
            await Task.CompletedTask;
        }

        var sampler = Sampler(new ChatSamplingOptions { Models = ["m"], MaxRequests = 1 }, ScriptedChatClient.Model(new ScriptedChatClient((_, _) => Answer())));
        Assert.Empty(await sampler.SampleAsync(Problem, Run(), Token).ToListAsync(Token));
        Assert.Contains("cut off", Assert.Single(_events.OfType<ModelEvent.Unusable>()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_whose_connection_breaks_off_is_told_as_a_failure()
    {
        static async IAsyncEnumerable<ChatResponseUpdate> Answer()
        {
            yield return ScriptedChatClient.Text($"```lean4\n{Head} := by\n  have");
            await Task.CompletedTask;
        }

        var sampler = Sampler(new ChatSamplingOptions { Models = ["m"], MaxRequests = 1 }, ScriptedChatClient.Model(new ScriptedChatClient((_, _) => Answer())));
        Assert.Empty(await sampler.SampleAsync(Problem, Run(), Token).ToListAsync(Token));
        Assert.Contains("broke off", Assert.Single(_events.OfType<ModelEvent.Failed>()).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task It_ends_when_the_tokens_are_spent_and_spends_no_more(int inFlight)
    {
        var client = ScriptedChatClient.Of(n => [Block($"by omega -- {n}")]);
        var sampler = Sampler(new ChatSamplingOptions { Models = ["m"], RequestsInFlight = inFlight, MaxRequests = 1_000 }, ScriptedChatClient.Model(client));
        var run = Run(limit: 8_000);
        var candidates = await sampler.SampleAsync(Problem, run, Token).ToListAsync(Token);
        Assert.NotEmpty(candidates);
        Assert.True(run.Models.Usage.Tokens <= 8_000);
        Assert.Equal(client.Requests.Count, candidates.Count);
        Assert.InRange(candidates.Count, 10, 80);
    }

    [Fact]
    public async Task A_model_that_fails_for_good_is_dropped_and_the_others_go_on()
    {
        var broken = new ScriptedChatClient((_, _) => Failing(isTransient: false));
        var good = ScriptedChatClient.Of(n => [Block($"by omega -- {n}")]);
        var sampler = Sampler(
            new ChatSamplingOptions { Models = ["broken", "missing", "m"], MaxRequests = 6, RequestsInFlight = 1 },
            ScriptedChatClient.Model(broken, "broken"),
            ScriptedChatClient.Model(good));
        Assert.Equal(5, (await sampler.SampleAsync(Problem, Run(), Token).ToListAsync(Token)).Count);
        Assert.Single(broken.Requests);
        Assert.Contains(_events.OfType<ModelEvent.Failed>(), e => e is { Model: "broken", Reason: "It is not asked again for this problem: no key" });
        Assert.Contains(_events.OfType<ModelEvent.Failed>(), e => e.Model == "missing");
    }

    [Fact]
    public async Task A_passing_failure_ends_nothing_and_many_in_a_row_end_the_model()
    {
        var flaky = new ScriptedChatClient((n, _) => n is 0 or 1 or >= 3 ? Failing(isTransient: true) : ScriptedChatClient.Stream(Block("by omega")));
        var sampler = Sampler(new ChatSamplingOptions { Models = ["m"], RequestsInFlight = 1 }, ScriptedChatClient.Model(flaky));
        Assert.Single(await sampler.SampleAsync(Problem, Run(), Token).ToListAsync(Token));
        Assert.Equal(6, flaky.Requests.Count);
    }

    [Fact]
    public async Task The_same_seed_asks_the_same_questions()
    {
        async Task<string[]> Asked(int seed)
        {
            var client = ScriptedChatClient.Of(n => [Block($"by omega -- {n}")]);
            var sampler = Sampler(new ChatSamplingOptions { Models = ["m"], MaxRequests = 12, RequestsInFlight = 1 }, ScriptedChatClient.Model(client));
            await sampler.SampleAsync(Problem, Run() with { Options = new SamplingOptions { Seed = seed } }, Token).ToListAsync(Token);
            return [.. client.Requests.Select(r => $"{r.Options.Seed} {r.Options.Temperature} {r.System.Contains("Skeleton", StringComparison.Ordinal)}")];
        }

        var first = await Asked(7);
        Assert.Equal(first, await Asked(7));
        Assert.NotEqual(first, await Asked(8));
        Assert.Equal(12, first.Distinct().Count());
        Assert.Equal(6, first.Count(f => f.EndsWith("True", StringComparison.Ordinal)));
        Assert.Equal(3, first.Select(f => f.Split(' ')[1]).Distinct().Count());
    }

    [Fact]
    public async Task Leaving_the_stream_ends_the_requests()
    {
        var ended = new TaskCompletionSource();
        async IAsyncEnumerable<ChatResponseUpdate> Answer([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            yield return ScriptedChatClient.Text(Block("by omega") + "\n");
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            finally
            {
                ended.SetResult();
            }
        }

        var sampler = Sampler(new ChatSamplingOptions { Models = ["m"], RequestsInFlight = 1 }, ScriptedChatClient.Model(new ScriptedChatClient((_, _) => Answer())));
        await foreach (var _ in sampler.SampleAsync(Problem, Run(), Token))
        {
            break;
        }

        Assert.True(ended.Task.IsCompleted);
    }

    [Fact]
    public async Task A_prompt_that_does_not_exist_is_an_error_and_not_an_empty_stream()
    {
        var sampler = Sampler(new ChatSamplingOptions { Models = ["m"], Prompts = ["prose"] }, ScriptedChatClient.Model(ScriptedChatClient.Of(_ => ["x"])));
        await Assert.ThrowsAsync<PromptException>(async () => await sampler.SampleAsync(Problem, Run(), Token).ToListAsync(Token));
    }

    private static ChatProofSampler Sampler(ChatSamplingOptions options, params LanguageModel[] models) =>
        new(new ScriptedModels(models), Prompts, new LeanLibrary("4.28.0", false), options);

    private static string Block(string proof) => $"So:\n```lean4\n{Head} := {proof}\n```";

    private static async IAsyncEnumerable<ChatResponseUpdate> Failing(bool isTransient)
    {
        await Task.Yield();
        if (isTransient || !isTransient)
        {
            throw new ModelException("no key") { IsTransient = isTransient };
        }

        yield break;
    }

    private SamplingRun Run(long? limit = null) => new() { Models = new ModelSession(new TokenBudget(limit), new ModelListener(_events.Enqueue)) };
}
