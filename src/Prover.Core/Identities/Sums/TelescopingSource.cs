using Prover.Core.Identities.Inequalities;
using Prover.Core.Identities.Sequences;
using Prover.Core.Sampling.Portfolio;
using Prover.Core.Sampling.Portfolio.Expressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Identities.Sums;

/// <summary>Sums of hypergeometric terms, <c>S (n + 1) = S n + t n</c> with t a product of a rational function, powers and factorial-like sequences: finds
/// the closed form that the statement does not give, and shows equations and inequalities by it.</summary>
/// <remarks>All is shown over the rational numbers, whatever the type of the sequences.</remarks>
internal sealed class TelescopingSource : ICertificateSource
{
    /// <inheritdoc />
    public string Class => "telescoping";

    /// <inheritdoc />
    public IEnumerable<Finding> Find(IdentityGoal goal, CancellationToken cancellationToken)
    {
        if (Claim(goal.Conclusion) is not var (smaller, larger, sign) || ExpressionParser.Parse(smaller) is not { } left || ExpressionParser.Parse(larger) is not { } right)
        {
            yield break;
        }

        foreach (var index in ClosureSource.Variables(goal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var sums = new ClosedSums(new SumSetting(goal.Features));
            foreach (var function in goal.Features.Functions.Where(f => LeanNames.Mentions(goal.Conclusion, f.Name)))
            {
                sums.Close(function.Name);
            }

            if (sums.Steps.Count > 0 && sums.Setting.Read(left, index) is { } l && sums.Setting.Read(right, index) is { } r
                && IsExact(sums.Setting, goal, left) && IsExact(sums.Setting, goal, right) && Prove(goal, sums, sign, (left, l), (right, r), index) is { } finding)
            {
                yield return finding;
            }
        }
    }

    private static Finding? Prove(
        IdentityGoal goal, ClosedSums sums, string sign, (Expression Text, HypergeometricSum Value) left, (Expression Text, HypergeometricSum Value) right, string index)
    {
        var setting = sums.Setting;
        if (setting.Atoms.Any(a => !a.IsPositive))
        {
            return null;
        }

        var helpers = new HelperList();
        var lemmas = new SumLemmas(setting, helpers);
        var (from, bound) = Start(goal, index);
        var (l, r) = (setting.WriteAbstract(left.Text, index), setting.WriteAbstract(right.Text, index));
        var denominators = sums.Denominators.Concat(left.Value.Terms.Concat(right.Value.Terms).Select(t => t.Factor.Denominator)).ToList();
        if (denominators.Exists(d => !Signs.IsPositive(d, from)))
        {
            return null;
        }

        var difference = right.Value - left.Value;
        var name = sign != "=" ? lemmas.Less(l, r, sign == "<", difference, from, denominators)
            : difference.IsZero ? lemmas.Equal(l, r, denominators) : null;
        if (name is null || sums.Script(lemmas, helpers) is not { } opening)
        {
            return null;
        }

        return new Finding(
            string.Join("; ", sums.Steps.Select(s => $"{s.Rule.Function} n = {setting.Form(s.Form, "n").Replace("(n : Rat)", "n", StringComparison.Ordinal)}")),
            Script.Lines(
            [
                opening,
                $"have claim : {setting.Write(left.Text, index, index)} {sign} {setting.Write(right.Text, index, index)} := by",
                .. sums.Steps.Select(s => $"  try rw [closed_{s.Rule.Function} {index}]"),
                .. sums.Rewrites(index).Select(t => "  " + t),

                // Rewriting may have ended it.
                $"  all_goals exact {name} {lemmas.Arguments(index, bound)}",
                "first | exact claim | exact_mod_cast claim",
            ]))
        {
            Helpers = $"{SumLemmas.Quotients}\n\n{helpers.Text}",
        };
    }

    /// <summary>From where on the claim is made, and a proof of that over the rational numbers.</summary>
    private static (int From, string Proof) Start(IdentityGoal goal, string index)
    {
        var from = PowerGrowthSource.LowerBound(goal, index);
        return (from, from == 0 ? $"(nonneg {index})" : $"(by exact_mod_cast (show {from} ≤ {index} by omega))");
    }

    private static bool IsExact(SumSetting setting, IdentityGoal goal, Expression term) =>
        goal.Features.Functions.Where(f => LeanNames.Mentions(goal.Conclusion, f.Name)).All(f => setting.IsExact(term, f.Name));

    /// <summary>The two sides, the smaller one first.</summary>
    private static (string Left, string Right, string Sign)? Claim(string text) =>
        Inequality.Read(text) is var (smaller, larger, isStrict) ? (smaller, larger, isStrict ? "<" : "≤")
        : TopLevel.Split(text, " = ") is [var left, var right] ? (left, right, "=")
        : null;
}
