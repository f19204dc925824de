using System.Net.Http.Json;
using Microsoft.Extensions.AI;
using Prover.Core.Models;

namespace Prover.ModelsBenchmark;

/// <summary>A way to ask once and read the whole answer.</summary>
internal sealed record Client(string Name, Func<Task> AskAsync)
{
    private static readonly ChatMessage[] Messages = [new(ChatRole.User, "Prove that for all natural numbers n, n ^ 2 + n is even.")];

    /// <summary>HttpClient and nothing else: bytes are read and dropped.</summary>
    public static Client Bare(Uri endpoint)
    {
        var http = new HttpClient();
        var address = new Uri($"{endpoint}/chat/completions");
        var body = new
        {
            model = "m",
            messages = new[] { new { role = "user", content = Messages[0].Text } },
            max_tokens = 8_192,
            stream = true,
            stream_options = new { include_usage = true },
        };
        return new Client("bare HttpClient", async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body) };
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            await response.Content.CopyToAsync(Stream.Null);
        });
    }

    /// <summary>The pipeline as it is used.</summary>
    public static Client Pipeline(LanguageModel model) => new("the pipeline", async () =>
    {
        var ended = false;
        await foreach (var update in model.Client.GetStreamingResponseAsync(Messages))
        {
            ended |= update.FinishReason is not null;
        }

        Check(ended);
    });

    /// <summary>The pipeline under a job's session with a budget.</summary>
    public static Client Session(LanguageModel model)
    {
        var session = new ModelSession(new TokenBudget(long.MaxValue / 2));
        return new Client("a session over it", async () =>
        {
            AnswerUpdate? last = null;
            await foreach (var update in session.AskAsync(model, new ModelRequest { Purpose = "prove", Messages = Messages }))
            {
                last = update;
            }

            Check(last?.End == AnswerEnd.Stop);
        });
    }

    private static void Check(bool whole)
    {
        if (!whole)
        {
            throw new InvalidOperationException("An answer was lost: the figures mean nothing.");
        }
    }
}
