using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Prover.Core.Models;

namespace Prover.Core.Tests.Fakes;

/// <summary>A model that streams what a test says, as <see cref="ChatConventions"/> asks: every choice under its own id.</summary>
internal sealed class ScriptedChatClient(Func<int, ChatOptions, IAsyncEnumerable<ChatResponseUpdate>> answer) : IChatClient
{
    private int _requests;

    public ConcurrentQueue<(string System, string User, ChatOptions Options)> Requests { get; } = new();

    /// <summary>One model whose n-th request is answered with these texts, one for each choice.</summary>
    public static ScriptedChatClient Of(Func<int, string[]> texts) => new((n, _) => Stream(texts(n)));

    public static LanguageModel Model(IChatClient client, string name = "m", int maxChoices = 1) => new(
        new ModelInfo { Name = name, ModelId = name, Endpoint = new Uri("http://model.invalid/v1"), MaxChoices = maxChoices, MaxOutputTokens = 1_000 }, client);

    /// <summary>Whole answers, in pieces of a few characters, choices interleaved.</summary>
    public static async IAsyncEnumerable<ChatResponseUpdate> Stream(params string[] texts)
    {
        const int Piece = 7;
        for (var at = 0; at < texts.Max(t => t.Length); at += Piece)
        {
            for (var i = 0; i < texts.Length; i++)
            {
                if (at < texts[i].Length)
                {
                    yield return Text(texts[i].Substring(at, Math.Min(Piece, texts[i].Length - at)), i);
                }
            }
        }

        for (var i = 0; i < texts.Length; i++)
        {
            yield return End(i);
        }

        yield return Usage(100, 10 * texts.Length);
        await Task.CompletedTask;
    }

    public static ChatResponseUpdate Text(string text, int choice = 0) => new(ChatRole.Assistant, text) { MessageId = ChatConventions.ChoiceId(choice) };

    public static ChatResponseUpdate End(int choice = 0, ChatFinishReason? reason = null) =>
        new() { MessageId = ChatConventions.ChoiceId(choice), FinishReason = reason ?? ChatFinishReason.Stop };

    public static ChatResponseUpdate Usage(long input, long output) =>
        new() { Contents = [new UsageContent(new UsageDetails { InputTokenCount = input, OutputTokenCount = output })] };

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var all = messages.ToArray();
        Requests.Enqueue((all[0].Text, all[^1].Text, options!));
        await foreach (var update in answer(Interlocked.Increment(ref _requests) - 1, options!).WithCancellation(cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return update;
        }
    }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Answers are streamed.");

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}

/// <summary>Models by name.</summary>
internal sealed class ScriptedModels(params LanguageModel[] models) : ILanguageModels
{
    public IReadOnlyList<ModelInfo> All => [.. models.Select(m => m.Info)];

    public LanguageModel Get(string name) => models.FirstOrDefault(m => m.Info.Name == name) ?? throw new ModelException($"There is no model '{name}'.");
}
