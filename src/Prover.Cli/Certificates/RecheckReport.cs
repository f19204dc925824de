using Prover.Cli.Output;
using Prover.Core.Auditing;
using Prover.Core.Certificates;

namespace Prover.Cli.Certificates;

/// <summary>A recheck for people. Names and terms come from a file that anybody can have written: nothing in them moves the cursor.</summary>
internal static class RecheckReport
{
    public static void Write(TextWriter output, RecheckRequest request, RecheckOutcome outcome)
    {
        void Line(string line) => output.WriteLine(Visible.Of(line));

        Line($"{Word(outcome)}: {request.Certificate.Theorem}");
        switch (outcome)
        {
            case RecheckOutcome.Held { Found: var found }:
                Line($"states:  {found.Statement}");
                Line($"grade:   {VerdictNames.Of(found.Grade)}");
                Line($"axioms:  {(found.Axioms.Count == 0 ? "none" : string.Join(", ", found.Axioms))}");
                Line($"adds:    {found.Constants.Count} {(found.Constants.Count == 1 ? "constant" : "constants")}");
                var scope = RecheckScope.Of(request, found);
                scope.Checked.ToList().ForEach(item => Line($"checked: {item}"));
                scope.NotChecked.ToList().ForEach(item => Line($"not checked: {item}"));
                break;
            case RecheckOutcome.Broken broken:
                Write(Line, broken);
                break;
            case RecheckOutcome.Undecided undecided:
                Line(undecided.Reason);
                break;
        }

        outcome.Notes.ToList().ForEach(note => Line($"note:    {note}"));
        Line($"with:    {outcome.Toolchain?.ToString() ?? "no Lean"}");
        Line($"elapsed: {outcome.Elapsed.TotalMilliseconds:0} ms");
    }

    /// <summary>One word for how it ended.</summary>
    public static string Word(RecheckOutcome outcome) => outcome switch
    {
        RecheckOutcome.Held => "rechecked",
        RecheckOutcome.Broken => "does_not_hold",
        RecheckOutcome.Undecided undecided => VerdictNames.Of(undecided.Kind),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "No such outcome."),
    };

    public static int Code(RecheckOutcome outcome) => outcome switch
    {
        RecheckOutcome.Held => ExitCode.Proved,
        RecheckOutcome.Broken => ExitCode.NotProved,
        _ => ExitCode.Unknown,
    };

    private static void Write(Action<string> line, RecheckOutcome.Broken broken)
    {
        if (broken.Refusal is { } refusal)
        {
            line(refusal.Message);
            line($"rule:    {Refusal.Word(refusal.Rule)}");
        }

        foreach (var difference in broken.Differences)
        {
            line($"{difference.Field}: the certificate says {difference.Claimed}, found was {difference.Found}");
        }
    }
}
