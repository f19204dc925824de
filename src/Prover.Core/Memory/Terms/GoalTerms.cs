using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Memory.Terms;

/// <summary>A line of a goal's context.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsData">True for what has a value, false for what is taken for a proof.</param>
internal sealed record LocalTerm(string Name, Term Type, bool IsData)
{
    /// <summary>False for names that Lean prints and no tactic can use.</summary>
    public bool IsAccessible { get; } = !Name.Contains('✝', StringComparison.Ordinal);
}

/// <summary>A goal with its types and its conclusion as terms.</summary>
internal sealed class GoalTerms
{
    private readonly Dictionary<string, int> _indices = new(StringComparer.Ordinal);
    private readonly List<LocalTerm> _locals = [];

    private GoalTerms(Goal goal)
    {
        foreach (var declaration in goal.Context)
        {
            var type = TermParser.Parse(declaration.Type, Find);
            _indices[declaration.Name] = _locals.Count;
            _locals.Add(new LocalTerm(declaration.Name, type, TypeKinds.IsData(type, _locals)));
        }

        Conclusion = TermParser.Parse(goal.Conclusion, Find);
    }

    /// <summary>The context in order.</summary>
    public IReadOnlyList<LocalTerm> Locals => _locals;

    /// <summary>What is to be shown.</summary>
    public Term Conclusion { get; }

    /// <summary>The goal of a text; null when there is none in it, or it is too long.</summary>
    public static GoalTerms? Read(string text) => GoalReader.ReadAsPrinted(text) is { IsKnown: true } goal ? new GoalTerms(goal) : null;

    /// <summary>Which local has the name, the last one when several do; -1 when none has.</summary>
    public int IndexOf(string name) => _indices.GetValueOrDefault(name, -1);

    private Term? Find(string name) =>
        _indices.TryGetValue(name, out var index) ? Term.Local(name, index, _locals[index].Type.Shape) : null;
}
