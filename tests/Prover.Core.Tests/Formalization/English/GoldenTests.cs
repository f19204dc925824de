using Prover.Core.Formalization.English;

namespace Prover.Core.Tests.Formalization.English;

/// <summary>Every problem in the table is read, and read as it stands there.</summary>
public sealed class GoldenTests
{
    [Fact]
    public void Every_problem_of_the_table_is_read_as_it_stands_there()
    {
        Assert.True(GoldenStatements.All.Count > 100);
        Assert.Multiple([.. GoldenStatements.All.Select(problem => (Action)(() =>
            Assert.Equal((problem.Text, problem.Lean), (problem.Text, Reader.Lean(problem.Text)))))]);
    }

    [Theory]
    [InlineData("-x^2 = 0", "-x ^ 2 = 0")]
    [InlineData("$2x^2y = 0$", "2 * x ^ 2 * y = 0")]
    [InlineData("2x + 3y*x - 1 = 0", "2 * x + 3 * y * x - 1 = 0")]
    [InlineData("x - y - 1 = 0", "x - y - 1 = 0")]
    [InlineData("x - (y - 1) = 0", "x - (y - 1) = 0")]
    [InlineData("(x + y)(x - y) = x(y + 1)", "(x + y) * (x - y) = x * (y + 1)")]
    [InlineData(@"$\left(x+1\right)^{2} \cdot y \times 3 \neq 0$", "(x + 1) ^ 2 * y * 3 ≠ 0")]
    [InlineData("x² + y³ ≤ 5", "x ^ 2 + y ^ 3 ≤ 5")]
    [InlineData("(-x)^2 >= 0", "(-x) ^ 2 ≥ 0")]
    [InlineData("x/2 + y/3 = 1", "3 * x + 2 * y = 6")]
    [InlineData("x squared plus 1 is positive", "x ^ 2 + 1 > 0")]
    public void Terms_bind_as_mathematicians_read_them(string relation, string lean) =>
        Assert.Equal($"theorem t (x y : Int) : {lean}", Reader.Lean($"Let x and y be integers. Prove that {relation}."));

    [Fact]
    public void What_the_text_does_not_say_is_told()
    {
        var read = Assert.IsType<ReadingResult.Read>(EnglishReader.Read("If n is even, then n^2 is even."));

        Assert.Equal("n: taken for natural numbers (0, 1, 2, …), since the text does not say.", Assert.Single(read.Reading.Notes));
    }

    [Fact]
    public void A_count_is_told_to_be_a_natural_number_where_other_numbers_would_be_integers()
    {
        var read = Assert.IsType<ReadingResult.Read>(EnglishReader.Read("Prove that the sum of the first n odd numbers is n^2."));

        Assert.Contains("(n : Nat)", read.Reading.ToLean("t"), StringComparison.Ordinal);
        Assert.Equal("n: taken for natural numbers (0, 1, 2, …), since the text does not say.", Assert.Single(read.Reading.Notes));
    }

    [Fact]
    public void Nothing_is_told_where_the_text_says_all() =>
        Assert.Empty(Assert.IsType<ReadingResult.Read>(EnglishReader.Read("Let n be an integer. Show that n^2 ≥ 0.")).Reading.Notes);

    [Fact]
    public void A_natural_number_that_something_is_subtracted_from_is_written_as_an_integer() => Assert.Equal(
        "theorem t (n : Int) (h₁ : n ≥ 0) : n - 1 < n", Reader.Lean("Prove that n - 1 < n for all natural numbers n."));

    [Fact]
    public void Where_it_stands_in_an_exponent_it_is_cast() => Assert.Equal(
        "theorem t (n : Nat) : 2 ^ n - (n : Int) > 0", Reader.Lean("Prove that 2^n - n > 0 for all natural numbers n."));
}

/// <summary>Reads for tests.</summary>
internal static class Reader
{
    public static string Lean(string text) => EnglishReader.Read(text) switch
    {
        ReadingResult.Read(var reading) => reading.ToLean("t"),
        ReadingResult.Refused(var refusal) => $"refused: {refusal.Message}",
        var other => throw new InvalidOperationException($"{other}"),
    };
}
