using Prover.Core.Lean;

namespace Prover.Core.Checking;

/// <summary>A checker in front of another one, for what watches, counts or paces checks: all is passed on, but for what a subclass does otherwise.</summary>
/// <param name="inner">The other one.</param>
public abstract class DelegatingChecker(ILeanChecker inner) : ILeanChecker
{
    /// <summary>The checker behind this one.</summary>
    protected ILeanChecker Inner { get; } = inner ?? throw new ArgumentNullException(nameof(inner));

    /// <inheritdoc />
    public int Parallelism => Inner.Parallelism;

    /// <inheritdoc />
    public Task<ToolchainIdentity> GetIdentityAsync(CancellationToken cancellationToken = default) => Inner.GetIdentityAsync(cancellationToken);

    /// <inheritdoc />
    public PoolStatus GetStatus() => Inner.GetStatus();

    /// <inheritdoc />
    public Task WarmUpAsync(string text, CancellationToken cancellationToken = default) => Inner.WarmUpAsync(text, cancellationToken);

    /// <inheritdoc />
    public abstract Task<CheckOutcome> CheckAsync(CheckRequest request, CancellationToken cancellationToken = default);
}
