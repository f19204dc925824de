using Prover.Core.Statements;

namespace Prover.Core.Answers;

/// <summary>Reads one answer while it arrives, so that a complete proof need not wait for the rest.</summary>
/// <remarks>Not thread-safe.</remarks>
/// <param name="statement">What is to be proved.</param>
public sealed class GrowingAnswer(TheoremStatement statement)
{
    // An answer of nothing but blocks would be read again at each: the end is early enough for it.
    private const int MaxEarly = 32;

    private readonly Target _target = new(statement);
    private readonly HashSet<ProofText> _given = [];
    private int _seen;
    private int _early;

    /// <summary>Whether it has given a proof.</summary>
    public bool HasGiven => _given.Count > 0;

    /// <summary>Takes in the answer as far as it has come.</summary>
    /// <param name="text">All of its text so far.</param>
    /// <returns>A proof in a block that is complete now and that was not given before; null when there is none.</returns>
    public ExtractedAnswer.Found? Add(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        // A fence counts once its line is complete: what follows may make it the opening of another.
        var lineStart = text.LastIndexOf('\n') + 1;
        var from = Math.Clamp(_seen - 2, 0, text.Length);
        var isFence = HasFence(text.AsSpan(from));
        _seen = isFence ? Math.Max(_seen, lineStart) : text.Length;
        if (!isFence || lineStart <= from || !HasFence(text.AsSpan(from, lineStart - from)) || _early >= MaxEarly)
        {
            return null;
        }

        _early++;
        return AnswerReader.ReadClosed(text[..lineStart], _target) is { } found && _given.Add(found.Proof) ? found : null;
    }

    /// <summary>Reads the answer as a whole, at its end.</summary>
    /// <param name="text">All of its text.</param>
    /// <param name="complete">False when it did not end by itself.</param>
    /// <returns>What it says, and whether that was given before.</returns>
    public (ExtractedAnswer Answer, bool IsKnown) Finish(string text, bool complete)
    {
        var answer = AnswerReader.Read(text, statement, complete);
        return (answer, answer is ExtractedAnswer.Found found && !_given.Add(found.Proof));
    }

    private static bool HasFence(ReadOnlySpan<char> text) =>
        text.Contains("```", StringComparison.Ordinal) || text.Contains("~~~", StringComparison.Ordinal);
}
