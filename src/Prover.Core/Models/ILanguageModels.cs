using Microsoft.Extensions.AI;

namespace Prover.Core.Models;

/// <summary>The configured language models.</summary>
/// <remarks>Thread-safe. A model's client is shared by all callers in the process, with its limits.</remarks>
public interface ILanguageModels
{
    /// <summary>All models, in the order of the configuration; none is no error: what needs no model works without one.</summary>
    IReadOnlyList<ModelInfo> All { get; }

    /// <summary>A model by name.</summary>
    /// <exception cref="ModelException">There is none of that name, or it can't be used (e.g. its key is missing); the message names the remedy.</exception>
    LanguageModel Get(string name);
}

/// <summary>A model with the client that reaches it.</summary>
/// <param name="Info">What is known of it.</param>
/// <param name="Client">Its pipeline, ready to use. See <see cref="ChatConventions"/> for what it does beyond the interface.</param>
public sealed record LanguageModel(ModelInfo Info, IChatClient Client);

/// <summary>A model could not answer: the machinery failed, whatever the question was. Never holds a secret.</summary>
public sealed class ModelException(string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>True when the same request may succeed later (the server is busy or down); false when it can't (wrong key, no such model).</summary>
    public bool IsTransient { get; init; }

    /// <summary>How long the server wants to be left alone; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

/// <summary>How several answers to one request travel through <see cref="IChatClient"/>, which has no notion of them, and what else the
/// clients of <see cref="ILanguageModels"/> promise.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>Every answer is a message of its own: its <c>MessageId</c> is <see cref="ChoiceId"/>, in whole responses and in streamed updates.</item>
/// <item>In a stream the last update of an answer carries its <c>FinishReason</c>; the usage (<see cref="UsageContent"/>) comes last of all,
/// once for all answers. A stream that ends without a finish reason for a choice was cut.</item>
/// <item>Reasoning, in whatever form a server sends it (<c>reasoning_content</c>, <c>reasoning</c>, <c>&lt;think&gt;</c> text), comes as
/// <see cref="TextReasoningContent"/> and never within <see cref="TextContent"/>.</item>
/// <item>Where a lone <c>&lt;/think&gt;</c> shows that the text so far was reasoning, an update says so: <see cref="TurnsTextIntoReasoning"/>.</item>
/// <item>A request is repeated only while nothing of its answer has been handed on; what can't be had ends as a <see cref="ModelException"/>.
/// What breaks after that ends the stream, without a finish reason.</item>
/// <item>Answers out of a cache say so: the <see cref="UsageContent"/> has <see cref="Cached"/> among its additional properties. Their usage is
/// that of the first time, so that an evaluation runs alike however full the cache is.</item>
/// <item>Whoever has a budget puts an <see cref="IRequestAccount"/> into the options and hears of every try.</item>
/// </list>
/// </remarks>
public static class ChatConventions
{
    /// <summary>Key of <see cref="ChatOptions.AdditionalProperties"/> that asks for several answers; an <see cref="int"/>.</summary>
    public const string Choices = "n";

    /// <summary>Key of <see cref="ChatOptions.AdditionalProperties"/> for an <see cref="IRequestAccount"/>; it is not sent.</summary>
    public const string Account = "prover.account";

    /// <summary>Key of additional properties of <see cref="UsageContent"/>: true when the answer came out of a cache and cost nothing.</summary>
    public const string Cached = "prover.cached";

    private const string TextWasReasoning = "prover.text_was_reasoning";

    /// <summary>Content that turns all text of its answer so far into reasoning; the answer's text begins anew.</summary>
    public static TextReasoningContent TextSoFarWasReasoning() =>
        new(string.Empty) { AdditionalProperties = new AdditionalPropertiesDictionary { [TextWasReasoning] = true } };

    /// <summary>True for <see cref="TextSoFarWasReasoning"/>: the text of this answer so far was reasoning.</summary>
    public static bool TurnsTextIntoReasoning(AIContent content) => content.AdditionalProperties?.ContainsKey(TextWasReasoning) == true;

    /// <summary>Message id of an answer, from 0.</summary>
    public static string ChoiceId(int index) => $"choice-{index}";

    /// <summary>Which answer a message id means; 0 for ids of other clients.</summary>
    public static int ChoiceIndex(string? messageId) =>
        messageId is not null && messageId.StartsWith("choice-", StringComparison.Ordinal) && int.TryParse(messageId["choice-".Length..], out var index) ? index : 0;
}
