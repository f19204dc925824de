using Microsoft.Extensions.AI;
using Prover.Core.Models;
using Prover.Models.StandIn;
using Prover.Models.Tests.Support;

namespace Prover.Models.Tests.Budgets;

/// <summary>Whatever a server does, as long as it heeds the limit of an answer: what it served is no more than what the session says, and that
/// is no more than the budget.</summary>
public class BudgetTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 60_000)]
    [InlineData(2, 9_000)]
    [InlineData(3, 2_500)]
    [InlineData(4, 700)]
    [InlineData(5, 100_000)]
    public async Task A_budget_holds_to_the_token_through_every_misbehaviour(int seed, long limit)
    {
        await using var server = await StandInServer.StartAsync(request => Misbehave(seed, request));
        using var models = Asked.Models(server, o => (o.MaxChoices, o.MaxRetries, o.MaxOutputTokens, o.ContextTokens) = (4, 3, 256, 4_096));
        var session = new ModelSession(new TokenBudget(limit));
        var asked = 0;

        await Task.WhenAll(Enumerable.Range(0, 120).Select(async i =>
        {
            var random = new Random((seed * 1_000) + i);
            var request = new ModelRequest
            {
                Purpose = "prove",
                Messages = [new ChatMessage(ChatRole.User, $"{i} ∀ {new string('q', random.Next(200))}")],
                Choices = random.Next(1, 7),
                MaxOutputTokens = random.Next(1, 300),
                Seed = i,
            };
            var leave = random.Next(5) == 0 ? random.Next(1, 12) : int.MaxValue;
            try
            {
                await foreach (var update in session.AskAsync(models.Get("m"), request, Token))
                {
                    Interlocked.Increment(ref asked);
                    Assert.True(session.Usage.Tokens <= limit);
                    if (--leave == 0)
                    {
                        break;
                    }
                }
            }
            catch (ModelException e)
            {
                Assert.NotEmpty(e.Message);
            }
        }));

        Assert.True(asked > 0);
        Assert.InRange(server.Ledger.TotalTokens, 1, session.Usage.Tokens);
        Assert.InRange(session.Usage.Tokens, 1, limit);
        Assert.Equal(session.Usage.Tokens, session.Budget.Spent);
        Assert.Equal(limit - session.Budget.Spent, session.Budget.Free);
    }

    [Fact]
    public async Task With_a_server_that_says_what_it_costs_the_account_is_exact()
    {
        await using var server = await StandInServer.StartAsync(r => Answer.Text(new string('x', (int)(r.Seed ?? 0) * 9)));
        using var models = Asked.Models(server);
        var session = new ModelSession(new TokenBudget(10_000_000));

        await Task.WhenAll(Enumerable.Range(0, 50).Select(async i =>
        {
            var request = new ModelRequest { Purpose = "prove", Messages = [new ChatMessage(ChatRole.User, "?")], Choices = 3, Seed = i };
            await foreach (var update in session.AskAsync(models.Get("m"), request, Token))
            {
                Assert.NotNull(update.Text);
            }
        }));

        Assert.Equal(server.Ledger.TotalTokens, session.Usage.Tokens);
        Assert.Equal(server.Ledger.OutputTokens, session.Usage.OutputTokens);
        Assert.Equal(50, session.Usage.Requests);
    }

    [Fact]
    public async Task A_try_that_may_have_been_charged_is_repeated_only_while_the_budget_has_room()
    {
        await using var server = await StandInServer.StartAsync(_ => Answer.Text("x").WithErrorInStream("overloaded"));
        using var models = Asked.Models(server, o => o.MaxRetries = 50);
        var session = new ModelSession(new TokenBudget(1_000));
        var request = new ModelRequest { Purpose = "prove", Messages = [new ChatMessage(ChatRole.User, "?")], MaxOutputTokens = 200 };

        await Assert.ThrowsAsync<ModelException>(async () =>
        {
            await foreach (var update in session.AskAsync(models.Get("m"), request, Token))
            {
                Assert.Fail($"{update}");
            }
        });

        // One token and the frame of one message, and two hundred: four times.
        Assert.Equal(4, server.Ledger.Requests);
        Assert.Equal(4 * (33 + 200), session.Usage.Tokens);
    }

    [Fact]
    public async Task Refusals_cost_nothing()
    {
        await using var server = await StandInServer.StartAsync(r => r.Number <= 5 ? Answer.TooManyRequests() : Answer.Text("fine"));
        using var models = Asked.Models(server);
        var session = new ModelSession(new TokenBudget(300));
        var request = new ModelRequest { Purpose = "prove", Messages = [new ChatMessage(ChatRole.User, "?")], MaxOutputTokens = 200 };

        await foreach (var update in session.AskAsync(models.Get("m"), request, Token))
        {
            Assert.NotNull(update.Text);
        }

        Assert.Equal(server.Ledger.TotalTokens, session.Usage.Tokens);
    }

    // Chosen by the seed and by the order of arrival.
    private static Answer Misbehave(int seed, StandInRequest request)
    {
        var random = new Random((seed * 100_003) + request.Number);
        var answer = Answer.Choices([.. Enumerable.Range(0, request.N).Select(_ => string.Concat(Enumerable.Range(0, random.Next(120)).Select(_ => "∀xy "[random.Next(4)])))])
            .InEventsOf(random.Next(1, 5));
        if (random.Next(3) == 0)
        {
            answer = answer.WithReasoning(new string('r', random.Next(200)), (ReasoningForm)random.Next(4));
        }

        return random.Next(14) switch
        {
            0 => Answer.TooManyRequests(random.Next(2) == 0 ? "1" : null),
            1 => Answer.Error(500),
            2 => Answer.Html(),
            3 => Answer.Empty(),
            4 => answer with { SaysUsage = false },
            5 => answer with { SaysEnd = false },
            6 => answer.WithErrorInStream("overloaded", random.Next(20)),
            7 or 8 => answer.CutAfterBytes(random.Next(12_000)),
            9 => answer with { HeedsN = false },
            10 => answer with { HeedsStream = false },
            11 => Answer.Raw("{\"choices\":"),
            12 => answer with { KeepsAlive = true },
            _ => answer,
        };
    }
}
