using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Prover.Bench.Data;
using Prover.Core.Checking;
using Prover.Core.Formalization;
using Prover.Core.Formalization.Examination.Reading;
using Prover.Core.Lean;
using Prover.Core.Proving;
using Prover.Core.Verification;

namespace Prover.Bench.Screening;

/// <summary>Examines statements without any language model: Lean elaborates them, small values are tried, and Lean verifies what speaks against
/// them.</summary>
/// <remarks>Thread-safe. What it says of a statement's faults is verified at the grade of the options; what it does not find may be there all the
/// same.</remarks>
public sealed partial class StatementCheck : IStatementCheck
{
    private readonly StatementCompiler _statements;
    private readonly StatementReader _reader;
    private readonly VacuityCheck _vacuity;
    private readonly FalsityCheck _falsity;
    private readonly TimeProvider _time;

    /// <summary>Makes a check.</summary>
    /// <param name="checker">Runs Lean.</param>
    /// <param name="verifier">Compiles the statements, and verifies what speaks against them.</param>
    /// <param name="options">What may be spent.</param>
    /// <param name="time">The clock.</param>
    public StatementCheck(ILeanChecker checker, Verifier verifier, StatementCheckOptions? options = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(checker);
        ArgumentNullException.ThrowIfNull(verifier);
        options ??= new StatementCheckOptions();
        _time = time ?? TimeProvider.System;
        _statements = verifier.Statements;
        _reader = new StatementReader(checker);
        var search = new ScreeningSearch(checker, verifier, options, _time);
        _vacuity = new VacuityCheck(checker, search, options);
        _falsity = new FalsityCheck(search, options);
    }

    /// <inheritdoc />
    public async Task<CheckedStatement> CheckAsync(BenchProblem problem, string statement, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(statement);
        cancellationToken.ThrowIfCancellationRequested();
        var started = _time.GetTimestamp();
        CheckedStatement found;
        try
        {
            var (compiled, failure) = await _statements.CompileAsync(statement, null, cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            found = compiled is null
                ? new CheckedStatement(problem.Name, StatementStatus.Unknown) { Reason = OneLine(Judge.Unknown(failure!).Reason!) }
                : await ExamineAsync(problem.Name, compiled, statement, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidStatementException e)
        {
            found = NotElaborated(problem.Name, e);
        }

        return found with { Seconds = _time.GetElapsedTime(started).TotalSeconds };
    }

    private async Task<CheckedStatement> ExamineAsync(string name, CompiledStatement compiled, string statement, CancellationToken cancellationToken)
    {
        var (read, _, _) = await _reader.ReadAsync(new FormalStatement(statement, name), cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        var telescope = read?.Telescope;
        var values = telescope is null ? SmallValues.None : SmallValues.Of(telescope, cancellationToken);

        // What is false is not vacuous. So where values seem to refute it, they are tried first: that settles both questions.
        var falsity = values.Counterexamples.Count > 0 ? await _falsity.FindAsync(compiled, telescope, values, cancellationToken).ConfigureAwait(false) : null;
        var vacuity = IsFalse(falsity) ? null : await _vacuity.FindAsync(compiled, telescope, values, cancellationToken).ConfigureAwait(false);
        if (vacuity is { Verdict.Kind: VerdictKind.Proved })
        {
            return new CheckedStatement(name, StatementStatus.Vacuous)
            {
                Reason = "Its hypotheses contradict each other: Lean verified a proof of False from them.",
                Evidence = vacuity.Proof,
            };
        }

        falsity ??= await _falsity.FindAsync(compiled, telescope, values, cancellationToken).ConfigureAwait(false);
        return IsFalse(falsity)
            ? new CheckedStatement(name, StatementStatus.False) { Reason = FalsityCheck.Reason(falsity), Evidence = falsity.Proof }
            : new CheckedStatement(name, StatementStatus.Expressible) { Reason = Failure("a contradiction", vacuity) ?? Failure("a counterexample", falsity) };
    }

    private static bool IsFalse([NotNullWhen(true)] ProveResult? result) => result is { Verdict.Kind: VerdictKind.Refuted };

    /// <summary>What the machinery kept from being searched; to have found nothing is no failure.</summary>
    private static string? Failure(string what, ProveResult? result) => result is { Verdict.Kind: VerdictKind.Infrastructure } or { Failed: > 0 }
        ? OneLine($"The search for {what} is not complete, since the machinery failed: {result.Verdict.Reason}")
        : null;

    private static CheckedStatement NotElaborated(string name, InvalidStatementException e)
    {
        var reason = OneLine(e.Messages.FirstOrDefault(m => m.Severity == LeanSeverity.Error)?.Text ?? e.Message);

        // Lean's own limit says nothing about the statement.
        return reason.Contains("(deterministic) timeout", StringComparison.Ordinal)
            ? new CheckedStatement(name, StatementStatus.Unknown) { Reason = $"Lean's limit on heartbeats ended its elaboration: {reason}" }
            : new CheckedStatement(name, StatementStatus.NotExpressible) { Reason = reason };
    }

    private static string OneLine(string text) => Whitespace().Replace(text.Trim(), " ");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Whitespace();
}
