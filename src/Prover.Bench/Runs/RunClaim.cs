using System.Text.Json;
using Prover.Bench.Files;
using Prover.Bench.Screening;
using Prover.Core.Storage;

namespace Prover.Bench.Runs;

/// <summary>One problem of a run, held for one process: nobody else adds to its records meanwhile. Ends with the process at the latest.</summary>
internal sealed class RunClaim : IDisposable
{
    private readonly RunPaths _paths;
    private readonly string _problem;
    private readonly FileStream _held;
    private readonly SemaphoreSlim _adding = new(1);

    private RunClaim(RunPaths paths, string problem, FileStream held) => (_paths, _problem, _held) = (paths, problem, held);

    /// <summary>Takes a problem; null while somebody else has it.</summary>
    public static RunClaim? TryTake(RunPaths paths, string problem)
    {
        if (ExclusiveFile.TryOpen(paths.Claim(problem)) is not { } held)
        {
            return null;
        }

        try
        {
            RecordLines.Mend(paths.SamplesOf(problem));
            return new RunClaim(paths, problem, held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    public Task WriteCheckAsync(CheckedStatement check) =>
        WholeFile.WriteAsync(_paths.Check(_problem), JsonSerializer.Serialize(check, RunJson.Readable.CheckedStatement), CancellationToken.None);

    public async Task AddAsync(SampleRecord record)
    {
        await _adding.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            await RecordLines.AddAsync(_paths.SamplesOf(_problem), record, RunJson.Lines.SampleRecord).ConfigureAwait(false);
        }
        finally
        {
            _adding.Release();
        }
    }

    public void Dispose()
    {
        _adding.Dispose();
        _held.Dispose();
    }
}
