using System.Runtime.CompilerServices;
using Prover.Core.Checking;
using Prover.Core.Formalization;
using Prover.Core.Lean;
using Prover.Core.Proving;
using Prover.Core.Verification;

namespace Prover.Service.Tests.Support;

/// <summary>The domain behind a service under test: every answer is the test's own.</summary>
internal sealed class FakeDomain : IVerifier, IProofSearch, IFormalization, ILeanChecker
{
    public Func<VerifyRequest, CancellationToken, Task<Verdict>> Verify { get; set; } =
        (_, _) => Task.FromResult(Samples.Verdict(VerdictKind.Proved));

    public Func<ProveRequest, CancellationToken, IAsyncEnumerable<ProveEvent>> Prove { get; set; } = (_, _) => Events();

    public Func<FormalizeRequest, CancellationToken, IAsyncEnumerable<FormalizeEvent>> Formalize { get; set; } = (_, _) => Events<FormalizeEvent>();

    public Func<Task<ToolchainIdentity>> Identity { get; set; } = () => Task.FromResult(Samples.Toolchain);

    public FakeStore Store { get; } = new();

    public PoolStatus Pool { get; set; } = new(4, 3, 1, 7, 64, 1_000_000, 90, 2);

    public int Parallelism { get; set; } = 4;

    public Task<Verdict> VerifyAsync(VerifyRequest request, CancellationToken cancellationToken = default) => Verify(request, cancellationToken);

    public IAsyncEnumerable<ProveEvent> ProveAsync(ProveRequest request, CancellationToken cancellationToken = default) =>
        Prove(request, cancellationToken);

    public IAsyncEnumerable<FormalizeEvent> FormalizeAsync(FormalizeRequest request, CancellationToken cancellationToken = default) =>
        Formalize(request, cancellationToken);

    public Task<ToolchainIdentity> GetIdentityAsync(CancellationToken cancellationToken = default) => Identity();

    public PoolStatus GetStatus() => Pool;

    public Task<CheckOutcome> CheckAsync(CheckRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    /// <summary>A search that tells these events.</summary>
    public static IAsyncEnumerable<ProveEvent> Events(params ProveEvent[] events) => Events<ProveEvent>(events);

    public static async IAsyncEnumerable<T> Events<T>(params T[] events)
    {
        foreach (var happened in events)
        {
            await Task.Yield();
            yield return happened;
        }
    }

    /// <summary>A search that tells these events and then waits for its cancellation, as the real one must.</summary>
    public static async IAsyncEnumerable<ProveEvent> UntilCancelled(
        TaskCompletionSource cancelled, ProveEvent[] events, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var happened in events)
        {
            yield return happened;
        }

        await Cancellation(cancellationToken);
        cancelled.TrySetResult();
        yield return new ProveEvent.Finished(new ProveResult { Verdict = Samples.Verdict(VerdictKind.Cancelled) });
    }

    /// <summary>Ends without an exception when the token is cancelled.</summary>
    public static async Task Cancellation(CancellationToken cancellationToken)
    {
        var cancelled = new TaskCompletionSource();
        await using var registration = cancellationToken.Register(cancelled.SetResult);
        await cancelled.Task;
    }
}
