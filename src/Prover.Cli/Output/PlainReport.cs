using Prover.Core.Verification;

namespace Prover.Cli.Output;

/// <summary>A verdict for people.</summary>
internal static class PlainReport
{
    public static void Write(TextWriter output, Verdict verdict, string? proof, string? origin)
    {
        var head = VerdictNames.Of(verdict.Kind);
        output.WriteLine(verdict.Theorem is null ? head : $"{head}: {verdict.Theorem}");
        if (verdict.Reason is not null)
        {
            output.WriteLine(verdict.Reason);
        }

        if (verdict.Kind is VerdictKind.Proved or VerdictKind.Refuted)
        {
            output.WriteLine($"grade:   {VerdictNames.Of(verdict.Grade)}");
            output.WriteLine($"axioms:  {(verdict.Axioms.Count == 0 ? "none" : string.Join(", ", verdict.Axioms))}");
            output.WriteLine($"checked: {verdict.Toolchain}{(verdict.Cached ? ", from the store" : string.Empty)}");
            if (origin is not null)
            {
                output.WriteLine($"found:   {origin}");
            }
        }

        foreach (var message in verdict.Messages.Where(_ => verdict.Kind == VerdictKind.Rejected))
        {
            output.WriteLine($"{message.Start}: {VerdictNames.Of(message.Severity)}: {message.Text.TrimEnd()}");
        }

        output.WriteLine($"elapsed: {verdict.Elapsed.TotalMilliseconds:0} ms");
        if (proof is not null)
        {
            output.WriteLine();
            output.WriteLine(proof.TrimEnd());
        }
    }
}
