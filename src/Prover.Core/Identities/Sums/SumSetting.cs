using System.Globalization;
using Prover.Core.Identities.Sequences;
using Prover.Core.Sampling.Portfolio.Expressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Identities.Sums;

/// <summary>Reads terms in an index as sums of hypergeometric terms, and writes them as Lean reads them, over the rational numbers.</summary>
/// <remarks>Not thread-safe: atoms get their numbers as they are met.</remarks>
internal sealed class SumSetting
{
    private readonly IReadOnlyList<SequenceRule> _rules;
    private readonly IReadOnlyList<Declaration> _functions;
    private readonly List<HypergeometricAtom> _atoms = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HypergeometricSum> _closed = new(StringComparer.Ordinal);

    public SumSetting(GoalFeatures goal)
    {
        _functions = goal.Functions;
        _rules = [.. SequenceRule.In(goal).Where(r => r.Order == 1 && ExpressionText.Constant(r.Given[0].Value) is not null)];
    }

    /// <summary>Powers and sequences that were met.</summary>
    public IReadOnlyList<HypergeometricAtom> Atoms => _atoms;

    /// <summary>The rule of a sequence; null where there is none of order one with a number to start from.</summary>
    public SequenceRule? RuleOf(string function) => _rules.FirstOrDefault(r => r.Function == function);

    /// <summary>Whether a sequence is known by its closed form.</summary>
    public bool IsClosed(string function) => _closed.ContainsKey(function);

    /// <summary>From now on the sequence is read as its closed form.</summary>
    public void Close(string function, HypergeometricSum form) => _closed[function] = form;

    /// <summary>What a sequence grows by from n to n + 1; null where it is not read, or the rule is no such sum.</summary>
    public HypergeometricSum? StepOf(SequenceRule rule)
    {
        if (!IsExact(rule.Next, rule.Function))
        {
            return null;
        }

        // Its own value, as an atom, must have the factor one; without it the rest is the step.
        var alone = new SumSetting(_rules, _functions);
        foreach (var function in _closed.Keys)
        {
            alone.Close(function, HypergeometricSum.Zero);
        }

        var own = alone.Read(new Expression.Apply(rule.Function, new Expression.Variable(rule.Index)), rule.Index, rule.Function);
        if (alone.Read(rule.Next, rule.Index, rule.Function) is not { } next || own is null || (next - own).Terms.Any(t => t.Exponents.ElementAtOrDefault(0) != 0))
        {
            return null;
        }

        _closed[rule.Function] = HypergeometricSum.Zero;
        var step = Read(rule.Next, rule.Index);
        _closed.Remove(rule.Function);
        return step;
    }

    /// <summary>Whether a term of a sequence's type means among rational numbers what it means there.</summary>
    public bool IsExact(Expression expression, string function) => IsRational(function) || !Contains(expression, IsNatural(function) ? "-/%" : "/%");

    /// <summary>A term of the index; null where it is no such sum.</summary>
    /// <param name="expression">The term.</param>
    /// <param name="index">The index's name.</param>
    /// <param name="itself">A sequence whose value at the index is read as an atom without a ratio.</param>
    public HypergeometricSum? Read(Expression expression, string index, string? itself = null)
    {
        switch (expression)
        {
            case Expression.Number number:
                return HypergeometricSum.Of(RationalFunction.Constant(number.Value));
            case Expression.Variable variable when variable.Name == index:
                return HypergeometricSum.Of(RationalFunction.Variable);
            case Expression.Cast { Inner: var whole }:
                // A difference of natural numbers is none of rational ones.
                return Contains(whole, "-/%") ? null : Read(whole, index, itself);
            case Expression.Negate negate:
                return Read(negate.Inner, index, itself) is { } inner ? HypergeometricSum.Zero - inner : null;
            case Expression.Apply apply when Offset(apply.Argument, index) is { } offset:
                return ReadValue(apply.Function, offset, itself);
            case Expression.Binary { Operator: '^' } power:
                return ReadPower(power, index, itself);
            case Expression.Binary binary when Read(binary.Left, index, itself) is { } left && Read(binary.Right, index, itself) is { } right:
                return binary.Operator switch
                {
                    '+' => left + right,
                    '-' => left - right,
                    '*' => left * right,
                    '/' when !right.IsZero => HypergeometricSum.Divide(left, right),
                    _ => null,
                };
            default:
                return null;
        }
    }

    /// <summary>The term as a rational number at an index.</summary>
    /// <param name="expression">The term.</param>
    /// <param name="index">The index's name in it.</param>
    /// <param name="at">Lean's text of the index there, a natural number.</param>
    public string Write(Expression expression, string index, string at) => ExpressionText.Of(expression, inner => inner switch
    {
        Expression.Cast { Inner: Expression.Variable { Name: var name } } when name == index => $"({at} : Rat)",
        Expression.Variable { Name: var name } when name == index => $"({at} : Rat)",
        Expression.Cast cast => $"({Write(cast.Inner, index, at)})",
        Expression.Apply apply => ValueText(apply.Function, ExpressionText.Of(ExpressionText.Substitute(apply.Argument, index, new Expression.Variable(at)))),
        Expression.Binary { Operator: '^', Right: not Expression.Number } power =>
            $"(({ExpressionText.Of(power.Left)} : Rat) ^ {ExpressionText.Of(ExpressionText.Substitute(power.Right, index, new Expression.Variable(at)))})",
        _ => null,
    });

    /// <summary>The term with the index as <c>a</c> and atoms as <c>p0</c>, <c>p1</c>, …, next values by their rules, closed sequences as their forms.</summary>
    public string WriteAbstract(Expression expression, string index) => ExpressionText.Of(expression, inner => inner switch
    {
        Expression.Cast { Inner: Expression.Variable { Name: var name } } when name == index => "a",
        Expression.Variable { Name: var name } when name == index => "a",
        Expression.Cast cast => $"({WriteAbstract(cast.Inner, index)})",
        Expression.Apply apply => _closed.TryGetValue(apply.Function, out var form) ? $"({AbstractForm(form, 0)})" : AbstractAtom(_numbers[apply.Function], Offset(apply.Argument, index) ?? 0),
        Expression.Binary { Operator: '^', Right: not Expression.Number } power => AbstractAtom(_numbers[PowerName(power.Left)!], Offset(power.Right, index) ?? 0),
        _ => null,
    });

    /// <summary>A form at an index as Lean writes it in the statement's own terms.</summary>
    public string Form(HypergeometricSum form, string at) => FormText(form, $"({at} : Rat)", i => _atoms[i].Text(at));

    /// <summary>A form in the letters of <see cref="WriteAbstract"/>, at the index or the next one.</summary>
    public string AbstractForm(HypergeometricSum form, int offset) => FormText(form, offset == 0 ? "a" : "(a + 1)", i => AbstractAtom(i, offset));

    /// <summary>Lean's text of a sequence's value as a rational number.</summary>
    public string ValueText(string function, string argument) => IsRational(function)
        ? $"({function} ({argument}))"
        : $"(({function} ({argument}) : {TypeOf(function)}) : Rat)";

    /// <summary>Whether the values are rational numbers.</summary>
    public bool IsRational(string function) => TypeOf(function) is "Rat" or "ℚ";

    /// <summary>Whether the values are natural numbers.</summary>
    public bool IsNatural(string function) => TypeOf(function) is "Nat" or "ℕ";

    private string TypeOf(string function) => _functions.First(f => f.Name == function).Type.Split(' ')[^1];

    private string AbstractAtom(int number, int offset)
    {
        var text = $"p{number}";
        for (var i = 0; i < offset; i++)
        {
            text = _atoms[number].Next(text, i == 0 ? "a" : $"(a + {i})");
        }

        return text;
    }

    /// <summary>Whether the polynomial above a line is written: a one (up to what goes below the line) is not where atoms stand there too.</summary>
    public static bool IsWritten(Polynomial numerator, int atoms) => atoms == 0 || !numerator.IsConstant || !((Rational)numerator.Denominator * Univariate.Leading(numerator)).Equals((Rational)1);

    private static string FormText(HypergeometricSum form, string variable, Func<int, string> atom)
    {
        var terms = form.Terms.Select(term =>
        {
            var denominator = Factors.Of(term.Factor.Denominator);
            var numerator = denominator.Content.Inverse * term.Factor.Numerator;
            var scale = numerator.Denominator;
            numerator = (Rational)scale * numerator;
            List<string> above = [$"({numerator.ToLean(_ => variable)})"];
            List<string> below = [.. scale.IsOne ? [] : new[] { scale.ToString(CultureInfo.InvariantCulture) }];
            below.AddRange(denominator.Parts.Select(p => Raised($"({p.Factor.ToLean(_ => variable)})", p.Exponent)));
            for (var i = 0; i < term.Exponents.Length; i++)
            {
                if (term.Exponents[i] != 0)
                {
                    (term.Exponents[i] > 0 ? above : below).Add(Raised(atom(i), Math.Abs(term.Exponents[i])));
                }
            }

            return string.Join(" * ", IsWritten(numerator, above.Count - 1) ? above : above.Skip(1)) + (below.Count == 0 ? string.Empty : $" / ({string.Join(" * ", below)})");
        }).ToList();
        return terms.Count == 0 ? "(0 : Rat)" : string.Join(" + ", terms);
    }

    private static bool Contains(Expression expression, string operators) => expression switch
    {
        Expression.Binary binary => operators.Contains(binary.Operator, StringComparison.Ordinal) || Contains(binary.Left, operators) || Contains(binary.Right, operators),
        Expression.Negate negate => operators.Contains('-', StringComparison.Ordinal) || Contains(negate.Inner, operators),
        Expression.Cast cast => Contains(cast.Inner, operators),
        Expression.Apply apply => Contains(apply.Argument, operators),
        _ => false,
    };

    private static string Raised(string text, int exponent) => exponent == 1 ? text : $"{text} ^ {exponent}";

    private HypergeometricSum? ReadValue(string function, int offset, string? itself)
    {
        if (offset == 0 && _closed.TryGetValue(function, out var form))
        {
            return form;
        }

        if (function == itself)
        {
            return offset == 0 ? HypergeometricSum.Atom(Number(function, () => new HypergeometricAtom(_ => function, RationalFunction.Zero, 0) { Next = (text, _) => text })) : null;
        }

        return AtomOf(function) is { } number ? At(number, offset) : null;
    }

    private HypergeometricSum At(int number, int offset)
    {
        var factor = Enumerable.Range(0, offset).Aggregate(RationalFunction.One, (product, i) => product * _atoms[number].Ratio.Shift(i));
        return HypergeometricSum.Atom(number) * HypergeometricSum.Of(factor);
    }

    /// <summary>The number of a sequence that is multiplied by a rational function at each step.</summary>
    private int? AtomOf(string function)
    {
        if (_numbers.TryGetValue(function, out var known))
        {
            return _atoms[known].Ratio.IsZero ? null : known;
        }

        if (RuleOf(function) is not { } rule || Start(rule) is not { IsZero: false } start || !IsExact(rule.Next, function))
        {
            return null;
        }

        // Read with itself as an atom of its own, in a setting of its own.
        var alone = new SumSetting(_rules, _functions);
        if (alone.Read(rule.Next, rule.Index, function)?.Terms.ToList() is not [var only] || alone._numbers.Count != 1 || only.Exponents is not [1])
        {
            return null;
        }

        return Number(function, () => new HypergeometricAtom(at => ValueText(function, at), only.Factor, start)
        {
            Function = function,
            Next = (text, at) => ExpressionText.Of(rule.Next, inner => inner switch
            {
                Expression.Cast { Inner: Expression.Variable { Name: var name } } when name == rule.Index => at,
                Expression.Variable { Name: var name } when name == rule.Index => at,
                Expression.Apply => text,
                _ => null,
            }),
        });
    }

    private SumSetting(IReadOnlyList<SequenceRule> rules, IReadOnlyList<Declaration> functions) => (_rules, _functions) = (rules, functions);

    private static Rational? Start(SequenceRule rule) => ExpressionText.Constant(rule.Given[0].Value) is { } value ? value : null;

    private HypergeometricSum? ReadPower(Expression.Binary power, string index, string? itself)
    {
        if (power.Right is Expression.Number { Value: var exponent })
        {
            return exponent <= 12 && Read(power.Left, index, itself) is { } @base
                ? Enumerable.Range(0, (int)exponent).Aggregate(HypergeometricSum.Of(RationalFunction.One), (product, _) => product * @base)
                : null;
        }

        if (PowerName(power.Left) is not { } name || Offset(power.Right, index) is not { } offset)
        {
            return null;
        }

        var number = Number(name, () =>
        {
            var value = ExpressionText.Constant(power.Left)!.Value;
            return new HypergeometricAtom(at => $"({name} : Rat) ^ {at}", RationalFunction.Constant(value), 1) { Next = (text, _) => $"({text} * {name})" };
        });
        return At(number, offset);
    }

    /// <summary>A positive whole number's text; null for other terms.</summary>
    private static string? PowerName(Expression @base) => ExpressionText.Constant(@base) is { Sign: > 0 } value ? value.ToString(CultureInfo.InvariantCulture) : null;

    private int Number(string name, Func<HypergeometricAtom> make)
    {
        if (!_numbers.TryGetValue(name, out var number))
        {
            _numbers[name] = number = _atoms.Count;
            _atoms.Add(make());
        }

        return number;
    }

    /// <summary>The k of <c>n + k</c>; null for other terms, and for k above 2.</summary>
    private static int? Offset(Expression expression, string index) => expression switch
    {
        Expression.Variable { Name: var name } when name == index => 0,
        Expression.Binary { Operator: '+', Left: Expression.Variable { Name: var name }, Right: Expression.Number { Value: var k } } when name == index && k <= 2 => (int)k,
        _ => null,
    };
}
