namespace Prover.Core.Models;

/// <summary>Tells what happens with models at once and in order, as <see cref="Progress{T}"/> does not.</summary>
internal sealed class ModelListener(Action<ModelEvent> tell) : IProgress<ModelEvent>
{
    public void Report(ModelEvent value) => tell(value);
}
