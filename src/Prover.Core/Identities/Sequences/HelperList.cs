namespace Prover.Core.Identities.Sequences;

/// <summary>Collects the lemmas of a proof; each is pure algebra about variables, so that nothing of the theorem's context weighs on it.</summary>
internal sealed class HelperList
{
    private readonly List<string> _texts = [];
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>All of them as Lean text.</summary>
    public string Text => string.Join("\n\n", _texts);

    /// <summary>Adds a lemma; gives its name.</summary>
    public string Add(IEnumerable<string> binders, string claim, string tactics)
    {
        var body = $" {string.Join(' ', binders)} : {claim} := by\n  {tactics.Replace("\n", "\n  ", StringComparison.Ordinal)}";
        if (!_names.TryGetValue(body, out var name))
        {
            _names[body] = name = $"identity_{_texts.Count}";
            _texts.Add($"theorem {name}{body}");
        }

        return name;
    }
}
