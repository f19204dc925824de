using Prover.Core.Models;
using Prover.Models;

namespace Prover.Service.Composition;

/// <summary>The configured models, read when somebody first asks for one: a configuration that is wrong hurts nobody who needs none.</summary>
internal sealed class DeferredModels(Func<ConfiguredModels> open) : ILanguageModels, IDisposable
{
    // A failure is not remembered: the file may have been mended.
    private readonly Lazy<ConfiguredModels> _models = new(open, LazyThreadSafetyMode.PublicationOnly);

    /// <exception cref="ModelException">The configuration is wrong.</exception>
    public IReadOnlyList<ModelInfo> All => _models.Value.All;

    public LanguageModel Get(string name) => _models.Value.Get(name);

    public void Dispose()
    {
        if (_models.IsValueCreated)
        {
            _models.Value.Dispose();
        }
    }
}
