using System.Collections.Concurrent;
using Prover.Core.Auditing;
using Prover.Core.Checking;
using Prover.Core.Lean;
using Prover.Core.Statements;

namespace Prover.Core.Verification;

/// <summary>Compiles trusted statements, each alone, and remembers what they say.</summary>
/// <remarks>Thread-safe. Only what Lean accepted is remembered.</remarks>
public sealed class StatementCompiler(ILeanChecker checker)
{
    // A compiled statement holds some 100 kB.
    private const int RememberedStatements = 512;

    private readonly ConcurrentDictionary<(string Text, bool Negated), CompiledStatement> _known = new();

    /// <summary>What a statement says.</summary>
    /// <returns>The compiled statement, or, when the check did not complete, how it ended.</returns>
    /// <exception cref="InvalidStatementException">There is no theorem in it, or Lean does not accept it.</exception>
    public Task<StatementOutcome> CompileAsync(string statement, TimeSpan? timeLimit = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var parsed = TheoremStatement.Parse(statement);
        return CompileAsync(parsed, parsed.WithSorry, negated: false, timeLimit, cancellationToken);
    }

    /// <summary>What the negation of a compiled statement says, in Lean's own terms: <c>¬ type_of% @NAME</c>. This is what a
    /// refutation must prove, whatever its text looks like. Null when Lean can't say.</summary>
    public async Task<StatementOutcome> CompileNegationAsync(
        CompiledStatement statement, TimeSpan? timeLimit = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var text = $"{statement.Statement.WithSorry}\ntheorem {statement.Statement.LocalName}{TheoremStatement.RefutedSuffix} : "
            + $"¬ (type_of% @{statement.Statement.LocalName}) := by sorry\n";
        var outcome = await CompileAsync(statement.Statement, text, negated: true, timeLimit, cancellationToken).ConfigureAwait(false);

        // Whatever else was bound in front of it makes it another statement.
        return outcome.Compiled is { } compiled && !compiled.Facts.Type.StartsWith('¬') ? new StatementOutcome(null, null) : outcome;
    }

    private async Task<StatementOutcome> CompileAsync(
        TheoremStatement parsed, string text, bool negated, TimeSpan? timeLimit, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue((text, negated), out var known))
        {
            return new StatementOutcome(known, null);
        }

        var outcome = await checker.CheckAsync(new CheckRequest { Text = text, TimeLimit = timeLimit, Compile = true, AskKernelAgain = false }, cancellationToken).ConfigureAwait(false);
        if (outcome is not CheckOutcome.Completed completed)
        {
            return new StatementOutcome(null, outcome);
        }

        if (completed.HasErrors)
        {
            var first = completed.Messages.First(m => m.Severity == LeanSeverity.Error);
            throw new InvalidStatementException(
                $"The statement does not elaborate: line {first.Start.Line}, column {first.Start.Column}: {first.Text.TrimEnd()} "
                + (FieldVariables.Remedy(first.Text) ?? "Correct it, or put the opening commands that it needs in front of it."),
                completed.Messages);
        }

        if (completed.Undecided is { } undecided)
        {
            return new StatementOutcome(null, new CheckOutcome.InfrastructureFailure($"This toolchain can't judge the statement: {undecided}"));
        }

        if (completed.Theorem is not { Kind: "theorem" } facts)
        {
            throw new InvalidStatementException("Lean found no theorem in the statement. Let it end in 'theorem NAME … : …'.", completed.Messages);
        }

        var compiled = new CompiledStatement(parsed, facts, completed.Sorries is [.., { Goal: { } goal }] ? goal : null, completed.Compiled);
        if (_known.Count >= RememberedStatements)
        {
            _known.Clear();
        }

        _known[(text, negated)] = compiled;
        return new StatementOutcome(compiled, null);
    }
}

/// <summary>A trusted statement that Lean accepted.</summary>
/// <param name="Statement">Its text.</param>
/// <param name="Facts">What Lean knows of it, proved by <c>sorry</c>.</param>
/// <param name="Goal">The goal at the start of the proof; null when Lean did not give it.</param>
/// <param name="Compiled">What Lean compiled it to; null when Lean gave no file.</param>
public sealed record CompiledStatement(TheoremStatement Statement, TheoremFacts Facts, string? Goal, CompiledModule? Compiled)
{
    /// <summary>The statement as a problem for samplers.</summary>
    public Problem ToProblem() =>
        new() { Name = Facts.Name, Statement = Statement, Goal = Goal, Fingerprint = Facts.Fingerprint };
}

/// <summary>Either a compiled statement, or the outcome that kept it from being compiled; neither where there is no such statement.</summary>
/// <param name="Compiled">The statement; null when there is none.</param>
/// <param name="Failure">A time-out, a cancellation or a failure of the machinery; null when there is none.</param>
public sealed record StatementOutcome(CompiledStatement? Compiled, CheckOutcome? Failure);
