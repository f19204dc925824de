using System.Diagnostics;
using Prover.Core.Lean;
using Prover.Lean.Embedded;

namespace Prover.Lean.Tests.RealLean;

/// <summary>Real Lean whose first processes are killed by SIGKILL while they work on a text.</summary>
internal sealed class KillingToolchain(EmbeddedToolchain inner, int kills) : ILeanToolchain
{
    private int _opened;

    public Task<ToolchainIdentity> PrepareAsync(IProgress<ToolchainProgress>? progress = null, CancellationToken cancellationToken = default) =>
        inner.PrepareAsync(progress, cancellationToken);

    public async Task<ILeanSession> OpenAsync(LeanImports imports, CancellationToken cancellationToken = default)
    {
        var session = (EmbeddedSession)await inner.OpenAsync(imports, cancellationToken);
        return Interlocked.Increment(ref _opened) <= kills ? new Doomed(session) : session;
    }

    private sealed class Doomed(EmbeddedSession session) : ILeanSession
    {
        public bool IsAlive => session.IsAlive;

        public long MemoryBytes => session.MemoryBytes;

        public bool IsWorn => session.IsWorn;

        public async Task<LeanReply> RunAsync(string text, int? environment = null, CancellationToken cancellationToken = default)
        {
            var running = session.RunAsync(text.Length == 0 ? text : HostileTests.Endless, environment, cancellationToken);
            if (text.Length > 0)
            {
                using var process = Process.GetProcessById(session.ProcessId);
                process.Kill();
            }

            return await running;
        }

        public Task<TheoremDescription> DescribeAsync(int environment, TheoremQuestion question, CancellationToken cancellationToken = default) =>
            session.DescribeAsync(environment, question, cancellationToken);

        public Task WriteOleanAsync(int environment, string text, string path, CancellationToken cancellationToken = default) =>
            session.WriteOleanAsync(environment, text, path, cancellationToken);

        public Task DropAsync(IReadOnlyList<int> environments, CancellationToken cancellationToken = default) =>
            session.DropAsync(environments, cancellationToken);

        public ValueTask DisposeAsync() => session.DisposeAsync();
    }
}
