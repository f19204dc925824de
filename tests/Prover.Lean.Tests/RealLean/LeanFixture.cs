using Prover.Core.Lean;
using Prover.Core.Verification;
using Prover.Lean.Audit;
using Prover.Lean.Embedded;
using Prover.Lean.Pool;

[assembly: AssemblyFixture(typeof(Prover.Lean.Tests.RealLean.LeanFixture))]

namespace Prover.Lean.Tests.RealLean;

/// <summary>Real Lean, started once for the assembly: one worker, a spare so that a killed process costs no wait, and
/// one for trusted statements and for replays.</summary>
public sealed class LeanFixture : IAsyncLifetime
{
    private LeanPool _trusted = null!;

    internal EmbeddedToolchain Toolchain { get; } = new();

    internal LeanPool Pool { get; private set; } = null!;

    internal ProofAuditor Auditor { get; private set; } = null!;

    internal StatementCompiler Statements { get; private set; } = null!;

    internal IVerifier Verifier { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Toolchain.PrepareAsync();
        Pool = new LeanPool(Toolchain, new LeanPoolOptions { Workers = 1, Spares = 1, TimeLimit = TimeSpan.FromMinutes(2) });
        _trusted = new LeanPool(Toolchain, new LeanPoolOptions { Workers = 1, Spares = 0 });
        Auditor = new ProofAuditor(Toolchain, _trusted);
        Statements = new StatementCompiler(_trusted);
        Verifier = new Verifier(Pool, Statements, Auditor);
        await Pool.WarmUpAsync(string.Empty);
    }

    public async ValueTask DisposeAsync()
    {
        await Pool.DisposeAsync();
        await _trusted.DisposeAsync();
        Toolchain.Dispose();
    }

    /// <summary>A session of one's own on the shared toolchain; starting it takes seconds.</summary>
    internal Task<ILeanSession> OpenAsync() => Toolchain.OpenAsync(LeanImports.None, TestContext.Current.CancellationToken);
}
