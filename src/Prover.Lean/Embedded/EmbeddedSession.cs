using System.Text.RegularExpressions;
using Prover.Core.Lean;
using Prover.Lean.Isolation;
using Prover.Lean.Processes;
using Prover.Lean.Repl;
using Prover.Lean.Replay;

namespace Prover.Lean.Embedded;

/// <summary>A process of the embedded host; see <c>host/</c> for the program and its protocol.</summary>
internal sealed partial class EmbeddedSession : ILeanSession, IKernelSession
{
    // The heap of wasm32 ends at 2 GiB and never shrinks; what is left must do for one more check.
    private const long WornHeapBytes = 1_700_000_000;

    private const string OleanName = "module.olean";

    private readonly ReplConnection _host;
    private readonly string _scratch;
    private readonly bool _loadsLean;
    private bool _isTainted;

    private EmbeddedSession(ReplConnection host, string scratch, bool loadsLean)
    {
        _loadsLean = loadsLean;
        _host = host;
        _scratch = scratch;
    }

    public bool IsAlive => _host.IsAlive;

    public long MemoryBytes => _host.MemoryBytes;

    /// <remarks>Of the thread that Lean runs in. V8 translates code and collects garbage in others, when it likes: a check would cost a second or none for it by chance.</remarks>
    public TimeSpan? ProcessorTime => _host.FirstThreadTime;

    /// <summary>With the heap nearly full; or after a text that had Lean itself as a library or could run a program of its own: it can change
    /// the tables by which Lean reads every later text of the process, or its memory.</summary>
    public bool IsWorn => _host.HeapBytes > WornHeapBytes || _isTainted;

    public bool MayHaveRunPrograms => _isTainted;

    public int ProcessId => _host.ProcessId;

    /// <exception cref="ToolchainException">The process could not be started or did not become ready.</exception>
    public static async Task<EmbeddedSession> StartAsync(
        EmbeddedInstallation installation, IReadOnlyList<string> imports, EmbeddedOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var scratch = Directory.CreateTempSubdirectory("prover-lean-").FullName;
        var process = await LeanProcess.StartAsync(HostCommand.Create(installation, imports, scratch, options), time, cancellationToken).ConfigureAwait(false);
        var session = new EmbeddedSession(new ReplConnection(process), scratch, loadsLean: !imports.All(IsHarmless));
        using var timer = new CancellationTokenSource(options.StartTimeLimit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            var answer = await session._host.ReadAsync(both.Token).ConfigureAwait(false);
            return answer.Ready is not null ? session : throw new LeanSessionException($"Its first answer was no greeting: {answer.Trap ?? answer.Message}");
        }
        catch (Exception e)
        {
            await session.DisposeAsync().ConfigureAwait(false);
            throw e switch
            {
                LeanSessionException => new ToolchainException($"The embedded Lean did not start. {e.Message} 'prover doctor' looks for the cause.", e),
                OperationCanceledException when !cancellationToken.IsCancellationRequested =>
                    new ToolchainException($"The embedded Lean was not ready after {options.StartTimeLimit.TotalSeconds} s. Is the machine overloaded?", e),
                _ => e,
            };
        }
    }

    public Task<LeanReply> RunAsync(string text, int? environment = null, CancellationToken cancellationToken = default)
    {
        // Imports count only at the start of a text of its own, but where that ends is for Lean to say.
        _isTainted |= _loadsLean || OwnPrograms.MayRunIn(text) || (environment is null && Imports().Matches(text).Any(m => !IsHarmless(m.Groups["module"].Value)));
        return _host.RunAsync(text, environment, cancellationToken);
    }

    public async Task<TheoremDescription> DescribeAsync(int environment, TheoremQuestion question, CancellationToken cancellationToken = default)
    {
        var answer = await _host.AskAsync(new ReplDescribe(question.Name, environment, question.AskKernelAgain), ReplJson.Default.ReplDescribe, cancellationToken).ConfigureAwait(false);

        // A theorem of the library is nothing that the text declares.
        return answer.Constant is { Library: false } constant
            ? new TheoremDescription.Found(
                new TheoremFacts(constant.Name, constant.Kind, constant.LevelParams, constant.Type, constant.Fingerprint, constant.Axioms)
                {
                    KernelObjection = constant.Replayed == true || !question.AskKernelAgain ? null : constant.Reason ?? "it gives no reason.",
                })
            : new TheoremDescription.Absent();
    }

    public async Task WriteOleanAsync(int environment, string text, string path, CancellationToken cancellationToken = default)
    {
        await _host.AskAsync(new ReplOlean(OleanName, environment), ReplJson.Default.ReplOlean, cancellationToken).ConfigureAwait(false);
        File.Move(Path.Combine(_scratch, OleanName), path, overwrite: true);
    }

    public Task DropAsync(IReadOnlyList<int> environments, CancellationToken cancellationToken = default) =>
        _host.AskAsync(new ReplDrop(environments), ReplJson.Default.ReplDrop, cancellationToken);

    /// <summary>Has the kernel check declarations that come as plain data: the whole request as JSON in UTF-8 without a blank line.</summary>
    /// <remarks>See <c>host/replay-data.mjs</c>.</remarks>
    /// <exception cref="LeanSessionException">The process ended or answered garbage; or it found the request malformed or its imports
    /// missing, and lives on.</exception>
    public async Task<ReplReplayed> ReplayAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken = default)
    {
        var answer = await _host.AskAsync(request, cancellationToken).ConfigureAwait(false);
        if (answer.Message is { } message)
        {
            throw new LeanSessionException($"Lean's process refused to replay: {message}");
        }

        return answer.Replayed is { } replayed && (!replayed.Ok || !replayed.Undecided)
            ? replayed
            : throw _host.Fail("Lean's process gave no answer to a replay, or one that contradicts itself.");
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync().ConfigureAwait(false);
        try
        {
            Directory.Delete(_scratch, recursive: true);
        }
        catch (IOException)
        {
            // The operating system clears its temporary folder.
        }
    }

    // Init and Std hold nothing that reaches into Lean's elaborator; Lean and Lake do.
    private static bool IsHarmless(string module) => module.Split('.')[0] is "Init" or "Std";

    [GeneratedRegex(@"\bimport\s+(all\s+)?(?<module>\S+)")]
    private static partial Regex Imports();
}
