namespace Prover.Bench.Runs;

/// <summary>A run that can't be begun, joined, read or gone on with; the message names the remedy.</summary>
public sealed class RunException(string message, Exception? innerException = null) : Exception(message, innerException);
