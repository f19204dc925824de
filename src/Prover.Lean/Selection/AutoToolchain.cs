using Prover.Core.Lean;
using Prover.Lean.Embedded;
using Prover.Lean.Library;
using Prover.Lean.Native;

namespace Prover.Lean.Selection;

/// <summary>A configured native Lean with Mathlib where there is one, else the embedded Lean. Decides at the first use.</summary>
/// <param name="native">The native Lean; null when no project is configured.</param>
/// <param name="embedded">The embedded Lean.</param>
internal sealed class AutoToolchain(NativeToolchain? native, EmbeddedToolchain embedded) : ILeanToolchain, ILibrarySource, IDisposable
{
    private ILeanToolchain? _chosen;

    public async Task<ToolchainIdentity> PrepareAsync(IProgress<ToolchainProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var chosen = await ChooseAsync(progress, cancellationToken).ConfigureAwait(false);
        return await chosen.PrepareAsync(progress, cancellationToken).ConfigureAwait(false);
    }

    public async Task<ILeanSession> OpenAsync(LeanImports imports, CancellationToken cancellationToken = default)
    {
        var chosen = await ChooseAsync(null, cancellationToken).ConfigureAwait(false);
        return await chosen.OpenAsync(imports, cancellationToken).ConfigureAwait(false);
    }

    public async Task<LeanLibrary> GetLibraryAsync(CancellationToken cancellationToken = default)
    {
        var chosen = await ChooseAsync(null, cancellationToken).ConfigureAwait(false);
        return await ((ILibrarySource)chosen).GetLibraryAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Dispose()
    {
        native?.Dispose();
        embedded.Dispose();
    }

    private async Task<ILeanToolchain> ChooseAsync(IProgress<ToolchainProgress>? progress, CancellationToken cancellationToken)
    {
        if (_chosen is { } chosen)
        {
            return chosen;
        }

        // A configured Lean that does not work is an error to mend, and nothing to pass over in silence.
        var hasMathlib = native is not null && (await native.PrepareAsync(progress, cancellationToken).ConfigureAwait(false)).HasMathlib;
        return _chosen = hasMathlib ? native! : embedded;
    }
}
