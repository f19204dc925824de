using Prover.Core.Statements;

namespace Prover.Core.Answers;

/// <summary>Reads a proof out of what a model answered.</summary>
/// <remarks>Never throws for what an answer says, and takes time in proportion to its length. Nothing rests on it: the statement that
/// is checked is ours, whatever the answer states. What it must do is lose no good proof.</remarks>
public static class AnswerReader
{
    // Answers within answers: JSON that holds Markdown, say.
    private const int MaxNesting = 3;

    /// <summary>Reads an answer.</summary>
    /// <param name="answer">All of its text, without reasoning.</param>
    /// <param name="statement">What is to be proved.</param>
    /// <param name="complete">False when the answer did not end by itself.</param>
    public static ExtractedAnswer Read(string answer, TheoremStatement statement, bool complete)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(statement);
        return Read(CodeCharacters.CleanLines(answer), new Target(statement), complete, 0).Answer;
    }

    /// <summary>What the closed blocks of an answer say that may still go on; only theorems count.</summary>
    internal static ExtractedAnswer.Found? ReadClosed(string text, Target target)
    {
        var blocks = CodeBlocks.Of(AnswerWrapping.WithoutThoughts(CodeCharacters.CleanLines(text))).Where(b => b.MayBeLean).ToArray();
        var last = Array.FindLastIndex(blocks, b => b.IsClosed);
        return last >= 0 && ReadBlock(blocks, last, target) is { Rank: >= ReadingRank.Theorem, Answer: ExtractedAnswer.Found found } ? found : null;
    }

    private static Reading Read(string text, Target target, bool complete, int nesting)
    {
        text = AnswerWrapping.WithoutThoughts(text);
        if (nesting < MaxNesting)
        {
            foreach (var inner in AnswerWrapping.Inner(text))
            {
                if (Read(inner, target, complete: true, nesting + 1) is { Rank: > ReadingRank.Nothing } reading)
                {
                    return reading;
                }
            }
        }

        var blocks = CodeBlocks.Of(text);
        var best = ReadBlocks([.. blocks.Where(b => b.MayBeLean)], target, complete);
        if (best.Rank is ReadingRank.Nothing or ReadingRank.Statement or ReadingRank.Holes && nesting < MaxNesting)
        {
            foreach (var json in blocks.Where(b => b.IsJson).Reverse())
            {
                if (AnswerWrapping.OfJson(json.Code) is { } inner && Read(inner, target, complete, nesting + 1) is { Rank: > ReadingRank.Nothing } reading)
                {
                    return reading;
                }
            }
        }

        if (best.Rank != ReadingRank.Nothing || blocks.Any(b => b.Language == "lean"))
        {
            return best;
        }

        return UnfencedCode.Of(text) is not { } code ? best
            : complete ? ProofReader.Read(code, target, isLean: false, [])
            : new Reading(ReadingRank.Statement, new ExtractedAnswer.CutOff());
    }

    private static Reading ReadBlocks(CodeBlock[] blocks, Target target, bool complete)
    {
        var best = new Reading(ReadingRank.Nothing, new ExtractedAnswer.NoCode());
        for (var i = blocks.Length - 1; i >= 0 && best.Rank < ReadingRank.OurTheorem; i--)
        {
            var reading = blocks[i].IsClosed || complete
                ? ReadBlock(blocks, i, target)
                : new Reading(ReadingRank.Holes, new ExtractedAnswer.CutOff());
            best = IsBetter(reading.Rank, best.Rank) ? reading : best;
        }

        return best;
    }

    // The last word counts, unless it is a fragment and a whole theorem came before.
    private static bool IsBetter(ReadingRank earlier, ReadingRank later) => later switch
    {
        ReadingRank.Nothing => true,
        ReadingRank.Statement => earlier is ReadingRank.Tactics or >= ReadingRank.Theorem,
        _ => earlier >= ReadingRank.Theorem && earlier > later,
    };

    private static Reading ReadBlock(CodeBlock[] blocks, int index, Target target) => ProofReader.Read(
        blocks[index].Code, target, blocks[index].Language == "lean", Enumerable.Range(1, index).Select(back => blocks[index - back].Code));
}
