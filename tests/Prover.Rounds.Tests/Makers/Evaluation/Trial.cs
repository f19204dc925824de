using System.Globalization;
using System.Numerics;
using Prover.Rounds.Problems.Syntax;

namespace Prover.Rounds.Tests.Makers.Evaluation;

/// <summary>Looks for values that satisfy a statement's hypotheses, and says what its conclusion is there.</summary>
internal static class Trial
{
    private const int MaxTries = 1500;
    private const int MaxPoints = 25;

    /// <summary>The conclusion's truth at the points found: none where the hypotheses held nowhere that was looked.</summary>
    public static List<bool?> Of(Statement statement, Random random, int tries = MaxTries)
    {
        var found = new List<bool?>();
        tries = statement.Binders.Count == 0 ? 1 : tries;
        for (var i = 0; i < tries && found.Count < MaxPoints; i++)
        {
            var at = new Evaluator { Reach = i < 2 ? 9 : 5 };
            foreach (var variable in statement.Variables)
            {
                Choose(at, variable, random, wide: i % 3 == 2);
            }

            Define(at, statement, random);
            try
            {
                if (statement.Hypotheses.OrderBy(h => h.Type is Expression.Bound).All(h => at.Holds(h.Type) == true))
                {
                    found.Add(at.Holds(statement.Conclusion));
                }
            }
            catch (InexactException)
            {
                // Nothing is known at this point.
            }
        }

        return found;
    }

    private static void Choose(Evaluator at, Binder variable, Random random, bool wide)
    {
        var (id, type) = (variable.Id!.Value, ExpressionWriter.Of(variable.Type).Replace(" ", string.Empty, StringComparison.Ordinal));
        at.Types[id] = type;
        var (size, k) = (wide ? 40 : 9, random.Next(1, 5));
        switch (type)
        {
            case "Nat":
                at.Numbers[id] = random.Next(0, size);
                break;
            case "Int" or "ℝ":
                at.Numbers[id] = random.Next(-size, size + 1);
                break;
            case "Prop":
                at.Truths[id] = random.Next(2) == 0;
                break;
            case "Nat→Prop":
                var bits = random.Next();
                at.Predicates[id] = random.Next(3) switch { 0 => x => ((bits >> (int)(x % k)) & 1) == 1, 1 => x => x >= k, _ => x => (x % k).IsZero };
                break;
            default:
                at.Functions[id] = Function(random, random.Next(0, 6), k);
                break;
        }
    }

    private static Func<BigInteger, BigInteger> Function(Random random, int kind, int k)
    {
        var (b, c) = (random.Next(0, 12), random.Next(0, 4));
        return kind switch
        {
            0 => x => k * x,
            1 => x => (k * x) + b,
            2 => x => x % k,
            3 => x => (c * x * x) + (k * x),
            4 => x => BigInteger.Max(c, b - (k * x)),
            _ => x => x.IsEven ? x + 1 : x - 1,
        };
    }

    /// <summary>Takes functions as hypotheses give them: values, recurrences, and the polynomial or power that fits one known value.</summary>
    private static void Define(Evaluator at, Statement statement, Random random)
    {
        var equations = statement.Hypotheses.Select(h => h.Type).ToList();
        foreach (var function in statement.Variables.Where(v => at.Functions.ContainsKey(v.Id!.Value)))
        {
            var id = function.Id!.Value;
            var bases = equations.OfType<Expression.Binary>().Where(e => e.Operator == "=" && IsCall(e.Left, id) && Argument(e.Left) is Expression.Word)
                .ToDictionary(e => BigInteger.Parse(((Expression.Word)Argument(e.Left)).Text, CultureInfo.InvariantCulture), e => at.Value(e.Right, "Int"));
            var step = equations.OfType<Expression.Bound>().FirstOrDefault(e =>
                e.Body is Expression.Binary { Operator: "=" } b && IsCall(b.Left, id) && (Argument(b.Left) is Expression.Variable || Argument(b.Left) is Expression.Binary { Operator: "+", Right: Expression.Word }) && !IsPeriodic(b));
            if (step is { Body: Expression.Binary equation })
            {
                var shift = Argument(equation.Left) is Expression.Binary { Right: Expression.Word w } ? BigInteger.Parse(w.Text, CultureInfo.InvariantCulture) : 0;
                at.Types[step.Over.Id] = at.Types[id].Split('→')[0];
                var known = new Dictionary<BigInteger, BigInteger>(bases);
                at.Functions[id] = n => known.TryGetValue(n, out var value) ? value : known[n] = AtStep(n);

                BigInteger AtStep(BigInteger n)
                {
                    var hidden = at.Numbers.TryGetValue(step.Over.Id, out var old) ? old : 0;
                    at.Numbers[step.Over.Id] = n - shift;
                    var value = at.Value(equation.Right, at.Types[id].Split('→')[1]);
                    at.Numbers[step.Over.Id] = hidden;
                    return value;
                }
            }
            else if (bases.Keys.FirstOrDefault(k => k > 0) is { IsZero: false } k)
            {
                var (value, zero, c) = (bases[k], bases.GetValueOrDefault(0), random.Next(0, 12));
                var root = Enumerable.Range(0, 20).Select(r => (BigInteger)r).FirstOrDefault(r => BigInteger.Pow(r, (int)k) == value);
                at.Functions[id] = random.Next(4) switch
                {
                    0 => n => (value - zero) / k * n + zero,
                    1 => n => n < 0 ? 0 : BigInteger.Pow(root, (int)n),
                    2 => n => (c * n * n) + ((value - c) * n),
                    _ => n => ((value - c) / k * n) + c,
                };
            }
        }
    }

    private static bool IsPeriodic(Expression.Binary equation) => equation.Right is Expression.Application { Arguments: [Expression.Variable] };

    private static bool IsCall(Expression e, int function) => e is Expression.Application { Function: Expression.Variable v, Arguments: [_] } && v.Id == function;

    private static Expression Argument(Expression call) => ((Expression.Application)call).Arguments[0];
}
