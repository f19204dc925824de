using CsCheck;
using Prover.Models.Reasoning;

namespace Prover.Models.Tests.Reasoning;

public class ThinkSplitterTests
{
    private static readonly string[] Words = ["<think>", "</think>", "<", "</", "think>", " ", "\n", "x", "by simp", "∀"];

    [Theory]
    [InlineData("<think>why</think>answer", "why", "answer")]
    [InlineData("<think>\nwhy\n</think>\n\nanswer\n", "why\n", "answer\n")]
    [InlineData("  \n<think>why</think>answer", "why", "answer")]
    [InlineData("why</think>answer", "why", "answer")]
    [InlineData("answer", "", "answer")]
    [InlineData("  answer", "", "answer")]
    [InlineData("", "", "")]
    [InlineData(" \n ", "", "")]
    [InlineData("<think>cut in the middle", "cut in the middle", "")]
    [InlineData("<think>why</thi", "why</thi", "")]
    [InlineData("<thi", "", "<thi")]
    [InlineData("<thinker> is a word", "", "<thinker> is a word")]
    [InlineData("answer with <think> in it", "", "answer with <think> in it")]
    [InlineData("one <think> two </think> three", "one <think> two ", "three")]
    [InlineData("<think>a</think><think>b</think>c", "ab", "c")]
    [InlineData("<think></think>answer", "", "answer")]
    [InlineData("a < b ∧ </- x", "", "a < b ∧ </- x")]
    public void Reasoning_and_answer_come_apart_wherever_the_pieces_are_cut(string text, string reasoning, string answer)
    {
        for (var size = 1; size <= text.Length + 1; size++)
        {
            Assert.Equal((reasoning, answer), Split(text, size, false));
        }
    }

    [Theory]
    [InlineData("why</think>answer", "why", "answer")]
    [InlineData("\n why goes on", "why goes on", "")]
    [InlineData("why</think>one</think>two", "whyone", "two")]
    public void A_model_that_begins_inside_its_reasoning_needs_no_opening_tag(string text, string reasoning, string answer)
    {
        for (var size = 1; size <= text.Length + 1; size++)
        {
            Assert.Equal((reasoning, answer), Split(text, size, true));
        }
    }

    [Fact]
    public void A_model_that_begins_inside_its_reasoning_never_shows_it_as_text()
    {
        var splitter = new ThinkSplitter(true);

        Assert.DoesNotContain(splitter.Add("some reasoning").Concat(splitter.Add(" more</think>answer")), p => p.Kind == PieceKind.TextSoFarWasReasoning);
    }

    [Fact]
    public void How_a_text_is_cut_into_pieces_changes_nothing()
    {
        var word = Gen.Int[0, Words.Length - 1].Select(i => Words[i]);
        Gen.Select(word.Array[0, 12], Gen.Int[1, 9], Gen.Bool).Sample((words, size, inside) =>
        {
            var text = string.Concat(words);
            Assert.Equal(Split(text, text.Length + 1, inside), Split(text, size, inside));
        });
    }

    private static (string Reasoning, string Text) Split(string text, int size, bool inside)
    {
        var splitter = new ThinkSplitter(inside);
        var (reasoning, answer) = (string.Empty, string.Empty);
        foreach (var piece in text.Chunk(size).SelectMany(c => splitter.Add(new string(c))).Concat(End()))
        {
            switch (piece.Kind)
            {
                case PieceKind.Reasoning:
                    reasoning += piece.Text;
                    break;
                case PieceKind.Text:
                    answer += piece.Text;
                    break;
                default:
                    (reasoning, answer) = (reasoning + answer, string.Empty);
                    break;
            }
        }

        return (reasoning, answer);

        // Only when all pieces are in.
        IEnumerable<(PieceKind Kind, string Text)> End()
        {
            foreach (var piece in splitter.End())
            {
                yield return piece;
            }
        }
    }
}
