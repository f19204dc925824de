using System.Text.Json.Nodes;

namespace Prover.Models.StandIn;

/// <summary>A token and the field of the message that it belongs to.</summary>
internal readonly record struct Piece(string Field, string Text);

/// <summary>One answer, cut to the limit of tokens.</summary>
internal sealed record Choice(IReadOnlyList<Piece> Pieces, string Finish)
{
    public static Choice Of(Answer answer, int index, int? maxTokens)
    {
        var text = answer.Texts[index % answer.Texts.Count];
        var pieces = new List<Piece>();
        if (answer.Reasoning is { } reasoning)
        {
            switch (answer.ReasoningForm)
            {
                case ReasoningForm.ReasoningContent:
                    pieces.AddRange(Tokens.Of(reasoning).Select(t => new Piece("reasoning_content", t)));
                    break;
                case ReasoningForm.Reasoning:
                    pieces.AddRange(Tokens.Of(reasoning).Select(t => new Piece("reasoning", t)));
                    break;
                case ReasoningForm.ThinkTags:
                    text = $"<think>\n{reasoning}\n</think>\n\n{text}";
                    break;
                case ReasoningForm.LoneClosingTag:
                    text = $"{reasoning}\n</think>\n\n{text}";
                    break;
            }
        }

        pieces.AddRange(Tokens.Of(text).Select(t => new Piece("content", t)));
        return maxTokens < pieces.Count ? new Choice(pieces[..maxTokens.Value], "length") : new Choice(pieces, "stop");
    }

    public JsonObject Message(int index)
    {
        var message = new JsonObject { ["role"] = "assistant" };
        foreach (var field in Pieces.Select(p => p.Field).Append("content").Distinct())
        {
            message[field] = string.Concat(Pieces.Where(p => p.Field == field).Select(p => p.Text));
        }

        return new JsonObject { ["index"] = index, ["message"] = message, ["finish_reason"] = Finish };
    }
}
