using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Prover.Models.StandIn;

/// <summary>A part of a body that is sent at once, and the tokens it holds.</summary>
internal readonly record struct Part(byte[] Bytes, int Tokens);

/// <summary>Renders scripted answers as the protocol wants them.</summary>
internal static class AnswerBody
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Error(string message, string? code) =>
        new JsonObject { ["error"] = new JsonObject { ["message"] = message, ["type"] = "scripted", ["code"] = code } }.ToJsonString(Json);

    /// <summary>The whole answer in one piece.</summary>
    public static Part Whole(StandInRequest request, Answer answer)
    {
        var choices = Choices(request, answer);
        var output = choices.Sum(c => c.Pieces.Count);
        var body = Frame(request, "chat.completion");
        body["choices"] = new JsonArray([.. choices.Select((c, i) => (JsonNode)c.Message(i))]);
        if (answer.SaysUsage)
        {
            body["usage"] = Usage(request.InputTokens, output);
        }

        return new Part(Encoding.UTF8.GetBytes(body.ToJsonString(Json)), output);
    }

    /// <summary>The answer event by event, choices in turn.</summary>
    public static IEnumerable<Part> Events(StandInRequest request, Answer answer)
    {
        var choices = Choices(request, answer);
        var sent = 0;
        for (var i = 0; i < choices.Count; i++)
        {
            yield return Chunk(request, Delta(i, new JsonObject { ["role"] = "assistant", ["content"] = string.Empty }, null), 0);
        }

        for (var at = 0; choices.Any(c => at < c.Pieces.Count); at += answer.TokensPerEvent)
        {
            for (var i = 0; i < choices.Count; i++)
            {
                // An event holds tokens of one field.
                foreach (var run in choices[i].Pieces.Skip(at).Take(answer.TokensPerEvent).GroupBy(p => p.Field))
                {
                    if (answer.StreamError is not null && sent >= answer.StreamErrorAfter)
                    {
                        break;
                    }

                    sent++;
                    if (answer.KeepsAlive)
                    {
                        yield return new Part(": keep-alive\n\n"u8.ToArray(), 0);
                        yield return Chunk(request, [], 0);
                    }

                    var delta = new JsonObject { [run.Key] = string.Concat(run.Select(p => p.Text)) };
                    yield return Chunk(request, Delta(i, delta, null), run.Count());
                }
            }
        }

        if (answer.StreamError is { } error)
        {
            yield return Event(Error(error, null), 0);
            yield break;
        }

        for (var i = 0; answer.SaysEnd && i < choices.Count; i++)
        {
            yield return Chunk(request, Delta(i, [], choices[i].Finish), 0);
        }

        if (answer.SaysUsage && request.IncludeUsage)
        {
            yield return Chunk(request, [], 0, Usage(request.InputTokens, choices.Sum(c => c.Pieces.Count)));
        }

        if (answer.SaysEnd)
        {
            yield return new Part("data: [DONE]\n\n"u8.ToArray(), 0);
        }
    }

    private static List<Choice> Choices(StandInRequest request, Answer answer) =>
        !answer.HasChoices || answer.Texts.Count == 0
            ? []
            : [.. Enumerable.Range(0, answer.HeedsN ? request.N : 1).Select(i => Choice.Of(answer, i, answer.HeedsMaxTokens ? request.MaxTokens : null))];

    private static JsonObject Frame(StandInRequest request, string kind) =>
        new() { ["id"] = $"chatcmpl-{request.Number}", ["object"] = kind, ["created"] = 1_700_000_000, ["model"] = request.Model };

    private static JsonObject Usage(int input, int output) =>
        new() { ["prompt_tokens"] = input, ["completion_tokens"] = output, ["total_tokens"] = input + output };

    private static JsonArray Delta(int index, JsonObject delta, string? finish) =>
        [new JsonObject { ["index"] = index, ["delta"] = delta, ["finish_reason"] = finish }];

    private static Part Chunk(StandInRequest request, JsonArray choices, int tokens, JsonObject? usage = null)
    {
        var chunk = Frame(request, "chat.completion.chunk");
        chunk["choices"] = choices;
        if (usage is not null)
        {
            chunk["usage"] = usage;
        }

        return Event(chunk.ToJsonString(Json), tokens);
    }

    private static Part Event(string data, int tokens) => new(Encoding.UTF8.GetBytes($"data: {data}\n\n"), tokens);
}
