using Microsoft.Extensions.DependencyInjection;
using Prover.Core.Checking;
using Prover.Core.Verification;
using Prover.Lean.Pool;
using Prover.Lean.Selection;
using Prover.Service.Composition;

[assembly: AssemblyFixture(typeof(Prover.Datasets.Tests.RealLean.LeanFixture))]

namespace Prover.Datasets.Tests.RealLean;

/// <summary>Real Lean for the assembly, as the program puts it together: one worker, and one for statements and replays. Started by the first test
/// that asks.</summary>
public sealed class LeanFixture : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("prover-datasets-lean-").FullName;
    private readonly ServiceProvider _services;

    public LeanFixture() => _services = new ServiceCollection()
        .AddProver(new ProverOptions
        {
            Toolchain = ToolchainChoice.Embedded,
            Pool = new LeanPoolOptions { Workers = 1, Spares = 0, TimeLimit = TimeSpan.FromMinutes(2) },
            StorePath = Path.Combine(_folder, "proofs.db"),
        })
        .BuildServiceProvider();

    internal IServiceProvider Services => _services;

    internal ILeanChecker Checker => _services.GetRequiredService<ILeanChecker>();

    internal Verifier Verifier => _services.GetRequiredService<Verifier>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
