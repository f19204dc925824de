namespace Prover.Core.Lean;

/// <summary>One Lean process with its environments.</summary>
/// <remarks>Not thread-safe: one request at a time. After any exception the session is dead and must be disposed.
/// Cancelling a request kills the process, since Lean cannot be interrupted from outside in any other way.</remarks>
public interface ILeanSession : IAsyncDisposable
{
    /// <summary>False once the process has ended or a request failed.</summary>
    bool IsAlive { get; }

    /// <summary>Memory the process tree holds now, in bytes; 0 when unknown.</summary>
    long MemoryBytes { get; }

    /// <summary>Processor time of the process tree since it began; null when unknown.</summary>
    TimeSpan? ProcessorTime => null;

    /// <summary>True when the process has grown so near to a limit of its own that a fresh one should take its place.</summary>
    bool IsWorn { get; }

    /// <summary>True once a text may have run a program of its own here, which can change what Lean, and its kernel, say in this process.</summary>
    bool MayHaveRunPrograms => false;

    /// <summary>Elaborates a text, from scratch or on top of an environment of this session.</summary>
    /// <exception cref="LeanSessionException">The process died, answered garbage or said too much.</exception>
    Task<LeanReply> RunAsync(string text, int? environment = null, CancellationToken cancellationToken = default);

    /// <summary>Facts of a theorem in an environment.</summary>
    /// <exception cref="LeanSessionException">As <see cref="RunAsync"/>.</exception>
    Task<TheoremDescription> DescribeAsync(int environment, TheoremQuestion question, CancellationToken cancellationToken = default);

    /// <summary>Writes the compiled module of an environment to <paramref name="path"/>.</summary>
    /// <exception cref="LeanSessionException">As <see cref="RunAsync"/>.</exception>
    Task WriteOleanAsync(int environment, string text, string path, CancellationToken cancellationToken = default);

    /// <summary>Forgets environments that nobody needs any more.</summary>
    /// <exception cref="LeanSessionException">As <see cref="RunAsync"/>.</exception>
    Task DropAsync(IReadOnlyList<int> environments, CancellationToken cancellationToken = default);
}

/// <summary>Lean's answer about a text.</summary>
/// <param name="Environment">Id of the environment after the text; null when there is none because the imports failed.</param>
/// <param name="Messages">All messages, in Lean's order.</param>
/// <param name="Sorries">Every <c>sorry</c>.</param>
/// <param name="Elaboration">Time that Lean itself took, measured inside its process; zero when it does not say.</param>
public sealed record LeanReply(
    int? Environment,
    IReadOnlyList<LeanMessage> Messages,
    IReadOnlyList<LeanSorry> Sorries,
    TimeSpan Elaboration)
{
    /// <summary>True when a message is an error.</summary>
    public bool HasErrors => Messages.Any(m => m.Severity == LeanSeverity.Error);
}

/// <summary>A Lean process failed as a machine: it says nothing about the text.</summary>
public sealed class LeanSessionException(string message, Exception? innerException = null) : Exception(message, innerException);
