namespace Prover.Core;

/// <summary>Disposal of what may or may not need it: implementations behind an interface that promises none.</summary>
public static class Disposal
{
    /// <summary>Disposes of an object in whichever way it knows; nothing where it knows none.</summary>
    public static async ValueTask DisposeAsync(object owned)
    {
        switch (owned)
        {
            case IAsyncDisposable disposable:
                await disposable.DisposeAsync().ConfigureAwait(false);
                break;
            case IDisposable disposable:
                disposable.Dispose();
                break;
        }
    }
}
