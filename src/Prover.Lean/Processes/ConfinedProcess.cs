using System.ComponentModel;
using System.Diagnostics;
using CliWrap;
using Prover.Core.Lean;

namespace Prover.Lean.Processes;

/// <summary>A child process within limits, with all that it starts; see <see cref="LeanProcessOptions"/>.</summary>
/// <remarks>Thread-safe. Its children are ended with it, also when it ends by itself.</remarks>
internal sealed class ConfinedProcess : IAsyncDisposable
{
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(10);

    private readonly LeanProcessOptions _options;
    private readonly OutputTail _errors;
    private readonly CancellationTokenSource _kill = new();
    private readonly TaskCompletionSource<int> _exit = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CommandTask<CommandResult> _running = null!;
    private ProcessTree _tree = null!;
    private TreeWatch _watch = null!;
    private string? _cause;

    private ConfinedProcess(LeanProcessOptions options)
    {
        _options = options;
        _errors = new OutputTail(options.MaxStandardErrorBytes);
    }

    /// <summary>The process's id.</summary>
    public int Id => _running.ProcessId;

    /// <summary>False once it has ended or was told to.</summary>
    public bool IsAlive => !_kill.IsCancellationRequested && !_exit.Task.IsCompleted;

    /// <summary>Cancelled when the process is told to end.</summary>
    public CancellationToken Killed => _kill.Token;

    /// <summary>Memory of the process tree at the last look, in bytes; 0 when unknown.</summary>
    public long MemoryBytes => _watch.Bytes;

    /// <summary>Processor time of the process tree now; null when unknown.</summary>
    public TimeSpan? ProcessorTime => _tree.MeasureProcessorTime();

    /// <summary>Processor time of the process's first thread; null when unknown.</summary>
    public TimeSpan? FirstThreadTime => _tree.MeasureFirstThread();

    /// <summary>The exit code, once there is one.</summary>
    public Task<int> Exit => _exit.Task;

    /// <summary>The exit code, once all output has been read as well.</summary>
    /// <exception cref="OperationCanceledException">It was killed.</exception>
    public Task<CommandResult> Finished => _running.Task;

    /// <summary>Starts a process.</summary>
    /// <exception cref="ToolchainException">The command can't be run.</exception>
    public static async Task<ConfinedProcess> StartAsync(
        LeanProcessOptions options, PipeSource input, PipeTarget output, TimeProvider time, CancellationToken cancellationToken)
    {
        options.Validate();
        var command = Executables.Find(options.Command)
            ?? throw new ToolchainException($"'{options.Command}' can't be run: there is no such program, or it is not executable.");
        var prefix = await Confinement.PrefixAsync(options).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        var process = new ConfinedProcess(options);
        string[] line = [.. prefix, command, .. options.Arguments];
        var wrapped = Cli.Wrap(line[0])
            .WithArguments(line[1..])
            .WithWorkingDirectory(options.WorkingDirectory)
            .WithEnvironmentVariables(Environment(options))
            .WithStandardInputPipe(input)
            .WithStandardOutputPipe(output)
            .WithStandardErrorPipe(PipeTarget.Create(process._errors.ReadAsync))
            .WithValidation(CommandResultValidation.None);
        try
        {
            process._running = await LaunchThread.RunAsync(() => wrapped.ExecuteAsync(null, process.Watch, process._kill.Token)).ConfigureAwait(false);
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            throw new ToolchainException($"'{options.Command}' can't be run: {e.Message}", e);
        }

        process._watch = new TreeWatch(process._tree, options.MemoryLimitBytes, options.ThreadLimit, process.Kill, time);
        return process;
    }

    /// <summary>Ends the process and all that it started; the first cause given is named by the errors after it.</summary>
    public void Kill(string? cause)
    {
        Interlocked.CompareExchange(ref _cause, cause, null);
        if (_kill.IsCancellationRequested)
        {
            return;
        }

        // The tree first, as long as it hangs together; CliWrap's own kill is what there is outside Linux.
        if (!_exit.Task.IsCompleted)
        {
            _tree.Kill();
        }

        _kill.Cancel();
    }

    /// <summary>Ends the process and says, for people, which command failed and why.</summary>
    public async Task<LeanSessionException> FailAsync(string cause)
    {
        Kill(cause);
        await WaitAsync(_running.Task, EndLimit).ConfigureAwait(false);
        return new LeanSessionException($"'{_options.Command}' failed: {_cause}. {_errors}".TrimEnd());
    }

    /// <summary>Waits at most so long; a task that fails or is cancelled is waited for as well as any.</summary>
    public static async Task WaitAsync(Task task, TimeSpan limit)
    {
        try
        {
            await task.WaitAsync(limit).ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or TimeoutException or IOException)
        {
            // Ended as asked, or beyond reach: the operating system has the rest.
        }
    }

    public async ValueTask DisposeAsync()
    {
        Kill(null);
        await WaitAsync(_running.Task, EndLimit).ConfigureAwait(false);
        await _watch.DisposeAsync().ConfigureAwait(false);
    }

    // A variable without a value is taken away.
    private static Dictionary<string, string?> Environment(LeanProcessOptions options)
    {
        var changes = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (options.Variables is { } variables)
        {
            foreach (string name in System.Environment.GetEnvironmentVariables().Keys)
            {
                changes[name] = null;
            }

            foreach (var (name, value) in variables)
            {
                changes[name] = value;
            }
        }

        return changes;
    }

    private void Watch(Process process)
    {
        _tree = new ProcessTree(process.Id);
        process.Exited += (_, _) => Ended();
        if (process.HasExited)
        {
            Ended();
        }

        void Ended()
        {
            if (_exit.TrySetResult(process.ExitCode))
            {
                // Children left behind would keep our ends of the pipes open for ever.
                _tree.Kill();
            }
        }
    }
}
