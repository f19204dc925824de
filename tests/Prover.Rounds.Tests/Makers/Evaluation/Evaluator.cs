using System.Globalization;
using System.Numerics;
using Prover.Rounds.Problems.Syntax;

namespace Prover.Rounds.Tests.Makers.Evaluation;

/// <summary>Computes what a statement says at given values. Written for the tests, apart from what makes the statements.</summary>
internal sealed class Evaluator
{
    private const int MaxExponent = 2000;

    public Dictionary<int, string> Types { get; } = [];

    public Dictionary<int, BigInteger> Numbers { get; } = [];

    public Dictionary<int, bool> Truths { get; } = [];

    public Dictionary<int, Func<BigInteger, BigInteger>> Functions { get; } = [];

    public Dictionary<int, Func<BigInteger, bool>> Predicates { get; } = [];

    public int Reach { get; init; } = 7;

    /// <summary>Null where no witness was found, which says nothing.</summary>
    public bool? Holds(Expression e)
    {
        switch (e)
        {
            case Expression.Variable v:
                return Truths[v.Id];
            case Expression.Application { Function: Expression.Variable p, Arguments: [var argument] }:
                return Predicates[p.Id](Value(argument, "Nat"));
            case Expression.Prefix { Operator: "¬" } negation:
                return !Holds(negation.Inner);
            case Expression.Binary { Operator: "∧" } b:
                return Holds(b.Left) is not { } l ? (Holds(b.Right) == false ? false : null) : l ? Holds(b.Right) : false;
            case Expression.Binary { Operator: "∨" } b:
                return Holds(b.Left) is not { } m ? (Holds(b.Right) == true ? true : null) : m ? true : Holds(b.Right);
            case Expression.Binary { Operator: "→" } b:
                return Holds(b.Left) is not { } n ? (Holds(b.Right) == true ? true : null) : n ? Holds(b.Right) : true;
            case Expression.Binary { Operator: "↔" } b:
                // Quantifiers reach no farther than is looked: where the sides differ, that may be why.
                return Holds(b.Left) is { } x && Holds(b.Right) is { } y && (x == y || !b.All.Any(p => p is Expression.Bound)) ? x == y : null;
            case Expression.Binary b:
                var type = TypeOf(b.Left) ?? TypeOf(b.Right) ?? "Nat";
                var (left, right) = (Value(b.Left, type), Value(b.Right, type));
                return b.Operator switch
                {
                    "=" => left == right,
                    "≠" => left != right,
                    "<" => left < right,
                    "≤" => left <= right,
                    ">" => left > right,
                    "∣" => left.IsZero ? right.IsZero : (right % left).IsZero,
                    _ => throw new NotSupportedException(b.Operator),
                };
            case Expression.Bound { Kind: "∀" } all:
                return Range(all).Select(v => At(all, v)).Aggregate((bool?)true, (sofar, now) => sofar == false || now == false ? false : sofar is null ? null : now);
            case Expression.Bound { Kind: "∃" } some:
                return Range(some).Any(v => At(some, v) == true) ? true : null;
            default:
                throw new NotSupportedException($"{e}");
        }
    }

    public BigInteger Value(Expression e, string type)
    {
        switch (e)
        {
            case Expression.Word w:
                return BigInteger.Parse(w.Text, CultureInfo.InvariantCulture);
            case Expression.Variable v:
                return Numbers[v.Id];
            case Expression.Ascription a:
                return Value(a.Inner, ((Expression.Word)a.Type).Text);
            case Expression.Prefix { Operator: "-" } negation:
                return -Value(negation.Inner, type);
            case Expression.Application { Function: Expression.Variable f, Arguments: [var argument] }:
                return Functions[f.Id](Value(argument, Types[f.Id].Split('→')[0]));
            case Expression.Application { Function: Expression.Word { Text: "Nat.gcd" }, Arguments: [var a, var b] }:
                return BigInteger.GreatestCommonDivisor(Value(a, "Nat"), Value(b, "Nat"));
            case Expression.Binary { Operator: "^" } power:
                var exponent = Value(power.Right, "Nat");
                return exponent <= MaxExponent ? BigInteger.Pow(Value(power.Left, type), (int)exponent) : throw new NotSupportedException("A large power.");
            case Expression.Binary binary:
                var (left, right) = (Value(binary.Left, type), Value(binary.Right, type));
                return binary.Operator switch
                {
                    "+" => left + right,
                    "*" => left * right,
                    "-" => type == "Nat" && right > left ? 0 : left - right,
                    "/" => right.IsZero ? 0 : (left % right).IsZero ? left / right : throw new InexactException(),
                    "%" => ((left % right) + BigInteger.Abs(right)) % BigInteger.Abs(right),
                    _ => throw new NotSupportedException(binary.Operator),
                };
            default:
                throw new NotSupportedException($"{e}");
        }
    }

    private bool? At(Expression.Bound bound, BigInteger value)
    {
        Numbers[bound.Over.Id] = value;
        return Holds(bound.Body);
    }

    private IEnumerable<BigInteger> Range(Expression.Bound bound)
    {
        // Where the type is not written it is what the variable is used as: an argument's type, or natural.
        var type = (bound.Type as Expression.Word)?.Text ?? bound.Body.All.OfType<Expression.Application>()
            .Where(a => a.Function is Expression.Variable && a.Arguments[0].All.Any(x => x is Expression.Variable v && v.Id == bound.Over.Id))
            .Select(a => Types[((Expression.Variable)a.Function).Id].Split('→')[0]).FirstOrDefault("Nat");
        Types[bound.Over.Id] = type;
        var reach = bound.Kind == "∃" ? 20 * Reach : Reach;
        return Enumerable.Range(0, reach).SelectMany(i => type is "Int" or "ℝ" && i > 0 ? new BigInteger[] { i, -i } : [i]);
    }

    private string? TypeOf(Expression e) => e switch
    {
        Expression.Variable v => Types[v.Id],
        Expression.Ascription { Type: Expression.Word w } => w.Text,
        Expression.Prefix p => TypeOf(p.Inner),
        Expression.Application { Function: Expression.Variable f } => Types[f.Id].Split('→')[^1],
        Expression.Application => "Nat",
        Expression.Binary { Operator: "^" } power => TypeOf(power.Left),
        Expression.Binary b => TypeOf(b.Left) ?? TypeOf(b.Right),
        _ => null,
    };
}

/// <summary>A quotient that is no whole number: this looks at whole numbers only.</summary>
internal sealed class InexactException : Exception;
