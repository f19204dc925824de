using System.Globalization;
using System.Text.RegularExpressions;
using Prover.Core.Sampling.Portfolio.Expressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Sampling.Portfolio.Templates;

/// <summary>A sequence given by first values and a rule, with as many terms worked out as can be.</summary>
internal sealed partial class Recurrence
{
    private const int Terms = 60;

    private readonly Dictionary<int, Rational> _values = [];
    private readonly Dictionary<int, string> _given = [];

    private Recurrence(Declaration function, string rule)
    {
        Function = function.Name;
        Rule = rule;
        Kind = GoalFeatures.ParseKind(function.Type.Split(' ')[^1]) ?? NumberKind.Nat;
    }

    public string Function { get; }

    /// <summary>Name of the hypothesis <c>∀ n, f (n + k) = …</c>.</summary>
    public string Rule { get; }

    /// <summary>What the values are.</summary>
    public NumberKind Kind { get; }

    /// <summary>The k in <c>f (n + k) = …</c>.</summary>
    public int Offset { get; private init; }

    /// <summary>Whether the rule only holds from some n on.</summary>
    public bool HasPremise { get; private init; }

    /// <summary>Index of the first value.</summary>
    public int First { get; private set; }

    /// <summary>How many values are given: the order of the rule.</summary>
    public int Order { get; private set; }

    /// <summary>The index after the last value.</summary>
    public int End { get; private set; }

    /// <summary>Indices that the goal asks for.</summary>
    public required IReadOnlyList<int> Asked { get; init; }

    public Rational this[int index] => _values[index];

    /// <summary>The hypothesis that gives a value; null for the others.</summary>
    public string? Given(int index) => _given.GetValueOrDefault(index);

    /// <summary>Finds the one sequence of the goal; null where there is no such.</summary>
    public static Recurrence? In(GoalFeatures goal)
    {
        if (goal.Functions is not [{ Name: var f } function])
        {
            return null;
        }

        var name = Regex.Escape(f);
        var shape = new Regex(
            @"^∀ \((?<n>\S+) : (?:ℕ|Nat)\), (?:\k<n> ≥ (?<start>[0-9]{1,6}) → |(?<start>[0-9]{1,6}) ≤ \k<n> → )?"
            + name + @" (?:\k<n>|\(\k<n> \+ (?<offset>[0-9]{1,3})\)) = (?<term>.*)$");
        var rule = goal.Hypotheses.Select(h => (h.Name, Match: shape.Match(h.Type))).FirstOrDefault(r => r.Match.Success);
        if (rule.Name is null || ExpressionParser.Parse(rule.Match.Groups["term"].Value) is not { } term)
        {
            return null;
        }

        var recurrence = new Recurrence(function, rule.Name)
        {
            Offset = Number(rule.Match.Groups["offset"]),
            HasPremise = rule.Match.Groups["start"].Success,
            Asked = [.. Regex.Matches(goal.Conclusion, $@"(?<!\w){name} ([0-9]{{1,9}})(?![0-9])").Select(m => Number(m.Groups[1])).Distinct()],
        };
        var start = Number(rule.Match.Groups["start"]);
        return recurrence.Asked.Count > 0 && recurrence.ReadGiven(goal) && recurrence.WorkOut(term, rule.Match.Groups["n"].Value, start)
            ? recurrence
            : null;
    }

    private static int Number(Group group) => group.Success ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;

    private bool ReadGiven(GoalFeatures goal)
    {
        foreach (var hypothesis in goal.Hypotheses)
        {
            var given = GivenValue().Match(hypothesis.Type);
            if (given.Success && given.Groups["f"].Value == Function && ExpressionParser.Parse(given.Groups["value"].Value) is { } value
                && new Evaluator(Kind, new Dictionary<string, Rational>()).Evaluate(value) is { } number)
            {
                _values[Number(given.Groups["index"])] = number;
                _given[Number(given.Groups["index"])] = hypothesis.Name;
            }
        }

        First = _values.Count == 0 ? 0 : _values.Keys.Min();
        End = First;
        while (_values.ContainsKey(End))
        {
            End++;
        }

        Order = End - First;
        return Order > 0;
    }

    /// <summary>Applies the rule; false where it does not give enough terms to see a pattern.</summary>
    private bool WorkOut(Expression term, string n, int start)
    {
        for (; End < First + Terms; End++)
        {
            var at = End - Offset;
            var value = at < start ? null : new Evaluator(Kind, new Dictionary<string, Rational> { [n] = at }, Value).Evaluate(term);
            if (value is not { } known)
            {
                return at >= start && End >= First + (2 * Order) + 4;
            }

            _values[End] = known;
        }

        return true;
    }

    private Rational? Value(string function, Rational index) =>
        function == Function && index.IsInteger && index.Numerator >= 0 && index.Numerator < End && _values.TryGetValue((int)index.Numerator, out var value)
            ? value
            : null;

    [GeneratedRegex(@"^(?<f>\S+) (?<index>[0-9]{1,6}) = (?<value>-?[0-9]+(?: / [0-9]+)?)$")]
    private static partial Regex GivenValue();
}
