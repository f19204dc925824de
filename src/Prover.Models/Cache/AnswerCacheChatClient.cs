using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;
using Prover.Models.Configuration;
using Prover.Models.Wire;

namespace Prover.Models.Cache;

/// <summary>Answers what was asked before out of files, update by update as it was the first time.</summary>
/// <remarks>The key is the SHA-256 of the server's address and of the request's body as it would be sent, which hold everything that an answer
/// depends on and no key of a user. Only whole answers are kept: every choice with its end.</remarks>
internal sealed class AnswerCacheChatClient(IChatClient inner, ModelOptions model, AnswerFolder folder) : DelegatingChatClient(inner)
{
    /// <inheritdoc />
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var asked = messages as IReadOnlyCollection<ChatMessage> ?? messages.ToList();
        var key = Key(asked, options);
        if (await folder.ReadAsync(key, cancellationToken).ConfigureAwait(false) is { } kept)
        {
            return await Replay(kept).ToAsyncEnumerable().ToWholeAsync(cancellationToken).ConfigureAwait(false);
        }

        var response = await base.GetResponseAsync(asked, options, cancellationToken).ConfigureAwait(false);
        await KeepAsync(key, options, [.. response.ToUpdates()]).ConfigureAwait(false);
        return response;
    }

    /// <inheritdoc />
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var asked = messages as IReadOnlyCollection<ChatMessage> ?? messages.ToList();
        var key = Key(asked, options);
        if (await folder.ReadAsync(key, cancellationToken).ConfigureAwait(false) is { } kept)
        {
            foreach (var update in Replay(kept))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return update;
            }

            yield break;
        }

        var heard = new List<ChatResponseUpdate>();
        await foreach (var update in base.GetStreamingResponseAsync(asked, options, cancellationToken).ConfigureAwait(false))
        {
            heard.Add(update);
            yield return update;
        }

        await KeepAsync(key, options, heard).ConfigureAwait(false);
    }

    private static IEnumerable<ChatResponseUpdate> Replay(CachedAnswer kept) => kept.Updates.Select(u => u.Update(kept.ModelId));

    private async Task KeepAsync(string key, ChatOptions? options, List<ChatResponseUpdate> updates)
    {
        var ended = updates.Where(u => u.FinishReason is not null).Select(u => u.MessageId).Distinct().Count();
        if (ended >= WireRequest.Choices(options))
        {
            await folder.WriteAsync(new CachedAnswer(CachedAnswer.Current, key, updates[0].ModelId, [.. updates.Select(CachedUpdate.Of)])).ConfigureAwait(false);
        }
    }

    private string Key(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{CachedAnswer.Current}\n{model.Endpoint.TrimEnd('/')}\n{model.Reasoning}\n"));
        hash.AppendData(WireRequest.Body(model, messages, options).Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
