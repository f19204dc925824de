using System.Buffers;
using System.IO.Pipelines;
using CliWrap;
using Prover.Core.Lean;

namespace Prover.Lean.Processes;

/// <summary>A long-lived child process that answers one JSON object to each; both end with a blank line.</summary>
/// <remarks>Not thread-safe: one exchange at a time. Standard input, output and error are pumped at the same time, so that
/// neither side can block the other. After any exception the process has been ended.</remarks>
internal sealed class LeanProcess : IAsyncDisposable
{
    private static readonly byte[] BlankLine = "\n\n"u8.ToArray();
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(10);

    private readonly LeanProcessOptions _options;
    private readonly Pipe _requests = new();
    private readonly Pipe _answers;
    private readonly OutputTail _errors = new();
    private readonly CancellationTokenSource _kill = new();
    private CommandTask<CommandResult> _running = null!;
    private MemoryWatch? _memory;
    private string? _cause;

    private LeanProcess(LeanProcessOptions options)
    {
        _options = options;
        _answers = new Pipe(new PipeOptions(pauseWriterThreshold: options.MaxAnswerBytes, resumeWriterThreshold: options.MaxAnswerBytes / 2));
    }

    public bool IsAlive => !_kill.IsCancellationRequested && !_running.Task.IsCompleted;

    /// <summary>Memory of the process tree at the last look, in bytes.</summary>
    public long MemoryBytes => _memory?.Bytes ?? 0;

    /// <exception cref="ToolchainException">The command can't be run.</exception>
    public static LeanProcess Start(LeanProcessOptions options, TimeProvider time)
    {
        var process = new LeanProcess(options);
        try
        {
            process._running = Cli.Wrap(options.Command)
                .WithArguments(options.Arguments)
                .WithWorkingDirectory(options.WorkingDirectory)
                .WithStandardInputPipe(PipeSource.Create(process.PumpRequestsAsync))
                .WithStandardOutputPipe(PipeTarget.Create(process.PumpAnswersAsync))
                .WithStandardErrorPipe(PipeTarget.Create(process._errors.ReadAsync))
                .WithValidation(CommandResultValidation.None)
                .ExecuteAsync(process._kill.Token);
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            throw new ToolchainException($"'{options.Command}' can't be run: {e.Message}", e);
        }

        if (options.MemoryLimitBytes > 0)
        {
            process._memory = new MemoryWatch(process._running.ProcessId, options.MemoryLimitBytes, process.Kill, time);
        }

        return process;
    }

    /// <summary>Sends a request and returns the answer.</summary>
    /// <exception cref="LeanSessionException">The process ended, or said too much.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; the process is ended.</exception>
    public async Task<byte[]> AskAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        try
        {
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
    public async Task<byte[]> ReadAsync(CancellationToken cancellationToken)
    {
        var searched = 0L;
        while (true)
        {
            var read = await _answers.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
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
                Kill($"it gave an answer of more than {_options.MaxAnswerBytes:N0} bytes");
            }

            if (read.IsCompleted || _kill.IsCancellationRequested)
            {
                throw await EndAsync().ConfigureAwait(false);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        Kill(null);
        try
        {
            await _running.Task.WaitAsync(EndLimit).ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or TimeoutException or IOException)
        {
            // Ended as asked, or beyond reach: the operating system has the rest.
        }

        if (_memory is not null)
        {
            await _memory.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Ends the process; the cause, if any, is named by the errors after it.</summary>
    public void Kill(string? cause)
    {
        _cause ??= cause;
        if (!_kill.IsCancellationRequested)
        {
            // CliWrap ends the whole tree: a wrapper such as lake is not the process that eats.
            _kill.Cancel();
            _requests.Writer.Complete();
            _answers.Reader.CancelPendingRead();
        }
    }

    private async Task<LeanSessionException> EndAsync()
    {
        int? code = null;
        try
        {
            code = (await _running.Task.WaitAsync(EndLimit).ConfigureAwait(false)).ExitCode;
        }
        catch (Exception e) when (e is OperationCanceledException or TimeoutException or IOException)
        {
            // Killed, so there is no code.
        }

        var cause = _cause ?? (code is null ? "it was ended" : $"it ended with code {code}");
        return new LeanSessionException($"The Lean process '{_options.Command}' failed: {cause}. {_errors}".TrimEnd());
    }

    private async Task PumpRequestsAsync(Stream input, CancellationToken cancellationToken)
    {
        try
        {
            await _requests.Reader.CopyToAsync(input, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // Whoever still writes must not wait for a process that is gone.
            await _requests.Reader.CompleteAsync().ConfigureAwait(false);
        }
    }

    private async Task PumpAnswersAsync(Stream output, CancellationToken cancellationToken)
    {
        try
        {
            await output.CopyToAsync(_answers.Writer, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await _answers.Writer.CompleteAsync().ConfigureAwait(false);
        }
    }
}
