using CsCheck;
using Prover.Core.Formalization.English;

namespace Prover.Core.Tests.Formalization.English;

/// <summary>No text, however odd, makes the reader throw or take its time.</summary>
public sealed class HostileTextTests
{
    private static readonly string[] Words =
    [
        "Prove", "that", "show", "if", "then", "and", "or", "not", "for", "all", "every", "there", "exists", "is", "a", "an", "the", "sum", "of", "two", "odd", "even",
        "integer", "integers", "natural", "number", "n", "m", "k", "x", "divides", "divisible", "by", "such", "with", "where", "remainder", "when", "divided", "prime",
        "n^2", "2n", "=", "<", "≤", "|", "∣", "(", ")", "{", "}", "$", "^", "+", "-", "*", "/", "!", ",", ".", "?", ":", "\\frac", "\\mid", "\\sum", "_", "…", "1", "0", "12",
        "both", "either", "neither", "nor", "iff", "Let", "be", "Suppose", "Find", "What", "consecutive", "square", "product", "some", "no", "any", "∀", "∃", "ℕ", "∈", "mod", "≡",
    ];

    [Fact]
    public void Any_words_are_read_or_refused() =>
        Gen.OneOf(Words).Array[0, 60].Select(words => string.Join(' ', words)).Sample(text => EnglishReader.Read(text) is not null, iter: 2_000);

    [Fact]
    public void Any_characters_are_read_or_refused() => Gen.String[0, 200].Sample(text => EnglishReader.Read(text) is not null, iter: 2_000);

    [Theory]
    [InlineData("(")]
    [InlineData("((n + 1) * ")]
    [InlineData("if n is even then ")]
    [InlineData("the sum of n and ")]
    [InlineData("the square of ")]
    [InlineData("it is not the case that ")]
    [InlineData("for all n, ")]
    [InlineData("there is an integer n such that ")]
    [InlineData("n is even and ")]
    [InlineData("n, ")]
    [InlineData("n^{")]
    [InlineData("$n$ + ")]
    [InlineData("|n + ")]
    [InlineData("either n is even or ")]
    [InlineData("the sum of any two integers such that ")]
    [InlineData("every integer that is ")]
    public void Nesting_and_repetition_end(string part) =>
        Assert.IsType<ReadingResult.Refused>(EnglishReader.Read("Prove that " + string.Concat(Enumerable.Repeat(part, 3_900 / part.Length))));

    [Fact]
    public void A_text_of_many_sentences_is_read() => Assert.IsType<ReadingResult.Read>(
        EnglishReader.Read($"Let n be an integer. {string.Concat(Enumerable.Repeat("Suppose that n is even. ", 100))}Prove that n^2 is even."));

    [Fact]
    public void A_very_long_text_is_refused_at_once() =>
        Assert.Contains("longer", Assert.IsType<ReadingResult.Refused>(EnglishReader.Read(new string('n', 1_000_000))).Refusal.Message, StringComparison.Ordinal);
}
