namespace Prover.Lean.Processes;

/// <summary>What this process has cost so far, its Lean processes included.</summary>
/// <remarks>Thread-safe. Read from <c>/proc</c> (proc(5)); a process that ended without being waited for is not counted.</remarks>
public sealed class ProcessorTime
{
    private readonly ProcessTree _tree = new(Environment.ProcessId);

    /// <summary>Processor time in user and kernel mode since the process began; null where the system does not tell, which is everywhere but on Linux.</summary>
    public TimeSpan? Measure() => _tree.MeasureProcessorTime();
}
