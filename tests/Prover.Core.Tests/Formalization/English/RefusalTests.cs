using Prover.Core.Formalization.English;

namespace Prover.Core.Tests.Formalization.English;

/// <summary>Outside the grammar, and where a text has two meanings, the answer is a refusal that says where and why.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("Prove that there are infinitely many primes.", "infinitely")]
    [InlineData("Anna is three times as old as Ben. Show that Ben is 10.", "Anna")]
    [InlineData("Let n be a natural number. Prove that n is wonderful.", "wonderful")]
    [InlineData(@"Prove that $\sqrt{2}$ is irrational.", @"\sqrt")]
    [InlineData("Prove that for all real numbers x, x^2 ≥ 0.", "real")]
    [InlineData(@"Let $x \in \mathbb{R}$. Show that $x^2 \ge 0$.", @"\mathbb{R}")]
    [InlineData("Prove that every number is even.", "number")]
    [InlineData("How many primes are less than 10?", "How")]
    [InlineData("Prove that 2^2n is even.", "2")]
    [InlineData("The square of n + 1 is positive.", "+")]
    [InlineData("Prove that n is even § odd.", "§")]
    [InlineData("n is even. n^2 is even.", "n")]
    [InlineData("Prove that n is even. Prove that m is odd.", "m")]
    [InlineData("", "")]
    [InlineData("Prove that", "")]
    public void The_first_word_that_cannot_be_read_is_named(string text, string word)
    {
        var refusal = Refusal(text);

        Assert.Equal(word, refusal.Word);
        Assert.Equal(word, text.Substring(Math.Min(refusal.Position, text.Length), word.Length));
        Assert.Contains(word, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Show that n is even or m is odd and k is even.", "mixed")]
    [InlineData("Prove that there is an integer m with m > n for all integers n.", "two ways")]
    [InlineData("Prove that n does not divide m for all integers n.", "two ways")]
    [InlineData("Prove that every integer is not even.", "none or not all")]
    [InlineData("Show that a prime divides 15.", "some or every")]
    [InlineData("Prove that 1/2n = 1.", "two ways")]
    [InlineData("If the sum of two integers is even, then n is odd.", "some or every")]
    [InlineData("If n is divisible by any prime, then n > 1.", "some or every")]
    [InlineData("Show that 3 is between 2 and 4.", "ends")]
    [InlineData("Prove that 1 + 2 + ... + 2n = n(2n+1) for all natural numbers n.", "dots")]
    [InlineData("Let k be an integer. If n = 2k for some integer k, then n is even.", "introduced twice")]
    [InlineData("If there is an integer k such that n = 2k, then k < n + 1.", "outside")]
    [InlineData("Prove that f(x) = f(x + 1) for all integers x.", "function")]
    [InlineData("Show that e + 1 > e.", "constant")]
    public void What_has_two_meanings_is_not_guessed(string text, string why) => Assert.Contains(why, Refusal(text).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Let n be an integer. Prove that 2^n > 0.", "negative")]
    [InlineData("Prove that a/b = a for all integers a and b.", "divisor")]
    [InlineData("Prove that 2 divides n/2 for all integers n.", "quotient")]
    [InlineData("Let n be a natural number. Prove that 2^(n-1) > 0.", "negative")]
    [InlineData("Let x be a rational number. Prove that 2 divides x.", "fractions")]
    public void What_Lean_would_understand_otherwise_is_not_written(string text, string why) => Assert.Contains(why, Refusal(text).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("What is x if x^2 = 4?")]
    [InlineData("Find x if 2x = 5.")]
    [InlineData("Find the remainder when n is divided by 7.")]
    [InlineData("Find the natural number n such that n + 5 = 3.")]
    [InlineData("Let n be a natural number. Find n if n + 5 = 3.")]
    [InlineData("Find the integer x such that 2x = 5.")]
    public void A_question_whose_answer_is_neither_told_nor_computed_asks_for_it(string text) =>
        Assert.Contains("Show that it is", Refusal(text).Message, StringComparison.Ordinal);

    [Fact]
    public void What_could_have_stood_there_is_told_where_it_is_short() =>
        Assert.Contains("Expected there: 'remainder' | 'parity'", Refusal("Let n and m be integers. Then n and m have the same size.").Message, StringComparison.Ordinal);

    [Fact]
    public void Real_numbers_are_refused_with_what_would_help() =>
        Assert.Contains("native Lean with Mathlib", Refusal("Let x be a real number. Prove that x^2 ≥ 0.").Message, StringComparison.Ordinal);

    private static Refusal Refusal(string text) => Assert.IsType<ReadingResult.Refused>(EnglishReader.Read(text)).Refusal;
}
