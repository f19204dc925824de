using System.Numerics;
using Prover.Core.Formalization.Examination.Evaluation;
using Prover.Core.Formalization.Examination.Reading;
using Prover.Core.Refutation.Values;

namespace Prover.Core.Refutation.Searching;

/// <summary>Gives values to all variables that meet the hypotheses, in boxes that grow: first those whose values all have rank 0 in their streams, then those up to rank 1,
/// and so on. A variable that an equation among the hypotheses determines is solved for instead.</summary>
/// <param name="premises">The hypotheses.</param>
/// <param name="order">The variables, in the order in which they are given values.</param>
/// <param name="streams">The values of each, by its name.</param>
/// <param name="start">Values of the functions.</param>
/// <param name="work">Ends the search where it is spent.</param>
internal sealed class AssignmentSearch(
    IReadOnlyList<Premise> premises, IReadOnlyList<Binding> order, IReadOnlyDictionary<string, ValueStream> streams, Valuation start, WorkMeter work)
{
    private bool _grew;

    /// <summary>The assignments, each with whether its hypotheses hold for certain. The same object each time: copy what is kept.</summary>
    public IEnumerable<(Valuation Values, bool IsCertain)> Run()
    {
        for (var level = 0; !work.IsSpent; level++)
        {
            _grew = false;
            foreach (var found in Extend([.. order.Select(v => v.Name)], level, level == 0, true))
            {
                yield return (start, found);
            }

            if (!_grew && level > 0)
            {
                yield break;
            }
        }
    }

    private IEnumerable<bool> Extend(List<string> open, int level, bool isNew, bool isCertain)
    {
        if (open.Count == 0)
        {
            if (isNew)
            {
                yield return isCertain;
            }

            yield break;
        }

        if (Solved(open) is var (determined, roots))
        {
            foreach (var root in roots)
            {
                if (Assign(determined, root, open) is { } certain)
                {
                    foreach (var found in Extend([.. open.Where(o => o != determined)], level, isNew, isCertain && certain))
                    {
                        yield return found;
                    }
                }
            }

            start[determined] = null;
            yield break;
        }

        var name = open[0];
        var rest = open.GetRange(1, open.Count - 1);

        // The last one that is free can still make the tuple one that no smaller box holds.
        for (var rank = !isNew && AreDetermined(rest) ? level : 0; rank <= level && !work.IsSpent && streams[name].TryGet(rank, out var value); rank++)
        {
            _grew |= rank == level;
            if (Assign(name, value, open) is { } certain)
            {
                foreach (var found in Extend(rest, level, isNew || rank == level, isCertain && certain))
                {
                    yield return found;
                }
            }
        }

        start[name] = null;
    }

    /// <summary>An open variable that a hypothesis determines, with its values; null where there is none.</summary>
    private (string Name, IReadOnlyList<BigInteger> Roots)? Solved(List<string> open)
    {
        foreach (var premise in premises)
        {
            if (premise.IsSolvable && premise.Unknowns.Where(open.Contains).Take(2).ToList() is [var only])
            {
                work.Spend(8 * premise.Size);
                if (premise.Solve(only, start) is { } roots)
                {
                    return (only, roots);
                }
            }
        }

        return null;
    }

    /// <summary>Whether equations determine all variables that are left, one after the other.</summary>
    private bool AreDetermined(List<string> open)
    {
        List<string> left = [.. open];
        while (left.Count > 0)
        {
            if (premises.Where(p => p.IsSolvable).Select(p => p.Unknowns.Where(left.Contains).Take(2).ToList()).FirstOrDefault(u => u.Count == 1) is not [var next])
            {
                return false;
            }

            left.Remove(next);
        }

        return true;
    }

    /// <summary>Gives a variable its value: whether what can be evaluated now holds for certain; null where something does not hold.</summary>
    private bool? Assign(string name, BigInteger value, List<string> open)
    {
        if (value.Sign < 0 && order.First(v => v.Name == name).Type == NumberType.Nat)
        {
            return null;
        }

        start[name] = value;
        var isCertain = true;
        foreach (var premise in premises)
        {
            if (premise.Unknowns.Contains(name) && !premise.Unknowns.Any(u => u != name && open.Contains(u)))
            {
                var outcome = PropositionEvaluator.Evaluate(premise.Proposition, start, out var steps);
                work.Spend(steps * premise.Size);
                if (outcome is not { Value: true } holds)
                {
                    // What is too large to be evaluated here would be too large for Lean, too.
                    return null;
                }

                isCertain &= holds.IsCertain;
            }
        }

        return isCertain;
    }
}
