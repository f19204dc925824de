namespace Prover.Core.DeepThinking.Journal;

/// <summary>A thought's folder can't be used; the message says which, why and what to do.</summary>
public sealed class ThoughtException(string message, Exception? innerException = null) : Exception(message, innerException);
