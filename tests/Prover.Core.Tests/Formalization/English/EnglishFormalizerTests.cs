using Prover.Core.Checking;
using Prover.Core.Formalization;
using Prover.Core.Formalization.English;
using Prover.Core.Lean;
using Prover.Core.Models;
using Prover.Core.Tests.Fakes;
using Prover.Core.Verification;

namespace Prover.Core.Tests.Formalization.English;

/// <summary>What the formalizer does with a reading, and with Lean's word on it.</summary>
public sealed class EnglishFormalizerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_Lean_accepts_is_proposed_with_what_was_taken_for_granted()
    {
        var answer = await FormalizeAsync("If n is even, then n^2 is even.", new CheckOutcome.Completed([], [], ScriptedChecker.Theorem("even_square"), TimeSpan.Zero) { Compiled = ScriptedChecker.Statement });

        var proposed = Assert.IsType<FormalizerAnswer.Proposed>(answer);
        Assert.Equal(new FormalStatement("theorem even_square (n : Nat) (h₁ : n % 2 = 0) : n ^ 2 % 2 = 0", "english"), proposed.Statement);
        Assert.Single(proposed.Notes);
    }

    [Fact]
    public async Task What_cannot_be_read_is_declined_with_the_word_and_the_way_to_a_model()
    {
        var answer = await FormalizeAsync("Prove that the cat is even.", new CheckOutcome.Cancelled());

        var reason = Assert.IsType<FormalizerAnswer.Declined>(answer).Reason;
        Assert.Contains("'cat'", reason, StringComparison.Ordinal);
        Assert.Contains("prover models --help", reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_Lean_does_not_accept_is_declined()
    {
        var error = new LeanMessage(LeanSeverity.Error, new LeanPosition(1, 0), null, "no such thing");
        var answer = await FormalizeAsync("If n is even, then n^2 is even.", new CheckOutcome.Completed([error], [], null, TimeSpan.Zero));

        Assert.Contains("no such thing", Assert.IsType<FormalizerAnswer.Declined>(answer).Reason, StringComparison.Ordinal);
    }

    private static async Task<FormalizerAnswer> FormalizeAsync(string text, CheckOutcome outcome) =>
        await new EnglishFormalizer(new StatementCompiler(new ScriptedChecker(_ => outcome)))
            .FormalizeAsync(new InformalProblem(text, "even_square", HasMathlib: false), new ModelSession(), Token);
}
