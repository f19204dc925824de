using System.Text.Json;
using Prover.Core.Lean;
using Prover.Core.Statements;
using Prover.Lean.Isolation;
using Prover.Lean.Processes;
using Prover.Lean.Repl;
using Prover.Lean.Replay;

namespace Prover.Lean.Native;

/// <summary>A community REPL in a Lake project.</summary>
/// <remarks>A text that runs programs while it is elaborated shares the process with the REPL: it can make the REPL say
/// anything. Answers at this stage are worth the grade <c>Compiled</c> and no more.</remarks>
internal sealed class NativeSession : ILeanSession, IKernelSession
{
    private readonly ReplConnection _repl;
    private readonly PreparedLean _lean;
    private readonly LeanImports _imports;
    private readonly Protection _protection;
    private readonly NativeToolchainOptions _options;
    private readonly TimeProvider _time;
    private int _lastEnvironment = -1;
    private int? _importsOnly;
    private bool _isTainted;

    private NativeSession(ReplConnection repl, PreparedLean lean, LeanImports imports, Protection protection, NativeToolchainOptions options, TimeProvider time)
    {
        _repl = repl;
        _lean = lean;
        _imports = imports;
        _protection = protection;
        _options = options;
        _time = time;
    }

    public bool IsAlive => _repl.IsAlive;

    public long MemoryBytes => _repl.MemoryBytes;

    public TimeSpan? ProcessorTime => _repl.ProcessorTime;

    public bool IsWorn => _isTainted;

    public bool MayHaveRunPrograms => _isTainted;

    /// <exception cref="ToolchainException">The process could not be started or did not become ready.</exception>
    public static async Task<NativeSession> StartAsync(
        PreparedLean lean,
        LeanImports imports,
        Protection protection,
        NativeToolchainOptions options,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var process = await LeanProcess.StartAsync(lean.Untrusted(lean.Repl, [], scratch: null, protection, options), time, cancellationToken)
            .ConfigureAwait(false);
        var session = new NativeSession(new ReplConnection(process), lean, imports, protection, options, time);
        using var timer = new CancellationTokenSource(options.StartTimeLimit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            var text = string.Concat(imports.Modules.Select(module => $"import {module}\n"));
            var reply = await session.RunAsync(text, null, both.Token).ConfigureAwait(false);

            // Imports that fail are left for Lean to complain about, with a position in the text.
            session._importsOnly = reply.HasErrors ? null : reply.Environment;
            return session;
        }
        catch (Exception e)
        {
            await session.DisposeAsync().ConfigureAwait(false);
            throw e switch
            {
                LeanSessionException => new ToolchainException(
                    $"The REPL did not start in {lean.Project}. {e.Message} Was it built with the project's Lean? 'lake build repl' builds it again.", e),
                OperationCanceledException when !cancellationToken.IsCancellationRequested => new ToolchainException(
                    $"The REPL had not loaded '{imports}' after {options.StartTimeLimit.TotalSeconds} s. Are the libraries built ('lake exe cache get', 'lake build')?", e),
                _ => e,
            };
        }
    }

    public async Task<LeanReply> RunAsync(string text, int? environment = null, CancellationToken cancellationToken = default)
    {
        _isTainted |= OwnPrograms.MayRunIn(text);
        var reply = await _repl.RunAsync(text, environment, cancellationToken).ConfigureAwait(false);
        if (reply.Environment is not { } next || next <= _lastEnvironment)
        {
            throw _repl.Fail($"The REPL answered garbage: environment {reply.Environment} cannot follow {_lastEnvironment}.");
        }

        _lastEnvironment = next;
        return reply;
    }

    /// <inheritdoc />
    /// <remarks>See <see cref="NativeDescription"/> for how much the facts are worth.</remarks>
    public async Task<TheoremDescription> DescribeAsync(int environment, TheoremQuestion question, CancellationToken cancellationToken = default)
    {
        if (WhyNot(question.Text) is { } reason)
        {
            return new TheoremDescription.Unknown(reason);
        }

        // Without the imports' own environment nothing can be told from the library.
        return (question.Name ?? LastTheorem.Find(question.Text)) is { } theorem && LeanNames.IsName(theorem) && _importsOnly is { } imports
            ? await new NativeDescription((commands, on, token) => RunAsync(commands, on, token), imports)
                .AskAsync(environment, theorem, cancellationToken).ConfigureAwait(false)
            : new TheoremDescription.Absent();
    }

    /// <summary>Compiles the text by a process of its own, since the REPL writes no compiled files; <paramref name="environment"/> is not used.</summary>
    /// <inheritdoc />
    public Task WriteOleanAsync(int environment, string text, string path, CancellationToken cancellationToken = default) =>
        ApartAsync(
            "compiled",
            async (folder, token) =>
            {
                var (source, compiled) = (Path.Combine(folder, "Main.lean"), Path.Combine(folder, "Main.olean"));
                await File.WriteAllTextAsync(source, text, token).ConfigureAwait(false);
                await BoundedCommand.RunAsync(_lean.Untrusted(_lean.Lean, ["-o", compiled, source], folder, _protection, _options), _time, token)
                    .ConfigureAwait(false);
                var limit = _options.FileSizeLimitBytes == 0 ? long.MaxValue : _options.FileSizeLimitBytes;
                await HostileFile.CopyAsync(compiled, path, limit, token).ConfigureAwait(false);
                return path;
            },
            cancellationToken);

    /// <summary>Runs <c>Replay.lean</c> by a process of its own: it is given declarations as data, and no text of any submission.</summary>
    /// <inheritdoc />
    public Task<ReplReplayed> ReplayAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken = default) =>
        ApartAsync(
            "replayed",
            async (folder, token) =>
            {
                var (program, data) = (Path.Combine(folder, "Replay.lean"), Path.Combine(folder, "request.json"));
                File.Copy(_options.ReplayProgram, program);
                await File.WriteAllBytesAsync(data, request, token).ConfigureAwait(false);
                var said = await BoundedCommand.RunAsync(_lean.Untrusted(_lean.Lean, ["--run", program, data], folder, _protection, _options), _time, token)
                    .ConfigureAwait(false);
                var answer = JsonSerializer.Deserialize(said, ReplJson.Default.ReplAnswer);
                return answer?.Replayed ?? throw new LeanSessionException($"The kernel's program gave no answer: {answer?.Message ?? said}");
            },
            cancellationToken);

    /// <summary>Does nothing: the REPL can't forget. The pool replaces a process that has grown.</summary>
    public Task DropAsync(IReadOnlyList<int> environments, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public ValueTask DisposeAsync() => _repl.DisposeAsync();

    /// <summary>Runs a command beside the REPL, with a scratch folder and within the limits. After any exception the session is dead.</summary>
    private async Task<T> ApartAsync<T>(string done, Func<string, CancellationToken, Task<T>> run, CancellationToken cancellationToken)
    {
        var folder = RealPath.Of(Directory.CreateTempSubdirectory("prover-lean-").FullName);
        using var timer = new CancellationTokenSource(_options.CompileTimeLimit, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            return await run(folder, both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e)
        {
            // The REPL knows nothing of this one.
            var late = _repl.Fail($"The text was not {done} within {_options.CompileTimeLimit.TotalSeconds} s.", e);
            if (cancellationToken.IsCancellationRequested)
            {
                throw;
            }

            throw late;
        }
        catch (Exception e) when (e is LeanSessionException or ToolchainException or IOException or UnauthorizedAccessException or JsonException)
        {
            throw _repl.Fail($"The text was not {done}. {e.Message}", e);
        }
        finally
        {
            ScratchFolder.Delete(folder);
        }
    }

    private string? WhyNot(string text)
    {
        if (ForgingCommands.Find(text) is { } command)
        {
            return $"The text holds '{command}', which can change what Lean prints; a native Lean's facts of it would be worth nothing.";
        }

        // What is the imports' own is told by the session's imports.
        return LeanHeader.Split(text).Imports.Equals(_imports) ? null : "The text has other imports than the session.";
    }
}
