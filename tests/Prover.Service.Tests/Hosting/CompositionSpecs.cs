using Microsoft.Extensions.DependencyInjection;
using Prover.Core.Formalization;
using Prover.Core.Models;
using Prover.Core.Proving;
using Prover.Service.Composition;

namespace Prover.Service.Tests.Hosting;

public sealed class CompositionSpecs
{
    [Fact]
    public async Task A_configuration_of_models_that_is_wrong_hurts_only_who_asks_for_a_model()
    {
        var folder = Directory.CreateTempSubdirectory("prover-composition-").FullName;
        try
        {
            var path = Path.Combine(folder, "models.json");
            await File.WriteAllTextAsync(path, "broken", TestContext.Current.CancellationToken);
            await using var services = new ServiceCollection()
                .AddProver(new ProverOptions { ModelsPath = path, StorePath = Path.Combine(folder, "proofs.db") })
                .BuildServiceProvider();

            Assert.NotNull(services.GetRequiredService<IProofSearch>());
            Assert.NotNull(services.GetRequiredService<IFormalization>());
            Assert.Single(services.GetRequiredService<IFormalizers>().Of([]));
            var e = Assert.Throws<ModelException>(() => services.GetRequiredService<IFormalizers>().Of(null));
            Assert.Contains(path, e.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
