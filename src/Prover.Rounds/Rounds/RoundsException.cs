namespace Prover.Rounds.Rounds;

/// <summary>Rounds that can't be begun, read or gone on with; the message names the remedy.</summary>
public class RoundsException(string message, Exception? innerException = null) : Exception(message, innerException);
