using Prover.Core.Checking;
using Prover.Core.Lean;

namespace Prover.Core.Verification;

/// <summary>The rules: which outcome of a check is which verdict.</summary>
internal static class Judge
{
    /// <summary>A check that says nothing about the text.</summary>
    public static Verdict Unknown(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.TimedOut timedOut => new Verdict
        {
            Kind = VerdictKind.TimedOut,
            Reason = $"Lean did not finish within {timedOut.Limit.TotalSeconds:0.###} s. Nothing is known; allow more time to learn more.",
        },
        CheckOutcome.Cancelled => new Verdict { Kind = VerdictKind.Cancelled, Reason = "Cancelled by the caller." },
        CheckOutcome.InfrastructureFailure failure => new Verdict
        {
            Kind = VerdictKind.Infrastructure,
            Reason = failure.Reason,
            Overloaded = failure.Overloaded,
        },
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "A completed check is judged by its content."),
    };

    /// <summary>A check that Lean completed: every rule must hold for "proved".</summary>
    /// <param name="check">What Lean said.</param>
    /// <param name="name">The theorem asked for; null means the last one.</param>
    /// <param name="expected">The trusted statement; null accepts any.</param>
    public static Verdict Completed(CheckOutcome.Completed check, string? name, TheoremFacts? expected)
    {
        if (check is { HasErrors: false, Sorries: [], Undecided: { } undecided } && !check.Messages.Any(SaysSorry))
        {
            return new Verdict
            {
                Kind = VerdictKind.Infrastructure,
                Theorem = name,
                Messages = check.Messages,
                Reason = $"This toolchain can't judge the text: {undecided}",
            };
        }

        var reason = Objection(check, name, expected);
        return new Verdict
        {
            Kind = reason is null ? VerdictKind.Proved : VerdictKind.Rejected,
            Grade = reason is null ? Grade.Compiled : null,
            Theorem = check.Theorem?.Name ?? name,
            Statement = check.Theorem?.Type,
            Axioms = check.Theorem?.Axioms ?? [],
            Messages = check.Messages,
            Reason = reason,
        };
    }

    private static string? Objection(CheckOutcome.Completed check, string? name, TheoremFacts? expected)
    {
        if (check.Messages.FirstOrDefault(m => m.Severity == LeanSeverity.Error) is { } error)
        {
            return $"Lean reports an error at line {error.Start.Line}, column {error.Start.Column}.";
        }

        if (check.Sorries is [var sorry, ..])
        {
            return $"The text uses 'sorry' at line {sorry.Start.Line}, column {sorry.Start.Column}.";
        }

        if (check.Messages.FirstOrDefault(SaysSorry) is { } warning)
        {
            return $"A declaration uses 'sorry' (line {warning.Start.Line}).";
        }

        if (check.Theorem is not { } theorem)
        {
            return name is null
                ? "The text declares no theorem."
                : $"The text declares no theorem '{name}'.";
        }

        if (theorem.Kind != "theorem")
        {
            return $"'{theorem.Name}' is no theorem but of kind {theorem.Kind}.";
        }

        if (expected is not null && theorem.Name != expected.Name)
        {
            return $"The theorem asked for is '{expected.Name}', the text's is '{theorem.Name}'.";
        }

        if (expected is not null && theorem.Fingerprint != expected.Fingerprint)
        {
            return theorem.Type == expected.Type
                ? $"The statement of '{theorem.Name}' reads like the one asked for but means another: notation, instances, definitions or universes differ."
                : $"The statement differs: expected {expected.Type}, found {theorem.Type}.";
        }

        if (theorem.KernelObjection is { } kernel)
        {
            return $"Lean's kernel, asked again, does not accept '{theorem.Name}': {kernel}";
        }

        var forbidden = AllowedAxioms.Forbidden(theorem.Axioms);
        return forbidden.Count == 0
            ? null
            : $"'{theorem.Name}' rests on {string.Join(", ", forbidden)}; allowed are only {string.Join(", ", AllowedAxioms.Standard)}.";
    }

    // Lean words it "declaration uses 'sorry'", with either kind of quotes.
    private static bool SaysSorry(LeanMessage message) =>
        message.Severity == LeanSeverity.Warning
        && message.Text.StartsWith("declaration uses ", StringComparison.Ordinal)
        && message.Text.Contains("sorry", StringComparison.Ordinal);
}
