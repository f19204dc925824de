using System.Buffers;
using System.ComponentModel;
using System.IO.Pipelines;
using CliWrap;
using Prover.Core.Lean;

namespace Prover.Lean.Processes;

/// <summary>A long-lived child process that answers each request; both are JSON objects that end with a blank line.</summary>
/// <remarks>Not thread-safe: one exchange at a time. Standard input, output and error are pumped at the same time, so that
/// neither side can block the other. After any exception the process and all that it started have been ended.</remarks>
internal sealed class LeanProcess : IAsyncDisposable
{
    private static readonly byte[] BlankLine = "\n\n"u8.ToArray();
    private static readonly TimeSpan FarewellLimit = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(10);

    private readonly LeanProcessOptions _options;
    private readonly Pipe _requests = new(new PipeOptions(pauseWriterThreshold: 0));
    private readonly Pipe _answers;
    private readonly OutputTail _errors;
    private readonly CancellationTokenSource _kill = new();
    private readonly TaskCompletionSource<int> _exit = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CommandTask<CommandResult> _running = null!;
    private ProcessTree _tree = null!;
    private MemoryWatch? _memory;
    private string? _cause;

    private LeanProcess(LeanProcessOptions options)
    {
        _options = options;
        _errors = new OutputTail(options.MaxStandardErrorBytes);
        _answers = new Pipe(new PipeOptions(
            pauseWriterThreshold: options.MaxAnswerBytes, resumeWriterThreshold: options.MaxAnswerBytes / 2, minimumSegmentSize: 1 << 16));
    }

    public bool IsAlive => !_kill.IsCancellationRequested && !_exit.Task.IsCompleted;

    /// <summary>Memory of the process tree at the last look, in bytes; 0 when unknown.</summary>
    public long MemoryBytes => _memory?.Bytes ?? 0;

    /// <summary>The process's id.</summary>
    public int Id => _running.ProcessId;

    /// <summary>Starts a process; whether it is of any use shows in its first answer.</summary>
    /// <exception cref="ToolchainException">The command can't be run.</exception>
    public static async Task<LeanProcess> StartAsync(LeanProcessOptions options, TimeProvider time, CancellationToken cancellationToken = default)
    {
        options.Validate();
        var command = Executables.Find(options.Command)
            ?? throw new ToolchainException($"'{options.Command}' can't be run: there is no such program, or it is not executable.");
        var prefix = await Confinement.PrefixAsync(options.AddressSpaceLimitBytes).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        var process = new LeanProcess(options);
        try
        {
            string[] line = [.. prefix, command, .. options.Arguments];
            process._running = await LaunchThread.RunAsync(() => process.Launch(line)).ConfigureAwait(false);
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            throw new ToolchainException($"'{options.Command}' can't be run: {e.Message}", e);
        }

        process._memory = new MemoryWatch(process._tree, options.MemoryLimitBytes, process.Kill, time);
        return process;
    }

    /// <summary>Sends a request and returns the answer.</summary>
    /// <exception cref="LeanSessionException">The process ended, said too much, or spoke without being asked.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; the process is ended.</exception>
    public async Task<byte[]> AskAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        try
        {
            if (HasUnaskedOutput())
            {
                // It would be taken for the answer to this request.
                throw await FailAsync("it spoke without being asked").ConfigureAwait(false);
            }

            await _requests.Writer.WriteAsync(request, cancellationToken).ConfigureAwait(false);
            await _requests.Writer.WriteAsync(BlankLine, cancellationToken).ConfigureAwait(false);
            return await ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Kill(null);
            throw;
        }
    }

    /// <summary>The next answer, without a request: what the process says when it is ready.</summary>
    /// <exception cref="LeanSessionException">As <see cref="AskAsync"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; the caller ends the process.</exception>
    public async Task<byte[]> ReadAsync(CancellationToken cancellationToken)
    {
        var searched = 0L;
        while (true)
        {
            var read = await _answers.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (_kill.IsCancellationRequested)
            {
                throw await FailAsync("it was ended").ConfigureAwait(false);
            }

            var end = new SequenceReader<byte>(read.Buffer);
            end.Advance(searched);
            if (end.TryReadTo(out ReadOnlySequence<byte> _, BlankLine.AsSpan()))
            {
                var answer = read.Buffer.Slice(0, end.Position).ToArray();
                _answers.Reader.AdvanceTo(end.Position);
                return answer;
            }

            // The first half of a blank line may already be here.
            searched = Math.Max(0, read.Buffer.Length - 1);
            _answers.Reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            if (read.Buffer.Length >= _options.MaxAnswerBytes)
            {
                throw await FailAsync($"it gave an answer of more than {_options.MaxAnswerBytes:N0} bytes").ConfigureAwait(false);
            }

            if (read.IsCompleted)
            {
                throw await FailAsync(await EndOfOutputAsync().ConfigureAwait(false)).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Closes the process's input, gives it a moment to end by itself, and ends it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (IsAlive)
        {
            await _requests.Writer.CompleteAsync().ConfigureAwait(false);
            await WaitAsync(_exit.Task, FarewellLimit).ConfigureAwait(false);
        }

        Kill(null);
        await WaitAsync(_running.Task, EndLimit).ConfigureAwait(false);
        await _memory!.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Ends the process and all that it started; the cause, if any, is named by the errors after it.</summary>
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
        _answers.Reader.CancelPendingRead();
    }

    private CommandTask<CommandResult> Launch(string[] line) =>
        Cli.Wrap(line[0])
            .WithArguments(line[1..])
            .WithWorkingDirectory(_options.WorkingDirectory)
            .WithStandardInputPipe(PipeSource.Create((input, token) => PumpAsync(_requests.Reader, input, token)))
            .WithStandardOutputPipe(PipeTarget.Create((output, token) => PumpAsync(output, _answers.Writer, token)))
            .WithStandardErrorPipe(PipeTarget.Create(_errors.ReadAsync))
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync(null, Watch, _kill.Token);

    private void Watch(System.Diagnostics.Process process)
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

    private bool HasUnaskedOutput()
    {
        if (!_answers.Reader.TryRead(out var read))
        {
            return false;
        }

        var isSilent = read.Buffer.IsEmpty;
        _answers.Reader.AdvanceTo(read.Buffer.Start);
        return !isSilent;
    }

    private async Task<string> EndOfOutputAsync()
    {
        await WaitAsync(_exit.Task, FarewellLimit).ConfigureAwait(false);
        return _exit.Task.IsCompletedSuccessfully
            ? $"it ended with {ExitCodes.Describe(await _exit.Task.ConfigureAwait(false))}"
            : "it closed its output without ending";
    }

    private async Task<LeanSessionException> FailAsync(string cause)
    {
        Kill(cause);
        await WaitAsync(_running.Task, EndLimit).ConfigureAwait(false);
        return new LeanSessionException($"The Lean process '{_options.Command}' failed: {_cause}. {_errors}".TrimEnd());
    }

    private static async Task WaitAsync(Task task, TimeSpan limit)
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

    private static async Task PumpAsync(PipeReader requests, Stream input, CancellationToken cancellationToken)
    {
        try
        {
            await requests.CopyToAsync(input, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // Whoever still writes must not wait for a process that is gone.
            await requests.CompleteAsync().ConfigureAwait(false);
        }
    }

    private static async Task PumpAsync(Stream output, PipeWriter answers, CancellationToken cancellationToken)
    {
        try
        {
            await output.CopyToAsync(answers, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await answers.CompleteAsync().ConfigureAwait(false);
        }
    }
}
