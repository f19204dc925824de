using Microsoft.Extensions.AI;

namespace Prover.Core.Prompts;

/// <summary>A prompt, ready to send.</summary>
/// <param name="Id">Name and version, e.g. <c>prove.v1</c>.</param>
/// <param name="Hash">Hex SHA-256 of the text it was made from: tells an overridden prompt from the one of the same id that is built in.</param>
/// <param name="Messages">The messages.</param>
public sealed record Prompt(string Id, string Hash, IReadOnlyList<ChatMessage> Messages)
{
    /// <summary>Id and the beginning of the hash, as it stands in the origin of what comes of it: <c>prove.v1@1a2b3c4d</c>.</summary>
    public string Origin => $"{Id}@{Hash[..8]}";
}

/// <summary>A prompt's file is missing or wrong; the message names it and the remedy.</summary>
public sealed class PromptException(string message, Exception? innerException = null) : Exception(message, innerException);
