using Prover.Core.Checking;
using Prover.Core.Lean;
using Prover.Core.Statements;

namespace Prover.Core.Formalization.Examination.Reading;

/// <summary>Has Lean elaborate a statement and print what it understood.</summary>
internal sealed class StatementReader(ILeanChecker checker)
{
    private const int Heartbeats = 40_000;

    // The comment keeps the options out of the header, of which each one would have to be kept warm.
    private const string Printing = """
        /-! How statements are printed. -/
        set_option pp.numericTypes true
        set_option pp.coercions.types true
        set_option pp.fullNames true
        set_option pp.fieldNotation false
        set_option pp.piBinderTypes true
        set_option pp.funBinderTypes true
        """;

    /// <summary>The statement as Lean understands it; or Lean's message why it does not elaborate; or, with neither, nothing is known.</summary>
    public async Task<(ReadStatement? Read, string? Error, CheckOutcome? Failure)> ReadAsync(
        FormalStatement statement, CancellationToken cancellationToken)
    {
        var source = TheoremStatement.Parse(statement.Text);
        var (printed, strictly, failure) = await AskAsync(source, "\nset_option autoImplicit false", cancellationToken).ConfigureAwait(false);
        if (printed is null && failure is null)
        {
            // Elaborates it all the same, it is since Lean took a name that it does not know for a new variable.
            (printed, var error, failure) = await AskAsync(source, string.Empty, cancellationToken).ConfigureAwait(false);
            return printed is null ? (null, error, failure) : (await ConfirmedAsync(new ReadStatement(source, statement, printed, strictly), cancellationToken).ConfigureAwait(false), null, null);
        }

        return printed is null ? (null, null, failure) : (await ConfirmedAsync(new ReadStatement(source, statement, printed, null), cancellationToken).ConfigureAwait(false), null, null);
    }

    /// <summary>What Lean prints does not show everything: with an instance of its own, <c>1 + 1</c> may be anything. So Lean is asked whether what
    /// was read is what it means.</summary>
    private async Task<ReadStatement> ConfirmedAsync(ReadStatement read, CancellationToken cancellationToken)
    {
        if (read.Meaning is not { } meaning)
        {
            return read;
        }

        var name = read.Source.LocalName;
        var text = $"{read.Source.WithSorry}\ntheorem {name}_reads : (type_of% @{name}) = ({PropositionWriter.Of(meaning)}) := rfl\n";
        var request = new CheckRequest { Text = text, Describe = false, AskKernelAgain = false, MaxHeartbeats = Heartbeats };
        return await checker.CheckAsync(request, cancellationToken).ConfigureAwait(false) is CheckOutcome.Completed completed
            ? read with { Confirmed = !completed.HasErrors }
            : read with { Confirmed = null };
    }

    private async Task<(string? Printed, string? Error, CheckOutcome? Failure)> AskAsync(
        TheoremStatement source, string options, CancellationToken cancellationToken)
    {
        var text = source.WithProof("by sorry", Printing + options) + $"#check @{source.LocalName}\n";
        var outcome = await checker.CheckAsync(
            new CheckRequest { Text = text, Describe = false, AskKernelAgain = false }, cancellationToken).ConfigureAwait(false);
        if (outcome is not CheckOutcome.Completed completed)
        {
            return (null, null, outcome);
        }

        if (completed.Messages.FirstOrDefault(m => m.Severity == LeanSeverity.Error) is { } error)
        {
            return (null, error.Text.Trim(), null);
        }

        var answer = completed.Messages.LastOrDefault(m => m.Severity == LeanSeverity.Information)?.Text ?? string.Empty;
        var colon = answer.IndexOf(" : ", StringComparison.Ordinal);
        return colon < 0 ? (null, "Lean did not print the statement.", null) : (answer[(colon + 3)..].Trim(), null, null);
    }
}
