using Microsoft.Extensions.DependencyInjection;
using Prover.Core.Checking;
using Prover.Core.Verification;
using Prover.Lean.Pool;
using Prover.Lean.Selection;
using Prover.Service.Composition;

namespace Prover.Tests.RealLean;

/// <summary>Real Lean for an assembly, as the program puts it together: one worker, and one for statements and replays. Started by the first test
/// that asks.</summary>
public abstract class ComposedLean : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("prover-lean-").FullName;
    private readonly ServiceProvider _services;

    protected ComposedLean() => _services = new ServiceCollection()
        .AddProver(new ProverOptions
        {
            Toolchain = ToolchainChoice.Embedded,
            Pool = new LeanPoolOptions { Workers = 1, Spares = 0, TimeLimit = TimeSpan.FromMinutes(2) },
            StorePath = Path.Combine(_folder, "proofs.db"),
        })
        .BuildServiceProvider();

    public IServiceProvider Services => _services;

    public ILeanChecker Checker => _services.GetRequiredService<ILeanChecker>();

    public Verifier Verifier => _services.GetRequiredService<Verifier>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
