using System.Text;
using System.Text.RegularExpressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.TacticSearch.Goals;

/// <summary>A goal up to the names in it: two goals with the same form have the same proof but for names.</summary>
/// <param name="Key">The same for goals that differ in names of variables and hypotheses, or in the order of hypotheses, only.</param>
/// <param name="Names">The goal's own names, in the form's order.</param>
internal sealed partial record GoalForm(string Key, IReadOnlyList<string> Names)
{
    /// <summary>The form of a goal that was read.</summary>
    public static GoalForm Of(GoalFeatures features)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var hypotheses = features.Hypotheses;
        var isProof = hypotheses.Select(h => h.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var declaration in features.Goal.Context.Where(d => !isProof.Contains(d.Name)))
        {
            places[declaration.Name] = places.Count;
        }

        // Two passes: hypotheses are put in order by what they say, which may not hang on their names.
        string Renamed(string text) => Word().Replace(text, m => places.TryGetValue(m.Value, out var at) ? $"‹{at}›" : m.Value);
        var ordered = hypotheses.Select(h => (h.Name, Type: Renamed(h.Type))).OrderBy(h => h.Type, StringComparer.Ordinal).ToList();
        var key = new StringBuilder();
        foreach (var declaration in features.Goal.Context.Where(d => !isProof.Contains(d.Name)))
        {
            key.Append(Renamed(declaration.Type)).Append('\n');
        }

        key.Append("—\n");
        foreach (var (_, type) in ordered.DistinctBy(h => h.Type))
        {
            key.Append(type).Append('\n');
        }

        key.Append('⊢').Append(Renamed(features.Conclusion));
        return new GoalForm(key.ToString(), [.. places.OrderBy(p => p.Value).Select(p => p.Key), .. ordered.DistinctBy(h => h.Type).Select(h => h.Name)]);
    }

    /// <summary>A script for the other goal made one for this goal.</summary>
    public string Translate(string script, GoalForm other)
    {
        var names = other.Names.Zip(Names).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);
        return Word().Replace(script, m => names.GetValueOrDefault(m.Value, m.Value));
    }

    // A name after a dot is a field's.
    [GeneratedRegex(@"(?<![\w.₀-₉'])[\p{L}_][\w₀-₉'✝]*")]
    private static partial Regex Word();
}
