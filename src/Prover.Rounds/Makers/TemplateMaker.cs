using System.Globalization;

namespace Prover.Rounds.Makers;

/// <summary>A maker that fills in templates.</summary>
internal sealed class TemplateMaker : IProblemMaker
{
    private readonly ILookup<int, Template> _templates;

    /// <summary>A maker of these templates, of which every difficulty must have one.</summary>
    public TemplateMaker(string name, string family, IReadOnlyList<Template> templates)
    {
        (Name, Family) = (name, family);
        _templates = templates.SelectMany(t => Enumerable.Range(t.From, t.To - t.From + 1).Select(d => (Difficulty: d, Template: t))).ToLookup(p => p.Difficulty, p => p.Template);
    }

    public string Name { get; }

    public string Family { get; }

    public MadeProblem Make(long seed, int difficulty)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(seed);
        ArgumentOutOfRangeException.ThrowIfLessThan(difficulty, MadeProblem.Easiest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(difficulty, MadeProblem.Hardest);
        var random = SeededRandom.For(Name, seed, difficulty);
        var template = random.Pick([.. _templates[difficulty]]);
        var draft = template.Draw(random, difficulty);
        var name = string.Create(CultureInfo.InvariantCulture, $"{Name}_d{difficulty}_s{seed}");
        return new MadeProblem
        {
            Name = name,
            Statement = draft.Binders.Length == 0 ? $"theorem {name} : {draft.Conclusion}" : $"theorem {name} {draft.Binders} : {draft.Conclusion}",
            Maker = Name,
            Family = Family,
            Template = template.Name,
            Seed = seed,
            Difficulty = difficulty,
            IsTrueByConstruction = draft.IsTrue,
        };
    }
}
