using Prover.Core.Models;

namespace Prover.Core.Sampling.Chat;

/// <summary>Whose turn it is, without those that have failed for good.</summary>
/// <remarks>Used by one search; thread-safe.</remarks>
internal sealed class ModelRotation(IReadOnlyList<LanguageModel> models, int maxFailuresInARow)
{
    private readonly Lock _gate = new();
    private readonly List<LanguageModel> _alive = [.. models];
    private readonly Dictionary<string, int> _failures = [];
    private int _next;

    /// <summary>The next model; null when none is left.</summary>
    public LanguageModel? Next()
    {
        lock (_gate)
        {
            return _alive.Count == 0 ? null : _alive[_next++ % _alive.Count];
        }
    }

    /// <summary>A request came through.</summary>
    public void Succeeded(LanguageModel model)
    {
        lock (_gate)
        {
            _failures.Remove(model.Info.Name);
        }
    }

    /// <summary>A request failed; true when the model is dropped now.</summary>
    public bool Failed(LanguageModel model, bool isTransient)
    {
        lock (_gate)
        {
            var failures = _failures[model.Info.Name] = _failures.GetValueOrDefault(model.Info.Name) + 1;
            return (!isTransient || failures >= maxFailuresInARow) && _alive.Remove(model);
        }
    }
}
