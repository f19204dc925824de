using Microsoft.Extensions.AI;
using Prover.Core.Models;
using Prover.Models.Configuration;
using Prover.Models.StandIn;
using Prover.Models.Tests.Support;

namespace Prover.Models.Tests.Reasoning;

/// <summary>Every form of reasoning, over the wire.</summary>
public class ReasoningTests
{
    public static TheoryData<ReasoningForm, bool, bool> Forms()
    {
        var data = new TheoryData<ReasoningForm, bool, bool>();
        foreach (var form in Enum.GetValues<ReasoningForm>())
        {
            data.Add(form, true, false);
            data.Add(form, false, false);
            data.Add(form, true, true);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Reasoning_is_kept_apart_and_kept(ReasoningForm form, bool streams, bool inside)
    {
        if (inside && form == ReasoningForm.ThinkTags)
        {
            // Such a server would say it twice; only the tag is lost from sight.
            return;
        }

        await using var server = await StandInServer.StartAsync(
            _ => Answer.Choices("the answer", "another answer").WithReasoning("let me think", form) with { HeedsStream = streams });
        using var models = Asked.Models(server, o => o.Reasoning = inside ? ReasoningStart.Inside : ReasoningStart.Outside);

        var heard = await models.HearAsync(options: Asked.Choices(2));

        Assert.Equal(["the answer", "another answer"], heard.Texts.OrderBy(t => t.Key).Select(t => t.Value));
        Assert.All(heard.Reasonings.Values, r => Assert.Equal("let me think", r.Trim()));
        Assert.Equal(2, heard.Ends.Count);
    }

    [Fact]
    public async Task A_session_takes_text_back_that_turns_out_to_be_reasoning()
    {
        await using var server = await StandInServer.StartAsync(_ => Answer.Text("the answer").WithReasoning("let me think", ReasoningForm.LoneClosingTag));
        using var models = Asked.Models(server);
        var request = new ModelRequest { Purpose = "prove", Messages = [new ChatMessage(ChatRole.User, "?")] };

        AnswerUpdate? last = null;
        await foreach (var update in new ModelSession().AskAsync(models.Get("m"), request, TestContext.Current.CancellationToken))
        {
            last = update;
        }

        Assert.Equal("the answer", last!.Text);
        Assert.Equal("let me think", last.Reasoning.Trim());
        Assert.Equal(AnswerEnd.Stop, last.End);
    }

    [Fact]
    public async Task A_cut_answer_loses_nothing_that_was_held_back()
    {
        await using var server = await StandInServer.StartAsync(_ => Answer.Raw(
            "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"x </thi\"}}]}\n\n", "text/event-stream"));
        using var models = Asked.Models(server);

        var heard = await models.HearAsync();

        Assert.Equal("x </thi", heard.Text);
        Assert.Null(heard.End);
    }
}
