using System.Text.Json;
using Prover.Core.Lean;
using Prover.Lean.Processes;
using Prover.Lean.Repl;

namespace Prover.Lean.Embedded;

/// <summary>A process of the embedded host; see <c>host/</c> for the program and its protocol.</summary>
internal sealed class EmbeddedSession : ILeanSession
{
    private readonly LeanProcess _process;
    private readonly string _scratch;

    private EmbeddedSession(LeanProcess process, string scratch)
    {
        _process = process;
        _scratch = scratch;
    }

    public bool IsAlive => _process.IsAlive;

    public long MemoryBytes => _process.MemoryBytes;

    public static async Task<EmbeddedSession> StartAsync(
        EmbeddedInstallation installation, IEnumerable<string> imports, EmbeddedOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var host = new PinnedPackages(options);
        var scratch = Directory.CreateTempSubdirectory("prover-lean-").FullName;
        try
        {
            var process = await LeanProcess.StartAsync(
                new LeanProcessOptions
                {
                    Command = "/bin/sh",
                    Arguments =
                    [
                        host.LaunchScript, installation.Node, host.HostScript, "--root", installation.Root, "--scratch", scratch,
                        "--imports", string.Join(',', imports), "--max-output", $"{options.MaxMessageBytes}",
                    ],
                    WorkingDirectory = scratch,
                    MemoryLimitBytes = options.MemoryLimitBytes,
                    MaxAnswerBytes = 16L * options.MaxMessageBytes,
                },
                time,
                cancellationToken).ConfigureAwait(false);
            return new EmbeddedSession(process, scratch);
        }
        catch
        {
            Directory.Delete(scratch, recursive: true);
            throw;
        }
    }

    public async Task<LeanReply> RunAsync(string text, int? environment = null, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    public Task<TheoremFacts?> DescribeAsync(int environment, string? name, string text, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    public Task WriteOleanAsync(int environment, string text, string path, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    public Task DropAsync(IReadOnlyList<int> environments, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync().ConfigureAwait(false);
        try
        {
            Directory.Delete(_scratch, recursive: true);
        }
        catch (IOException)
        {
            // The operating system clears its temporary folder.
        }
    }
}
