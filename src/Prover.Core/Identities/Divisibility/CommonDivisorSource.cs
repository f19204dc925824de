using Prover.Core.Identities.Algebra;
using Prover.Core.Sampling.Portfolio;
using Prover.Core.Sampling.Portfolio.Expressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Identities.Divisibility;

/// <summary><c>d ∣ C</c> from <c>d ∣ A</c> and <c>d ∣ B</c>: C as a combination of A and B with integer polynomials.</summary>
internal sealed class CommonDivisorSource : ICertificateSource
{
    /// <inheritdoc />
    public string Class => "divisibility";

    /// <inheritdoc />
    public IEnumerable<Finding> Find(IdentityGoal goal, CancellationToken cancellationToken)
    {
        var names = goal.Features.Scalars.Select(s => s.Name).ToList();
        if (TopLevel.Split(goal.Conclusion, " ∣ ") is not [var divisor, var dividend] || !names.Contains(divisor)
            || !goal.Features.Scalars.Exists(s => s.Name == divisor && s.Kind == NumberKind.Int) || Read(dividend, names) is not { } target)
        {
            yield break;
        }

        var known = goal.Features.Hypotheses.Select(h => (h.Name, Sides: TopLevel.Split(h.Type, " ∣ ")))
            .Where(h => h.Sides.Count == 2 && h.Sides[0] == divisor).Select(h => (h.Name, Text: h.Sides[1], Value: Read(h.Sides[1], names)))
            .Where(h => h.Value is not null).ToList();
        if (known.Count == 0 || GroebnerBasis.Of([.. known.Select(k => k.Value!)], cancellationToken).Cofactors(target) is not { } cofactors
            || cofactors.Any(c => !c.IsIntegral))
        {
            yield break;
        }

        string Name(int i) => goal.Features.Scalars[i].Kind == NumberKind.Nat ? $"({names[i]} : Int)" : names[i];
        var sum = string.Join(" + ", known.Select((k, i) => $"({cofactors[i].ToLean(Name)}) * ({k.Value!.ToLean(Name)})"));
        var proof = known.Select((k, i) => $"(Int.dvd_mul_of_dvd_right y{i})").Aggregate((a, b) => $"(Int.dvd_add {a} {b})");
        yield return new Finding(
            $"{dividend} = {string.Join(" + ", known.Select((k, i) => $"({cofactors[i].ToLean(j => names[j])})·({k.Text})"))}",
            Script.Lines(
            [
                .. known.Select((k, i) => $"have y{i} : {divisor} ∣ {k.Value!.ToLean(Name)} := by have y := {k.Name}; first | exact y | grind"),
                $"have s : {divisor} ∣ {sum} := {proof}",
                $"have id : {sum} = {target.ToLean(Name)} := by clear {string.Join(' ', known.Select((k, i) => $"y{i}"))} s; grind",
                "rw [id] at s",
                "first | exact s | grind",
            ]));
    }

    private static Polynomial? Read(string text, List<string> names) => Polynomial.Parse(text.Replace("↑", string.Empty, StringComparison.Ordinal), names);
}
