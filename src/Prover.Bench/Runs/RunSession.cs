using System.Globalization;
using System.Runtime.InteropServices;
using Prover.Lean.Processes;

namespace Prover.Bench.Runs;

/// <summary>Keeps the record of one process's part in a run.</summary>
internal sealed class RunSession : IDisposable
{
    private readonly RunFolder _folder;
    private readonly TimeProvider _time;
    private readonly ProcessorTime _processor = new();
    private readonly SemaphoreSlim _writing = new(1);
    private SessionRecord _record;
    private TimeSpan? _measured;
    private long _looked;

    public RunSession(RunFolder folder, int parallelism, TimeProvider time)
    {
        (_folder, _time) = (folder, time);
        var now = time.GetUtcNow();
        var id = string.Create(CultureInfo.InvariantCulture, $"{now:yyyyMMddTHHmmssfff}-{Environment.ProcessId}-{Guid.NewGuid().ToString("N")[..6]}");
        _record = new SessionRecord(id, now)
        {
            Parallelism = parallelism,
            Processors = Environment.ProcessorCount,
            MemoryBytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes,
            System = $"{RuntimeInformation.OSDescription} {RuntimeInformation.OSArchitecture}",
        };
        (_measured, _looked) = (_processor.Measure(), time.GetTimestamp());
    }

    public string Id => _record.Id;

    /// <summary>Writes down what has been spent since the last time.</summary>
    /// <param name="phase">On what.</param>
    /// <param name="isEnded">Whether this is the end.</param>
    public async Task NoteAsync(RunPhase phase, bool isEnded = false)
    {
        await _writing.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            var (measured, looked) = (_processor.Measure(), _time.GetTimestamp());
            var spent = (measured - _measured)?.TotalSeconds;
            var passed = _time.GetElapsedTime(_looked, looked).TotalSeconds;
            (_measured, _looked) = (measured, looked);
            _record = phase == RunPhase.Checking
                ? _record with { CheckingProcessorSeconds = (_record.CheckingProcessorSeconds ?? 0) + spent }
                : _record with { ProvingProcessorSeconds = (_record.ProvingProcessorSeconds ?? 0) + spent, ProvingSeconds = _record.ProvingSeconds + passed };
            _record = _record with { LastSeen = _time.GetUtcNow(), IsEnded = isEnded };
            await _folder.WriteSessionAsync(_record).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }

    public void Dispose() => _writing.Dispose();
}
