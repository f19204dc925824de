using System.Numerics;
using Prover.Core.Formalization.Examination.Evaluation;
using Prover.Core.Formalization.Examination.Reading;

namespace Prover.Core.Refutation.Functions;

/// <summary>A function that hypotheses define by recursion, <c>f 0 = 0</c>, <c>f 1 = 1</c>, <c>∀ n, f (n + 2) = f (n + 1) + f n</c>, as Lean writes it without a
/// definition of its own: by a recursor whose state holds as many neighbours as the recursion looks back.</summary>
internal static class RecursiveFunction
{
    /// <summary>The definitions, one for each choice of the values that no hypothesis gives; none where the hypotheses define nothing.</summary>
    public static IReadOnlyList<ConcreteFunction> Of(Binding variable, Telescope statement)
    {
        if (variable.Argument != NumberType.Nat || Recurrences.StepOf(statement, variable.Name) is not var (index, offset, body) || offset > 4)
        {
            return [];
        }

        var order = (int)offset;
        var bases = new Dictionary<int, Term>();
        foreach (var (at, value) in Recurrences.BasesOf(statement, variable.Name).Where(b => b.Key < order))
        {
            bases[(int)at] = value;
        }

        if (bases.Values.Any(b => b is not Term.Number) || !IsClosed(body, variable.Name, index, order))
        {
            return [];
        }

        var starts = bases.Count == order ? [0] : new BigInteger[] { 0, 1, 2, 3 };
        return [.. starts.Select(start => Define(variable, order, k => bases.GetValueOrDefault(k) is Term.Number given ? given.Value : start, index, body))];
    }

    private static ConcreteFunction Define(Binding variable, int order, Func<int, BigInteger> first, string index, Term body)
    {
        var type = $"{variable.Type}";
        var state = string.Join(" × ", Enumerable.Repeat(type, order));
        var seed = order == 1 ? $"({first(0)} : {type})" : $"({string.Join(", ", Enumerable.Range(0, order).Select(k => $"({first(k)} : {type})"))})";
        var next = PropositionWriter.Of(Resolve(body, variable.Name, index, order));
        var step = order == 1 ? next : $"({string.Join(", ", Enumerable.Range(1, order - 1).Select(k => Projection(k, order)).Append(next))})";
        var text = $"fun (m : Nat) => ((Nat.rec (motive := fun _ => {state}) {seed} (fun ({StepIndex} : Nat) ({State} : {state}) => {step}) m : {state}){(order == 1 ? string.Empty : ".1")} : {type})";

        var known = new List<BigInteger>();
        return new ConcreteFunction(text, Value);

        BigInteger? Value(BigInteger at)
        {
            if (at.Sign < 0 || at > MaxIndex)
            {
                return null;
            }

            while (known.Count <= at)
            {
                var k = known.Count;
                if (k < order)
                {
                    known.Add(first(k));
                    continue;
                }

                var values = new Valuation { [index] = k - order };
                values.Define(variable.Name, i => i >= 0 && i < known.Count ? known[(int)i] : null);
                if (TermEvaluator.Evaluate(body, values) is not { } next)
                {
                    return null;
                }

                known.Add(next);
            }

            return known[(int)at];
        }
    }

    // Lean evaluates the recursor as deep as the index.
    private const int MaxIndex = 1_500;
    private const string StepIndex = "recAt";
    private const string State = "recState";

    /// <summary>The neighbour number <paramref name="k"/> in the state.</summary>
    private static string Projection(int k, int order) =>
        order == 1 ? State : State + string.Concat(Enumerable.Repeat(".2", k)) + (k == order - 1 ? string.Empty : ".1");

    /// <summary>Whether the body holds the index, numbers and the neighbours only.</summary>
    private static bool IsClosed(Term body, string function, string index, int order) => body switch
    {
        Term.Number => true,
        Term.Variable v => v.Name == index,
        Term.Call call when call.Function == function => Neighbour(call, index) is { } k && k < order,
        Term.RangeSum => false,
        _ => body.Parts.All(p => IsClosed(p, function, index, order)),
    };

    private static int? Neighbour(Term.Call call, string index) => call.Arguments switch
    {
        [Term.Variable v] when v.Name == index => 0,
        [Term.Binary { Operator: '+', Left: Term.Variable v, Right: Term.Number { Value: var k } }] when v.Name == index && k < 10 => (int)k,
        _ => null,
    };

    private static Term Resolve(Term body, string function, string index, int order) => body switch
    {
        Term.Variable => new Term.Variable(StepIndex, NumberType.Nat),
        Term.Call call when call.Function == function => new Term.Variable(Projection(Neighbour(call, index)!.Value, order), call.Type),
        Term.Call call => call with { Arguments = [.. call.Arguments.Select(a => Resolve(a, function, index, order))] },
        Term.Negate negate => new Term.Negate(Resolve(negate.Inner, function, index, order)),
        Term.Cast cast => new Term.Cast(Resolve(cast.Inner, function, index, order)),
        Term.Binary binary => binary with { Left = Resolve(binary.Left, function, index, order), Right = Resolve(binary.Right, function, index, order) },
        _ => body,
    };
}
