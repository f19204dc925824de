using System.Text.Json;

namespace Prover.Core.Memory.Files;

/// <summary>A line of a memory's file that is to be read.</summary>
/// <param name="Path">The file.</param>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Bytes">Its text without the end.</param>
internal sealed record MemoryLine(string Path, int Number, byte[] Bytes)
{
    /// <summary>How many are read at a time.</summary>
    public const int Batch = 512;

    /// <summary>The proof in it.</summary>
    /// <exception cref="MemoryException">There is none.</exception>
    public LearnedProof Parse()
    {
        try
        {
            return (JsonSerializer.Deserialize(Bytes, MemoryJson.Readable.MemoryRecord) ?? throw new JsonException("The line is null.")).ToProof();
        }
        catch (JsonException e)
        {
            throw Damaged(Path, Number, e.Message, e);
        }
    }

    /// <summary>Says that a line is damaged.</summary>
    public static MemoryException Damaged(string path, int number, string reason, Exception? cause = null) =>
        new($"The memory '{path}', line {number}, is damaged: {reason} Keep a copy of the file, delete that line, and only its proof is forgotten.", cause);
}
