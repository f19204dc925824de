using Prover.Cli.Output;
using Prover.Core.Formalization;
using Prover.Core.Models;

namespace Prover.Cli.Formalizations;

/// <summary>A formalization for people: the statement, how far to trust it, and why.</summary>
internal static class PlainFormalization
{
    public static void Write(TextWriter output, FormalizedProblem problem)
    {
        Write(output, new ExaminedStatement(problem.Statement, problem.Level, problem.Evidence));
        foreach (var other in problem.Others)
        {
            output.WriteLine();
            output.WriteLine("not chosen:");
            Write(output, other);
        }
    }

    public static void WriteUsage(TextWriter output, ModelUsage usage)
    {
        if (usage != default)
        {
            output.WriteLine($"models:  {usage.Requests} requests, {usage.InputTokens} + {usage.OutputTokens} tokens{(usage.Cost > 0 ? $", cost {usage.Cost:0.####}" : string.Empty)}");
        }
    }

    private static void Write(TextWriter output, ExaminedStatement examined)
    {
        output.WriteLine(Visible.Of(examined.Statement.Text));
        output.WriteLine($"faithful: {FormalizationNames.Of(examined.Level)} (by {Visible.Of(examined.Statement.Author)})");
        foreach (var evidence in examined.Evidence)
        {
            output.WriteLine(Visible.Of($"  {FormalizationNames.Of(evidence.Finding),-11}  {FormalizationNames.Of(evidence.Kind),-16}  {evidence.Message}"));
        }
    }
}
