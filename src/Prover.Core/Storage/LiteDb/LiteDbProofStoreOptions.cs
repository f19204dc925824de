namespace Prover.Core.Storage.LiteDb;

/// <summary>How <see cref="LiteDbProofStore"/> shares its file with other processes.</summary>
public sealed record LiteDbProofStoreOptions
{
    /// <summary>How long to wait for another process to let go of the file. Default: 10 seconds.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the file stays open after the last use. Default: 150 milliseconds.</summary>
    public TimeSpan IdleRelease { get; init; } = TimeSpan.FromMilliseconds(150);

    /// <summary>How long a busy process keeps the file when another one waits for it. Default: 20 milliseconds.</summary>
    public TimeSpan MaximumHold { get; init; } = TimeSpan.FromMilliseconds(20);
}
