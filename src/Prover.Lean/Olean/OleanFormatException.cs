namespace Prover.Lean.Olean;

/// <summary>A compiled file is not what Lean writes.</summary>
/// <param name="file">Which file.</param>
/// <param name="offset">Byte in the file at which it shows.</param>
/// <param name="problem">What is wrong there.</param>
public sealed class OleanFormatException(string file, long offset, string problem) : Exception($"{file}, byte {offset}: {problem}")
{
    /// <summary>Byte in the file at which it shows.</summary>
    public long Offset => offset;
}
