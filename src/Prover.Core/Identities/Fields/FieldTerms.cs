using System.Text.RegularExpressions;
using Prover.Core.Identities.Sequences;
using Prover.Core.Sampling.Portfolio.Expressions;

namespace Prover.Core.Identities.Fields;

/// <summary>Reads terms over a field as polynomials in atoms: variables, values of functions that have no definition, casts, and inverses.</summary>
internal sealed partial class FieldTerms
{
    private const int MaxExponent = 12;
    private const int MaxAtoms = 14;

    private readonly FieldSetting _setting;
    private readonly List<string> _texts = [];
    private readonly Dictionary<string, (string Variable, Expression Body)> _definitions = new(StringComparer.Ordinal);

    /// <summary>Atoms are numbered as they are met.</summary>
    public FieldTerms(FieldSetting setting)
    {
        _setting = setting;
        _texts.AddRange(setting.Variables);
        foreach (var hypothesis in setting.Hypotheses)
        {
            // A function that occurs in its own definition would be unfolded without end.
            if (Definition().Match(hypothesis.Type) is { Success: true } match && setting.Functions.Any(f => f.Name == match.Groups["f"].Value)
                && ExpressionParser.Parse(match.Groups["body"].Value) is { } body && !Applied(body).Any())
            {
                _definitions.TryAdd(match.Groups["f"].Value, (match.Groups["x"].Value, body));
            }
        }
    }

    /// <summary>How many atoms there are.</summary>
    public int Count => _texts.Count;

    /// <summary>Inverses among the atoms: the atom's number, and what it is the inverse of.</summary>
    public Dictionary<int, Polynomial> Inverses { get; } = [];

    /// <summary>Whether a hypothesis says what a function is, <c>∀ x, f x = …</c>, and so is put in wherever the function stands.</summary>
    public bool IsDefinition(string hypothesis) => Definition().Match(hypothesis) is { Success: true } match && _definitions.ContainsKey(match.Groups["f"].Value);

    /// <summary>An atom as Lean reads it.</summary>
    public string Text(int atom) => _texts[atom];

    /// <summary>A polynomial as Lean reads it.</summary>
    /// <remarks>It never begins with a minus: in <c>-x ^ 2</c> Lean, which does not know yet that a power of <c>x</c> is of the type of <c>x</c>, would take
    /// the integers' negation.</remarks>
    public string Text(Polynomial polynomial)
    {
        var positive = polynomial.Monomials.Where(m => polynomial[m].Numerator.Sign > 0).Aggregate(Polynomial.Zero, (p, m) => p + Polynomial.Of(m, polynomial[m]));
        var negative = positive - polynomial;
        return negative.IsZero ? positive.ToLean(Text) : negative.Count == 1 ? $"{positive.ToLean(Text)} - {negative.ToLean(Text)}" : $"{positive.ToLean(Text)} - ({negative.ToLean(Text)})";
    }

    /// <summary>Reads a term; null for what is none of this field, or too large.</summary>
    public Polynomial? Read(string text) => ExpressionParser.Parse(text) is { } expression ? Read(expression, 0) : null;

    private Polynomial? Read(Expression expression, int depth)
    {
        switch (expression)
        {
            case Expression.Number number:
                return Polynomial.Constant(number.Value);
            case Expression.Variable variable:
                return _setting.Variables.Contains(variable.Name) ? Polynomial.Variable(_texts.IndexOf(variable.Name)) : null;
            case Expression.Negate negation:
                return Read(negation.Inner, depth) is { } inner ? -inner : null;
            case Expression.Apply application when _definitions.TryGetValue(application.Function, out var definition) && depth < 4:
                return Read(ExpressionText.Substitute(definition.Body, definition.Variable, application.Argument), depth + 1);
            case Expression.Apply application when _setting.Functions.Any(f => f.Name == application.Function):
                return Atom(ExpressionText.Of(expression));
            case Expression.Cast { Inner: Expression.Variable inside } when !_setting.Variables.Contains(inside.Name):
                return Atom($"({inside.Name} : {_setting.Type})");
            case Expression.Binary { Operator: '^', Right: Expression.Number { Value: var exponent } } power when exponent <= MaxExponent:
                return Read(power.Left, depth) is { } @base && @base.Degree * (int)exponent <= MaxExponent ? @base.Power((int)exponent) : null;
            case Expression.Binary { Operator: '+' or '-' or '*' or '/' } binary when Read(binary.Left, depth) is { } left && Read(binary.Right, depth) is { } right:
                return binary.Operator switch
                {
                    '+' => left + right,
                    '-' => left - right,
                    '*' => left * right,
                    _ => Inverse(right) is { } inverse ? left * inverse : null,
                };
            default:
                return null;
        }
    }

    private Polynomial? Inverse(Polynomial polynomial)
    {
        if (polynomial.Count > 1)
        {
            return InverseAtom(polynomial);
        }

        if (polynomial.IsZero)
        {
            return Polynomial.Zero;
        }

        // The inverse of a product is the product of the inverses.
        Polynomial? inverse = Polynomial.Constant(polynomial[polynomial.Leading].Inverse);
        foreach (var (exponent, atom) in polynomial.Leading.Exponents.Select((e, i) => (e, i)).Where(t => t.e > 0))
        {
            inverse = inverse is not null && InverseAtom(Polynomial.Variable(atom)) is { } one ? inverse * one.Power(exponent) : null;
        }

        return inverse;
    }

    private Polynomial? InverseAtom(Polynomial polynomial)
    {
        var atom = Atom($"({Text(polynomial)})⁻¹");
        if (atom is not null)
        {
            Inverses.TryAdd(atom.Leading.Exponents.Count - 1, polynomial);
        }

        return atom;
    }

    private Polynomial? Atom(string text)
    {
        if (!_texts.Contains(text))
        {
            if (_texts.Count >= MaxAtoms)
            {
                return null;
            }

            _texts.Add(text);
        }

        return Polynomial.Variable(_texts.IndexOf(text));
    }

    private static IEnumerable<string> Applied(Expression expression) => expression switch
    {
        Expression.Apply apply => Applied(apply.Argument).Prepend(apply.Function),
        Expression.Negate negate => Applied(negate.Inner),
        Expression.Cast cast => Applied(cast.Inner),
        Expression.Binary binary => Applied(binary.Left).Concat(Applied(binary.Right)),
        _ => [],
    };

    [GeneratedRegex(@"^∀ \(?(?<x>[^\s,:()]+)( : [^,()]*)?\)?, (?<f>[\p{L}_][\w₀-₉']*) \k<x> = (?<body>[^=<≤>≥≠∧∨¬∀∃→∣]+)$")]
    private static partial Regex Definition();
}
