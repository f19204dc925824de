using CsCheck;
using Prover.Core.DeepThinking.Council;

namespace Prover.Core.Tests.DeepThinking.Council;

public sealed class FinalRankingTests
{
    private static readonly string[] Labels = ["A", "B", "C"];

    [Fact]
    public void A_ranking_names_every_label_once()
    {
        var (order, problem) = FinalRanking.Read("A is nice.\n\nFINAL RANKING:\n1. Answer C\n2. Answer A\n3. Answer B\n", Labels);
        Assert.Null(problem);
        Assert.Equal(["C", "A", "B"], order);
    }

    [Theory]
    [InlineData("1. Answer A\n2. Answer B\n3. Answer C", "no line")]
    [InlineData("FINAL RANKING:\n1. Answer A\n2. Answer B", "2 of 3")]
    [InlineData("FINAL RANKING:\n1. Answer A\n2. Answer A\n3. Answer B", "twice")]
    [InlineData("FINAL RANKING:\n1. Answer A\n2. Answer B\n3. Answer D", "no answer D")]
    [InlineData("FINAL RANKING:\n1. Answer A\n3. Answer B\n2. Answer C", "Place 3")]
    [InlineData("FINAL RANKING:\n1. Answer A\n2. Answer B\n3. Answer C\nI prefer B.", "no place")]
    [InlineData("FINAL RANKING:\n1. Answer A > Answer B\n2. Answer C", "no place")]
    [InlineData("FINAL RANKING:\n1. Answer A\n2. Answer B\n3. Answer C\nFINAL RANKING:\n1. Answer B\n2. Answer A\n3. Answer C", "2 lines")]
    public void Anything_else_is_no_vote(string review, string why)
    {
        var (order, problem) = FinalRanking.Read(review, Labels);
        Assert.Null(order);
        Assert.Contains(why, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void No_text_is_too_odd_to_read() => Gen.String.Sample(text => FinalRanking.Read(text + "\nFINAL RANKING:\n" + text, Labels).Order is null or { Count: 3 });

    [Fact]
    public void Every_order_that_is_written_is_read() => Gen.Shuffle(Labels).Sample(order =>
        Assert.Equal(order, FinalRanking.Read($"FINAL RANKING:\n{string.Join('\n', order.Select((l, i) => $"{i + 1}. Answer {l}"))}", Labels).Order));
}
