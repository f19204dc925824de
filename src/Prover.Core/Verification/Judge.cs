using Prover.Core.Auditing;
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

    /// <summary>A check that Lean completed: every rule must hold for "proved" at grade <see cref="Grade.Compiled"/>.</summary>
    /// <param name="check">What Lean said.</param>
    /// <param name="name">The theorem asked for; null means the last one.</param>
    /// <param name="expected">The trusted statement; null accepts any.</param>
    public static Verdict Completed(CheckOutcome.Completed check, string? name, TheoremFacts? expected)
    {
        var refusal = OfText(check);
        return refusal is null && check.Undecided is { } undecided
            ? Start(check, name) with { Kind = VerdictKind.Infrastructure, Reason = $"This toolchain can't judge the text: {undecided}" }
            : Decide(Start(check, name), refusal ?? OfTheorem(check.Theorem, name, expected));
    }

    /// <summary>Why a candidate is dropped after a first, cheap check; null when a whole one is worth its time. What only a whole one can tell is
    /// no reason.</summary>
    public static Verdict? Dropped(CheckOutcome outcome, TheoremFacts target) => outcome switch
    {
        CheckOutcome.Completed { Undecided: not null } check when OfText(check) is null => null,
        CheckOutcome.Completed check => Completed(check, target.Name, Comparable(check.Theorem, target)) is { Kind: not VerdictKind.Proved } verdict ? verdict : null,
        _ => Unknown(outcome),
    };

    /// <summary>A check that Lean completed, of which there is no file to audit: what Lean's own facts object to is rejected all the same.</summary>
    public static Verdict Unaudited(CheckOutcome.Completed check, string? name, TheoremFacts? expected, string why)
    {
        var verdict = Completed(check, name, Comparable(check.Theorem, expected));
        return verdict.Kind == VerdictKind.Proved ? Unknown(new CheckOutcome.InfrastructureFailure(why)) : verdict;
    }

    /// <summary>A check that Lean completed and an audit that followed it. The audit decides; Lean's own facts may object still, but that what it
    /// prints is not the same to the letter is no objection: the audit has compared what is printed there.</summary>
    public static Verdict Audited(CheckOutcome.Completed check, string? name, TheoremFacts? expected, AuditOutcome outcome)
    {
        var verdict = Start(check, name);
        return outcome switch
        {
            AuditOutcome.Passed { Report: var report } => Decide(
                verdict with
                {
                    Grade = report.Grade,
                    Theorem = report.Theorem,

                    // As the trusted process prints it, or as the audit reads it off the file: the submission's process could print anything.
                    Statement = expected?.Type ?? report.Statement,
                    Axioms = report.Axioms,
                    Audit = report,
                },
                check.Theorem is null ? null : OfTheorem(check.Theorem, name, Comparable(check.Theorem, expected))),
            AuditOutcome.Refused { Refusal: var refusal } => Decide(verdict, refusal),
            AuditOutcome.Undecided { How: var how } => Unknown(how) with { Theorem = verdict.Theorem, Messages = verdict.Messages },
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "No such outcome."),
        };
    }

    /// <summary>What is wrong with a text, whatever theorem is meant; null when nothing is.</summary>
    public static Refusal? OfText(CheckOutcome.Completed check)
    {
        if (check.Messages.FirstOrDefault(m => m.Severity == LeanSeverity.Error) is { } error)
        {
            return new Refusal(RefusalRule.Error, $"Lean reports an error at line {error.Start.Line}, column {error.Start.Column}.");
        }

        if (check.Sorries is [var sorry, ..])
        {
            return new Refusal(RefusalRule.Sorry, $"The text uses 'sorry' at line {sorry.Start.Line}, column {sorry.Start.Column}.");
        }

        return check.Messages.FirstOrDefault(SaysSorry) is { } warning
            ? new Refusal(RefusalRule.Sorry, $"A declaration uses 'sorry' (line {warning.Start.Line}).")
            : null;
    }

    /// <summary>What the facts that Lean gives of a theorem have against it; null when nothing.</summary>
    private static Refusal? OfTheorem(TheoremFacts? theorem, string? name, TheoremFacts? expected)
    {
        if (theorem is null)
        {
            return new Refusal(RefusalRule.Missing, name is null ? "The text declares no theorem." : $"The text declares no theorem '{name}'.") { Constant = name };
        }

        var (rule, message) = Objection(theorem, expected);
        return message is null ? null : new Refusal(rule, message) { Constant = theorem.Name };
    }

    /// <summary>The statement asked for, with a theorem's own fingerprint where different ones would tell nothing.</summary>
    private static TheoremFacts? Comparable(TheoremFacts? theorem, TheoremFacts? expected) =>
        theorem is null || expected is null || (theorem.IsStructural && expected.IsStructural)
            ? expected
            : expected with { Fingerprint = theorem.Fingerprint };

    private static Verdict Start(CheckOutcome.Completed check, string? name) => new()
    {
        Kind = VerdictKind.Proved,
        Grade = Grade.Compiled,
        Theorem = check.Theorem?.Name ?? name,
        Statement = check.Theorem?.Type,
        Axioms = check.Theorem?.Axioms ?? [],
        Messages = check.Messages,
        Elaboration = check.Elaboration,
    };

    private static Verdict Decide(Verdict verdict, Refusal? refusal) => refusal is null
        ? verdict
        : verdict with { Kind = VerdictKind.Rejected, Grade = null, Audit = null, Reason = refusal.Message, Refusal = refusal };

    private static (RefusalRule Rule, string? Message) Objection(TheoremFacts theorem, TheoremFacts? expected)
    {
        if (theorem.Kind != "theorem")
        {
            return (RefusalRule.Kind, $"'{theorem.Name}' is no theorem but of kind {theorem.Kind}.");
        }

        if (expected is not null && theorem.Name != expected.Name)
        {
            return (RefusalRule.Name, $"The theorem asked for is '{expected.Name}', the text's is '{theorem.Name}'.");
        }

        if (expected is not null && theorem.Fingerprint != expected.Fingerprint)
        {
            return (RefusalRule.Statement, theorem.Type == expected.Type
                ? $"The statement of '{theorem.Name}' reads like the one asked for but means another: notation, instances, definitions or universes differ."
                : $"The statement differs: expected {expected.Type}, found {theorem.Type}.");
        }

        if (theorem.KernelObjection is { } kernel)
        {
            return (RefusalRule.Kernel, $"Lean's kernel, asked again, does not accept '{theorem.Name}': {kernel}");
        }

        var forbidden = AllowedAxioms.Forbidden(theorem.Axioms);
        return (RefusalRule.Axiom, forbidden.Count == 0
            ? null
            : $"'{theorem.Name}' rests on {string.Join(", ", forbidden)}; allowed are only {string.Join(", ", AllowedAxioms.Standard)}.");
    }

    // Lean words it "declaration uses 'sorry'", with either kind of quotes.
    private static bool SaysSorry(LeanMessage message) =>
        message.Severity == LeanSeverity.Warning
        && message.Text.StartsWith("declaration uses ", StringComparison.Ordinal)
        && message.Text.Contains("sorry", StringComparison.Ordinal);
}
