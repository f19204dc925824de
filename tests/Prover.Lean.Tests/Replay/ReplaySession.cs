using Prover.Lean.Embedded;
using Prover.Lean.Tests.RealLean;

namespace Prover.Lean.Tests.Replay;

/// <summary>One process for all requests of a class.</summary>
public sealed class ReplaySession(LeanFixture lean) : IAsyncLifetime
{
    internal EmbeddedSession Session { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Session = (EmbeddedSession)await lean.OpenAsync();

    public async ValueTask DisposeAsync() => await Session.DisposeAsync();
}
