using System.Buffers;
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

    private readonly LeanProcessOptions _options;
    private readonly Pipe _requests = new(new PipeOptions(pauseWriterThreshold: 0));
    private readonly Pipe _answers;
    private ConfinedProcess _process = null!;

    private LeanProcess(LeanProcessOptions options)
    {
        _options = options;
        _answers = new Pipe(new PipeOptions(
            pauseWriterThreshold: options.MaxAnswerBytes, resumeWriterThreshold: options.MaxAnswerBytes / 2, minimumSegmentSize: 1 << 16));
    }

    /// <summary>False once it has ended or was told to.</summary>
    public bool IsAlive => _process.IsAlive;

    /// <summary>Memory of the process tree at the last look, in bytes; 0 when unknown.</summary>
    public long MemoryBytes => _process.MemoryBytes;

    /// <summary>Processor time of the process tree now; null when unknown.</summary>
    public TimeSpan? ProcessorTime => _process.ProcessorTime;

    /// <summary>Processor time of the process's first thread now; null when unknown.</summary>
    public TimeSpan? FirstThreadTime => _process.FirstThreadTime;

    /// <summary>The process's id.</summary>
    public int Id => _process.Id;

    /// <summary>Starts a process; whether it is of any use shows in its first answer.</summary>
    /// <exception cref="ToolchainException">The command can't be run.</exception>
    public static async Task<LeanProcess> StartAsync(LeanProcessOptions options, TimeProvider time, CancellationToken cancellationToken = default)
    {
        options.Validate();
        var lean = new LeanProcess(options);
        lean._process = await ConfinedProcess.StartAsync(
            options,
            PipeSource.Create((input, token) => PumpAsync(lean._requests.Reader, input, token)),
            PipeTarget.Create((output, token) => PumpAsync(output, lean._answers.Writer, token)),
            time,
            cancellationToken).ConfigureAwait(false);

        // A reader that waits for an answer must learn that none will come.
        lean._process.Killed.Register(lean._answers.Reader.CancelPendingRead);
        return lean;
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
                throw await _process.FailAsync("it spoke without being asked").ConfigureAwait(false);
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
            if (_process.Killed.IsCancellationRequested)
            {
                throw await _process.FailAsync("it was ended").ConfigureAwait(false);
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
                throw await _process.FailAsync($"it gave an answer of more than {_options.MaxAnswerBytes:N0} bytes").ConfigureAwait(false);
            }

            if (read.IsCompleted)
            {
                throw await _process.FailAsync(await EndOfOutputAsync().ConfigureAwait(false)).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Ends the process and all that it started; the cause, if any, is named by the errors after it.</summary>
    public void Kill(string? cause) => _process.Kill(cause);

    /// <summary>Closes the process's input, gives it a moment to end by itself, and ends it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (IsAlive)
        {
            await _requests.Writer.CompleteAsync().ConfigureAwait(false);
            await ConfinedProcess.WaitAsync(_process.Exit, FarewellLimit).ConfigureAwait(false);
        }

        await _process.DisposeAsync().ConfigureAwait(false);
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
        await ConfinedProcess.WaitAsync(_process.Exit, FarewellLimit).ConfigureAwait(false);
        return _process.Exit.IsCompletedSuccessfully
            ? $"it ended with {ExitCodes.Describe(await _process.Exit.ConfigureAwait(false))}"
            : "it closed its output without ending";
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
