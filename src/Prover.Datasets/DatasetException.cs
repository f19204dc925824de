namespace Prover.Datasets;

/// <summary>A dataset can't be written or read; the message names the file and the remedy.</summary>
public sealed class DatasetException(string message, Exception? innerException = null) : Exception(message, innerException);
