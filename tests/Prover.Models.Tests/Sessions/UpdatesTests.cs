using Microsoft.Extensions.AI;
using Prover.Core.Models;
using Prover.Models.StandIn;
using Prover.Models.Tests.Support;

namespace Prover.Models.Tests.Sessions;

/// <summary>What a job hears of an answer that comes token by token.</summary>
public class UpdatesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_complete_block_is_told_before_the_rest_arrives()
    {
        var rest = new TaskCompletionSource();
        const string Block = "```lean4\ntheorem t : True := trivial\n```";
        var events = Tokens.Of(Block).Count + 1;
        await using var server = await StandInServer.StartAsync(_ => Answer.Text($"{Block} and much more").HoldingAfter(events, rest.Task));
        using var models = Asked.Models(server);

        var told = new List<AnswerUpdate>();
        await foreach (var update in new ModelSession().AskAsync(models.Get("m"), Request(), Token))
        {
            told.Add(update);
            if (update.Text.StartsWith(Block, StringComparison.Ordinal))
            {
                rest.TrySetResult();
            }
        }

        Assert.Equal($"{Block} and much more", told[^1].Text);
        Assert.Contains(told, u => u.End is null && u.Text.StartsWith(Block, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_long_answer_is_not_copied_for_every_token()
    {
        const int Lines = 50;
        var text = string.Concat(Enumerable.Repeat("a line of one hundred signs, more or less, so that many tokens come to it before it ends at last.\n", Lines));
        await using var server = await StandInServer.StartAsync(_ => Answer.Text(text).WithReasoning(new string('r', 20_000)));
        using var models = Asked.Models(server);

        var told = 0;
        AnswerUpdate? last = null;
        await foreach (var update in new ModelSession().AskAsync(models.Get("m"), Request(), Token))
        {
            told++;
            last = update;
        }

        Assert.Equal((text, 20_000, AnswerEnd.Stop), (last!.Text, last.Reasoning.Length, last.End));
        Assert.InRange(told, Lines, Lines + 12);
    }

    [Fact]
    public async Task A_cut_answer_is_told_to_its_last_token()
    {
        await using var server = await StandInServer.StartAsync(_ => Answer.Text("abcdefghijkl").WithErrorInStream("overloaded", 2));
        using var models = Asked.Models(server);

        var told = new List<AnswerUpdate>();
        await foreach (var update in new ModelSession().AskAsync(models.Get("m"), Request(), Token))
        {
            told.Add(update);
        }

        Assert.Equal(("abcdefgh", AnswerEnd.Cut), (told[^1].Text, told[^1].End));
    }

    private static ModelRequest Request() => new() { Purpose = "prove", Messages = [new ChatMessage(ChatRole.User, "?")] };
}
