using Prover.Core.Refutation;
using Prover.Core.Verification;

namespace Prover.Cli.Output;

/// <summary>The end of a search for a refutation, for people.</summary>
internal static class PlainRefutation
{
    public static void Write(TextWriter output, RefuteOutcome outcome)
    {
        if (outcome.Counterexample is { } counterexample)
        {
            output.WriteLine(Visible.Of($"counterexample: {(counterexample.Values.Count == 0 ? "the statement itself, which has no variables" : counterexample.ToString())}"));
            foreach (var part in counterexample.Parts)
            {
                output.WriteLine(Visible.Of($"  {part.Role,-10} {part.Text}{(part.Evaluated is null ? string.Empty : $"  —  {part.Evaluated}")}  —  {(part.Holds ? "holds" : "fails")}"));
            }

            output.WriteLine();
        }

        if (outcome.Result.Verdict.Kind == VerdictKind.Refuted)
        {
            PlainReport.Write(output, outcome.Result.Verdict, outcome.Result.Proof, outcome.Result.Origin);
            return;
        }

        output.WriteLine(Visible.Of($"{outcome.Word.Replace('_', ' ')}: {outcome.Reason}"));
        output.WriteLine($"elapsed: {outcome.Result.Verdict.Elapsed.TotalMilliseconds:0} ms");
    }
}

/// <summary>The one JSON object of <c>prover refute</c>.</summary>
/// <param name="Outcome"><c>refuted</c>, <c>no_counterexample</c>, <c>timed_out</c>, …; never <c>proved</c>.</param>
/// <param name="Reason">In words.</param>
/// <param name="Counterexample">What the verified refutation rests on.</param>
/// <param name="Unconfirmed">A counterexample by calculation that Lean has not confirmed.</param>
/// <param name="Report">The verdict on the refutation.</param>
internal sealed record JsonRefutation(string Outcome, string Reason, Counterexample? Counterexample, Counterexample? Unconfirmed, JsonReport Report)
{
    public static JsonRefutation Of(RefuteOutcome outcome) =>
        new(outcome.Word, outcome.Reason, outcome.Counterexample, outcome.Unconfirmed, JsonReport.Of(outcome.Result));
}
