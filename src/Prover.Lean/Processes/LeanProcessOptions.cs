namespace Prover.Lean.Processes;

/// <summary>How a Lean process is started and bounded.</summary>
internal sealed record LeanProcessOptions
{
    /// <summary>The executable.</summary>
    public required string Command { get; init; }

    /// <summary>Its arguments.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Its working directory.</summary>
    public string WorkingDirectory { get; init; } = Environment.CurrentDirectory;

    /// <summary>Resident memory of the process and its children, in bytes, at which all are ended; 0 is no limit.</summary>
    public long MemoryLimitBytes { get; init; }

    /// <summary>Bytes of one answer at which the process is ended.</summary>
    public long MaxAnswerBytes { get; init; } = 64L << 20;
}
