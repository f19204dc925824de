using Prover.Core.Checking;
using Prover.Lean.Embedded;
using Prover.Lean.Pool;

[assembly: AssemblyFixture(typeof(Prover.Rounds.Tests.RealLean.LeanFixture))]

namespace Prover.Rounds.Tests.RealLean;

/// <summary>Real Lean for the assembly: one worker, started by the first test that asks.</summary>
public sealed class LeanFixture : IAsyncDisposable
{
    private readonly EmbeddedToolchain _toolchain = new();
    private readonly Lazy<LeanPool> _pool;

    public LeanFixture() => _pool = new(() => new LeanPool(_toolchain, new LeanPoolOptions { Workers = 1, Spares = 0, TimeLimit = TimeSpan.FromMinutes(3) }));

    internal ILeanChecker Checker => _pool.Value;

    public async ValueTask DisposeAsync()
    {
        if (_pool.IsValueCreated)
        {
            await _pool.Value.DisposeAsync();
        }

        _toolchain.Dispose();
    }
}
