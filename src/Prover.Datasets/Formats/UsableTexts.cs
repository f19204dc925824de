using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Prover.Datasets.Entries;

namespace Prover.Datasets.Formats;

/// <summary>The texts of an entry that a row can be made of: known to the letter, each once.</summary>
internal sealed class UsableTexts
{
    // 16 bytes of a hash a text: sources may overlap.
    private readonly HashSet<UInt128> _seen = [];

    /// <summary>Verified proofs, the shortest first.</summary>
    public List<DatasetAttempt> Proofs(DatasetEntry entry, LeftOut leftOut) =>
        [.. Distinct(entry, AttemptOutcome.Proved, leftOut).OrderBy(a => a.Text!.Length).ThenBy(a => a.Text, StringComparer.Ordinal)];

    /// <summary>Texts that Lean turned down, in their order.</summary>
    public List<DatasetAttempt> TurnedDown(DatasetEntry entry, LeftOut leftOut) => [.. Distinct(entry, AttemptOutcome.NotProved, leftOut)];

    /// <summary>Why an attempt can't be a row; null when it can.</summary>
    public static string? Objection(DatasetAttempt attempt) =>
        attempt.Text is null ? LeftOut.WithoutText : attempt is { Outcome: AttemptOutcome.Proved, Grade: null } ? LeftOut.WithoutGrade : null;

    private IEnumerable<DatasetAttempt> Distinct(DatasetEntry entry, AttemptOutcome outcome, LeftOut leftOut)
    {
        foreach (var attempt in entry.Attempts.Where(a => a.Outcome == outcome))
        {
            var objection = Objection(attempt) ?? (_seen.Add(Hash(entry.ProblemId, attempt.Text!)) ? null : LeftOut.Duplicate);
            if (objection is null)
            {
                yield return attempt;
            }
            else
            {
                leftOut.Add(objection);
            }
        }
    }

    private static UInt128 Hash(string problem, string text)
    {
        var kept = text.AsSpan().TrimEnd();
        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(problem.Length + 1 + kept.Length));
        try
        {
            var length = Encoding.UTF8.GetBytes(problem, buffer);
            buffer[length++] = (byte)'\n';
            length += Encoding.UTF8.GetBytes(kept, buffer.AsSpan(length));
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(buffer.AsSpan(0, length), hash);
            return BinaryPrimitives.ReadUInt128LittleEndian(hash);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
