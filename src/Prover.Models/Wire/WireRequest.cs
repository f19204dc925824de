using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Prover.Core.Models;
using Prover.Models.Configuration;

namespace Prover.Models.Wire;

/// <summary>Writes requests.</summary>
internal static class WireRequest
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Answers asked for.</summary>
    public static int Choices(ChatOptions? options) =>
        options?.AdditionalProperties?.TryGetValue(ChatConventions.Choices, out int n) == true ? Math.Max(1, n) : 1;

    /// <summary>The body. It holds all that an answer depends on, and no key.</summary>
    /// <param name="model">Defaults, and fields that go along.</param>
    /// <param name="messages">The conversation. Reasoning of earlier answers is not sent again: models are trained without it.</param>
    /// <param name="options">The caller's wishes.</param>
    /// <param name="askUsage">False where a server refuses to be asked for the usage of a stream.</param>
    public static ReadOnlyMemory<byte> Body(ModelOptions model, IEnumerable<ChatMessage> messages, ChatOptions? options, bool askUsage = true)
    {
        var buffer = new ArrayBufferWriter<byte>(4_096);
        using var json = new Utf8JsonWriter(buffer, Plain);
        json.WriteStartObject();
        json.WriteString("model", options?.ModelId ?? model.Model);
        json.WriteStartArray("messages");
        if (options?.Instructions is { Length: > 0 } instructions)
        {
            Message(json, ChatRole.System, instructions);
        }

        foreach (var message in messages)
        {
            Message(json, message.Role, message.Text);
        }

        json.WriteEndArray();
        json.WriteNumber("temperature", options?.Temperature ?? model.Temperature);
        json.WriteNumber("top_p", options?.TopP ?? model.TopP);
        json.WriteNumber(model.MaxTokensField, options?.MaxOutputTokens ?? model.MaxOutputTokens);
        if (options?.Seed is { } seed)
        {
            json.WriteNumber("seed", seed);
        }

        if (options?.StopSequences is { Count: > 0 } stops)
        {
            json.WriteStartArray("stop");
            foreach (var stop in stops)
            {
                json.WriteStringValue(stop);
            }

            json.WriteEndArray();
        }

        if (Choices(options) is > 1 and var n)
        {
            json.WriteNumber("n", n);
        }

        if (model.Streaming)
        {
            json.WriteBoolean("stream", true);
            if (askUsage)
            {
                json.WriteStartObject("stream_options");
                json.WriteBoolean("include_usage", true);
                json.WriteEndObject();
            }
        }

        foreach (var (name, value) in model.ExtraBody)
        {
            json.WritePropertyName(name);
            value.WriteTo(json);
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static void Message(Utf8JsonWriter json, ChatRole role, string text)
    {
        json.WriteStartObject();
        json.WriteString("role", role.Value);
        json.WriteString("content", text);
        json.WriteEndObject();
    }
}
