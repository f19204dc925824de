using Prover.Core.Checking;
using Prover.Core.Formalization.English;
using Prover.Core.Lean;
using Prover.Core.Tests.Formalization.English;
using Prover.Lean.Tests.RealLean;

namespace Prover.Lean.Tests.Formalization;

/// <summary>What the grammar writes is Lean: every statement of its table elaborates.</summary>
public sealed class EnglishStatementTests(LeanFixture lean)
{
    [Fact]
    public async Task Every_statement_of_the_table_elaborates()
    {
        // Each in a namespace of its own, so that one check serves many.
        foreach (var chunk in GoldenStatements.All.Chunk(60))
        {
            var text = string.Concat(chunk.Select((p, i) => $"namespace S{i}\n{Statement(p.Text)} := by sorry\nend S{i}\n"));
            var outcome = await lean.Pool.CheckAsync(new CheckRequest { Text = text, AskKernelAgain = false }, TestContext.Current.CancellationToken);

            var completed = Assert.IsType<CheckOutcome.Completed>(outcome);
            Assert.Empty(completed.Messages.Where(m => m.Severity == LeanSeverity.Error).Select(m => m.Text));
            Assert.Equal(chunk.Length, completed.Sorries.Count);
        }
    }

    private static string Statement(string text) => Assert.IsType<ReadingResult.Read>(EnglishReader.Read(text)).Reading.ToLean("t");
}
