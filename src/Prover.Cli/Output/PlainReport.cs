using Prover.Core.Auditing;
using Prover.Core.Verification;

namespace Prover.Cli.Output;

/// <summary>A verdict for people.</summary>
internal static class PlainReport
{
    public static void Write(TextWriter output, Verdict verdict, string? proof, string? origin)
    {
        var head = VerdictNames.Of(verdict.Kind);
        Say(output, verdict.Theorem is null ? head : $"{head}: {verdict.Theorem}");
        if (verdict.Reason is not null)
        {
            Say(output, verdict.Reason);
        }

        if (verdict.Kind is VerdictKind.Proved or VerdictKind.Refuted)
        {
            Say(output, $"states:  {verdict.Statement}");
            WriteGrade(output, verdict.Grade, verdict.Audit);
            output.WriteLine($"axioms:  {(verdict.Axioms.Count == 0 ? "none" : string.Join(", ", verdict.Axioms))}");
            WriteAudit(output, verdict.Audit);
            output.WriteLine($"checked: {verdict.Toolchain}{(verdict.Cached ? ", from the store" : string.Empty)}");
            if (origin is not null)
            {
                Say(output, $"found:   {origin}");
            }
        }

        if (verdict.Refusal is { } refusal)
        {
            Write(output, refusal);
        }

        foreach (var message in verdict.Messages.Where(_ => verdict.Kind == VerdictKind.Rejected))
        {
            Say(output, $"{message.Start}: {VerdictNames.Of(message.Severity)}: {message.Text.TrimEnd()}");
        }

        output.WriteLine($"elapsed: {verdict.Elapsed.TotalMilliseconds:0} ms");
        if (proof is not null)
        {
            output.WriteLine();
            Say(output, proof.TrimEnd());
        }
    }

    /// <summary>The grade, and which kernels it rests on.</summary>
    public static void WriteGrade(TextWriter output, Grade? grade, AuditReport? audit) =>
        output.WriteLine($"grade:   {VerdictNames.Of(grade)}{(audit is { Kernels.Count: > 0 } ? $" (by {string.Join("; ", audit.Kernels)})" : string.Empty)}");

    /// <summary>What an audited proof adds to the library, and which of it its statement rests on.</summary>
    public static void WriteAudit(TextWriter output, AuditReport? audit)
    {
        if (audit is null)
        {
            return;
        }

        output.WriteLine($"adds:    {audit.Constants.Count} {(audit.Constants.Count == 1 ? "constant" : "constants")}");
        if (audit.Definitions.Count > 0)
        {
            Say(output, $"defines: {string.Join(", ", audit.Definitions)} (part of what is stated)");
        }
    }

    private static void Write(TextWriter output, Refusal refusal)
    {
        output.WriteLine($"rule:    {Refusal.Word(refusal.Rule)}");
        if (refusal.Chain.Count > 0)
        {
            Say(output, string.Join(" → ", refusal.Chain));
        }

        if (refusal.Expected is not null)
        {
            Say(output, $"expected: {refusal.Expected}");
        }

        if (refusal.Found is not null)
        {
            Say(output, $"found:    {refusal.Found}");
        }
    }
    /// <summary>Writes what a text of unknown origin may have put its words into.</summary>
    private static void Say(TextWriter output, string text) => output.WriteLine(Visible.Of(text));
}
