using Prover.Core.Formalization.Examination.Evaluation;
using Prover.Core.Formalization.Examination.Reading;
using Prover.Core.Refutation.Functions;
using Prover.Core.Refutation.Values;

namespace Prover.Core.Refutation.Searching;

/// <summary>Looks for values at which the hypotheses hold and the conclusion does not: small ones, then structured ones, then one structured among small ones.</summary>
/// <param name="statement">The statement.</param>
/// <param name="options">Limits.</param>
/// <param name="cancellationToken">Ends the search with an exception.</param>
internal sealed class CounterexampleSearch(Telescope statement, RefutationOptions options, CancellationToken cancellationToken)
{
    private const int MaxCombinations = 60;

    private readonly IReadOnlyList<Binding> _numbers = [.. statement.Variables.Where(v => v.Argument is null)];
    private readonly IReadOnlyList<Premise> _premises = Premise.Of(statement);
    private readonly Dictionary<string, VariableFacts> _facts =
        statement.Variables.Where(v => v.Argument is null).ToDictionary(v => v.Name, v => VariableFacts.Of(v, statement), StringComparer.Ordinal);
    private readonly int _conclusionSize = Names.StepSize(statement.Conclusion);

    /// <summary>What was found, in the order in which it was. Lazy.</summary>
    public IEnumerable<FoundValues> Run()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var functions = Combinations();
        foreach (var (plan, share) in Plans())
        {
            foreach (var chosen in functions)
            {
                var allowed = (long)(options.MaxWork * share / functions.Count);
                foreach (var found in Search(plan, chosen, Math.Max(allowed, 20_000)))
                {
                    if (seen.Add($"{string.Join(' ', chosen.Values.Select(f => f.Text))} {found.Values}"))
                    {
                        yield return found;
                    }
                }
            }
        }
    }

    private IEnumerable<FoundValues> Search(SearchPlan plan, IReadOnlyDictionary<string, ConcreteFunction> functions, long allowed)
    {
        var values = new Valuation();
        foreach (var (name, function) in functions)
        {
            values.Define(name, function.Value);
        }

        // What holds of the functions alone is known before any number is.
        if (Holds(values) is not { } holds)
        {
            yield break;
        }

        var work = new WorkMeter(allowed, cancellationToken);
        var streams = plan.Order.ToDictionary(v => v.Name, v => plan.Stream(_facts[v.Name], work), StringComparer.Ordinal);
        foreach (var (assigned, isCertain) in new AssignmentSearch(_premises, plan.Order, streams, values, work).Run())
        {
            var outcome = PropositionEvaluator.Evaluate(statement.Conclusion, assigned, out var steps);
            work.Spend(steps * _conclusionSize);
            if (outcome is { Value: false } fails)
            {
                var kept = new Valuation(assigned.Numbers);
                foreach (var (name, function) in functions)
                {
                    kept.Define(name, function.Value);
                }

                yield return new FoundValues(kept, functions, plan.How, holds && isCertain && fails.IsCertain);
            }
        }
    }

    /// <summary>Whether the hypotheses without numbers hold for certain; null where one does not hold.</summary>
    private bool? Holds(Valuation values)
    {
        var isCertain = true;
        foreach (var premise in _premises.Where(p => p.Unknowns.Count == 0))
        {
            if (PropositionEvaluator.Evaluate(premise.Proposition, values) is not { } outcome)
            {
                isCertain = false;
            }
            else if (!outcome.Value)
            {
                return null;
            }
            else
            {
                isCertain &= outcome.IsCertain;
            }
        }

        return isCertain;
    }

    private IEnumerable<(SearchPlan Plan, double Share)> Plans()
    {
        var orders = Orders();
        var own = StructuredValues.Own(statement);
        var structured = StructuredValues.Of(statement);
        ValueStream Small(VariableFacts facts, WorkMeter work) => ValueStream.Small(facts, options.MaxValues, work.Spend);
        ValueStream Own(VariableFacts facts, WorkMeter work) => ValueStream.Chosen(own, facts, options.MaxValues, work.Spend);
        ValueStream Structured(VariableFacts facts, WorkMeter work) => ValueStream.Chosen(structured, facts, options.MaxValues, work.Spend);
        foreach (var order in orders)
        {
            yield return (new SearchPlan("small", order, Small), (_numbers.Count == 1 ? 0.05 : 0.3) / orders.Count);
        }

        if (_numbers.Count == 0)
        {
            yield break;
        }

        foreach (var order in orders)
        {
            yield return (new SearchPlan("numerals", order, Own), 0.1 / orders.Count);
        }

        foreach (var order in orders)
        {
            yield return (new SearchPlan("structured", order, Structured), (_numbers.Count == 1 ? 0.15 : 0.3) / orders.Count);
        }

        if (_numbers.Count == 1)
        {
            yield return (new SearchPlan("small", orders[0], (facts, work) => ValueStream.Small(facts, int.MaxValue, work.Spend)), 0.7);
            yield break;
        }

        // One that goes far, while the others stay where most of what can be said of them shows.
        ValueStream Near(VariableFacts facts, WorkMeter work) => ValueStream.Small(facts, Few(), work.Spend);
        foreach (var (order, far) in orders.SelectMany(o => _numbers.Select(n => (o, n))))
        {
            yield return (new SearchPlan("one-structured", order, (facts, work) => facts.Variable == far ? Structured(facts, work) : Near(facts, work)), 0.15 / (orders.Count * _numbers.Count));
            yield return (new SearchPlan("one-far", order, (facts, work) => facts.Variable == far ? Small(facts, work) : Near(facts, work)), 0.15 / (orders.Count * _numbers.Count));
        }
    }

    private int Few() => _numbers.Count switch { 2 => 24, 3 => 8, _ => 4 };

    /// <summary>The variables in their own order; where equations can be solved, each of them last once, since what is solved for is what comes last.</summary>
    private List<IReadOnlyList<Binding>> Orders() =>
        _premises.Any(p => p.Unknowns.Count > 1 && p.Proposition is Proposition.Comparison { Relation: '=' })
            ? [.. Enumerable.Range(0, _numbers.Count).Select(k => (IReadOnlyList<Binding>)[.. _numbers.Skip(k), .. _numbers.Take(k)]).Take(4)]
            : [_numbers];

    /// <summary>A choice for every function, simple ones first; one choice of none where there are no functions.</summary>
    private List<IReadOnlyDictionary<string, ConcreteFunction>> Combinations()
    {
        IEnumerable<(int Rank, IReadOnlyList<(string Name, ConcreteFunction Function)> Chosen)> all = [(0, [])];
        foreach (var variable in statement.Variables.Where(v => v.Argument is not null))
        {
            var choices = FunctionChoices.Of(variable, statement);
            all = [.. all.SelectMany(a => choices.Select((c, rank) => (a.Rank + rank, (IReadOnlyList<(string, ConcreteFunction)>)[.. a.Chosen, (variable.Name, c)])))
                .OrderBy(a => a.Item1).Take(MaxCombinations)];
        }

        return [.. all.Select(a => (IReadOnlyDictionary<string, ConcreteFunction>)a.Chosen.ToDictionary(c => c.Name, c => c.Function, StringComparer.Ordinal))];
    }
}
