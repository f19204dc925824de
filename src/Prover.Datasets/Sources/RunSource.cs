using System.Runtime.CompilerServices;
using Prover.Bench.Data;
using Prover.Bench.Data.Manifests;
using Prover.Bench.Provers;
using Prover.Bench.Runs;
using Prover.Core.Verification;
using Prover.Datasets.Entries;

namespace Prover.Datasets.Sources;

/// <summary>The samples of a bench run. A run keeps the texts of proofs only: what was not proved is counted, and has no text. Problems that are no
/// theorem are passed over.</summary>
/// <param name="folder">The run's folder; it may go on meanwhile.</param>
/// <param name="marks">What the run does not know; the source is the data set's name and split otherwise.</param>
public sealed class RunSource(string folder, SourceMarks? marks = null) : IDatasetSource
{
    private readonly SourceMarks _marks = marks ?? new SourceMarks();

    /// <inheritdoc />
    public string Description => $"run {Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)))}";

    /// <inheritdoc />
    /// <exception cref="RunException">There is no run, or a file of it is damaged.</exception>
    public async IAsyncEnumerable<DatasetEntry> ReadAsync(SourceRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var run = await RunFolder.FindAsync(folder, cancellationToken).ConfigureAwait(false);
        foreach (var problem in run.Problems)
        {
            var samples = await run.ReadSamplesAsync(problem.Name, cancellationToken).ConfigureAwait(false);
            var text = (run.Settings.Header ?? problem.Header) + problem.Statement;
            if (HeadOf(text) is not { } statement)
            {
                // Lean was never asked about what is no theorem: there is nothing to learn from it, and the others are as good.
                continue;
            }

            yield return new DatasetEntry(DatasetEntry.IdOf(statement), problem.Name, statement, _marks.Source ?? SourceOf(run.Settings, problem))
            {
                Informal = problem.Informal,
                Licence = _marks.Licence ?? LicenceOf(run.Settings),
                Round = _marks.Round,
                Attempts = [.. samples.Where(s => request.WithFailures || s.Attempt.Outcome == SampleOutcome.Proved).Select(s => Of(s, run.Settings))],
            };
        }
    }

    private static string? HeadOf(string text)
    {
        try
        {
            return Core.Statements.TheoremStatement.Parse(text).Head;
        }
        catch (InvalidStatementException)
        {
            return null;
        }
    }

    private static string SourceOf(RunSettings settings, BenchProblem problem) =>
        problem.Split.Length == 0 ? settings.Data.Name : $"{settings.Data.Name}/{problem.Split}";

    private static string? LicenceOf(RunSettings settings) =>
        settings.Data.Name == BuiltInData.MiniF2F.Name ? BuiltInData.MiniF2F.Licence : null;

    private static DatasetAttempt Of(SampleRecord sample, RunSettings settings)
    {
        var attempt = sample.Attempt;
        var isProved = attempt.Outcome == SampleOutcome.Proved;
        return new DatasetAttempt($"{sample.Problem}/{sample.Sample}", Outcome(attempt.Outcome))
        {
            Text = isProved ? attempt.Proof : null,
            Origin = attempt.Origin ?? string.Empty,
            Prover = settings.Prover.Name,
            Grade = isProved ? attempt.Grade : null,
            Axioms = isProved ? attempt.Axioms : [],
            Toolchain = RunToolchain.Parse(settings.Lean),
            ElapsedMilliseconds = attempt.Seconds * 1_000,
            Tokens = attempt.InputTokens + attempt.OutputTokens,
            FirstError = attempt.Reason,
            CreatedAt = sample.Finished,
        };
    }

    private static AttemptOutcome Outcome(SampleOutcome outcome) => outcome switch
    {
        SampleOutcome.Proved => AttemptOutcome.Proved,
        SampleOutcome.Refuted => AttemptOutcome.Refuted,
        SampleOutcome.NotProved => AttemptOutcome.NotProved,
        SampleOutcome.TimedOut => AttemptOutcome.TimedOut,
        _ => AttemptOutcome.Infrastructure,
    };
}
