using System.Runtime.CompilerServices;
using Prover.Core.Checking;
using Prover.Core.Formalization.Examination.Agreement;
using Prover.Core.Formalization.Examination.Arithmetic;
using Prover.Core.Formalization.Examination.Bindings;
using Prover.Core.Formalization.Examination.Consistency;
using Prover.Core.Formalization.Examination.Reading;
using Prover.Core.Formalization.Examination.Substance;
using Prover.Core.Formalization.Examination.Truth;
using Prover.Core.Formalization.Examination.Wording;
using Prover.Core.Proving;
using Prover.Core.Verification;

namespace Prover.Core.Formalization.Examination;

/// <summary>Gathers evidence, without any language model, of whether a Lean statement says what a problem says.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class StatementExaminer : IStatementExaminer
{
    private static readonly TimeSpan TrialLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan WholeLimit = TimeSpan.FromSeconds(60);

    private readonly StatementReader _reader;
    private readonly IExamination[] _examinations;
    private readonly TimeProvider _time;

    /// <summary>Makes an examiner.</summary>
    /// <param name="checker">Runs Lean.</param>
    /// <param name="search">Searches for proofs of contradiction and of the negation, without a model.</param>
    /// <param name="time">The clock.</param>
    public StatementExaminer(ILeanChecker checker, IProofSearch search, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(checker);
        ArgumentNullException.ThrowIfNull(search);
        _time = time ?? TimeProvider.System;
        _reader = new StatementReader(checker);
        var trial = new LeanTrial(checker, TrialLimit);
        var attempt = new ProofAttempt(search);
        _examinations =
        [
            new BindingsExamination(), new ArithmeticExamination(), new WordingExamination(), new ConsistencyExamination(trial, attempt),
            new SubstanceExamination(), new TruthExamination(trial, attempt), new AgreementExamination(trial),
        ];
    }

    /// <inheritdoc />
    public IAsyncEnumerable<Evidence> ExamineAsync(
        InformalProblem problem, FormalStatement statement, IReadOnlyList<FormalStatement> independent, CancellationToken cancellationToken = default) =>
        ExamineAsync(problem, statement, independent, WholeLimit, cancellationToken);

    /// <summary>Streams the evidence, the cheapest first. What does not fit the time limit is left out.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="statement">The statement to examine.</param>
    /// <param name="independent">Statements of the same problem by others, none of whom saw this one.</param>
    /// <param name="timeLimit">Wall-clock time in all.</param>
    /// <param name="cancellationToken">The token.</param>
    public async IAsyncEnumerable<Evidence> ExamineAsync(
        InformalProblem problem,
        FormalStatement statement,
        IReadOnlyList<FormalStatement> independent,
        TimeSpan timeLimit,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(independent);
        using var clock = new CancellationTokenSource(timeLimit, _time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(clock.Token, cancellationToken);
        var started = _time.GetTimestamp();
        var (read, evidence) = await ElaborateAsync(statement, stop.Token).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        yield return evidence with { Elapsed = _time.GetElapsedTime(started) };
        if (read is null)
        {
            yield break;
        }

        var subject = new Subject(problem, read, await ReadOthersAsync(independent, stop.Token).ConfigureAwait(false));
        foreach (var examination in _examinations)
        {
            started = _time.GetTimestamp();
            var found = await RunAsync(examination, subject, stop.Token).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            if (found is not null)
            {
                yield return found with { Elapsed = _time.GetElapsedTime(started) };
            }
        }
    }

    private static async Task<Evidence?> RunAsync(IExamination examination, Subject subject, CancellationToken cancellationToken)
    {
        var late = new Evidence(examination.Kind, Finding.Unknown, "There was no time left to examine this.");
        try
        {
            return cancellationToken.IsCancellationRequested
                ? late
                : await examination.ExamineAsync(subject, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return late;
        }
    }

    private async Task<(ReadStatement? Read, Evidence Evidence)> ElaborateAsync(FormalStatement statement, CancellationToken cancellationToken)
    {
        try
        {
            var (read, error, failure) = await _reader.ReadAsync(statement, cancellationToken).ConfigureAwait(false);
            return (read, read is not null
                ? new Evidence(EvidenceKind.Elaborates, Finding.Supports, "Lean elaborates it.") { Detail = read.Printed }
                : failure is not null
                    ? new Evidence(EvidenceKind.Elaborates, Finding.Unknown, $"Lean could not be asked: {Judge.Unknown(failure).Reason}")
                    : new Evidence(EvidenceKind.Elaborates, Finding.Contradicts, "Lean does not elaborate it.") { Detail = error ?? string.Empty });
        }
        catch (InvalidStatementException e)
        {
            return (null, new Evidence(EvidenceKind.Elaborates, Finding.Contradicts, e.Message));
        }
    }

    private async Task<IReadOnlyList<ReadStatement>> ReadOthersAsync(IReadOnlyList<FormalStatement> others, CancellationToken cancellationToken)
    {
        var read = new List<ReadStatement>();
        foreach (var other in others)
        {
            if ((await ElaborateAsync(other, cancellationToken).ConfigureAwait(false)).Read is { } statement)
            {
                read.Add(statement);
            }
        }

        return read;
    }
}
