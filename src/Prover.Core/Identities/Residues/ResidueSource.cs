using System.Numerics;
using Prover.Core.Identities.Sequences;
using Prover.Core.Sampling.Portfolio;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Identities.Residues;

/// <summary>Statements that depend on residues only: goes through all of them modulo a number that is searched for, in Lean's kernel. Powers of
/// variables run through their few residues, powers with variable exponents through a period; coprime factors of a divisor are treated one by
/// one (the Chinese remainder theorem). Equations without solutions get the modulus that shows it.</summary>
internal sealed class ResidueSource : ICertificateSource
{
    private const int MaxModulus = 260;
    private const int MaxCases = 6_000;

    /// <inheritdoc />
    public string Class => "congruence";

    /// <inheritdoc />
    public IEnumerable<Finding> Find(IdentityGoal goal, CancellationToken cancellationToken)
    {
        var helpers = new HelperList();
        var parts = TopLevel.Split(goal.Conclusion, " ↔ ").Count > 1 || TopLevel.Split(goal.Conclusion, " ∨ ").Count > 1
            ? [goal.Conclusion]
            : TopLevel.Split(goal.Conclusion, " ∧ ");
        var proofs = parts.Select(p => Prove(goal, p.Trim(), helpers, cancellationToken)).TakeWhile(p => p is not null).ToList();
        if (proofs.Count != parts.Count)
        {
            yield break;
        }

        var script = parts.Count == 1 ? proofs[0]!.Script : Script.Lines(proofs.Select((p, i) =>
            (i < parts.Count - 1 ? "refine ⟨?_, ?_⟩\n" : string.Empty) + Script.Bullet(p!.Script)));
        yield return new Finding(string.Join("; ", proofs.Select(p => p!.Summary)), script)
        {
            Helpers = helpers.Text,
            Class = goal.Features.Naturals.Any(n => LeanNames.InExponent(goal.Features.Statement, n.Name)) ? "powers" : Class,
            MaxHeartbeats = 800_000,
        };
    }

    /// <summary>A proof of one conclusion under the goal's hypotheses; null where no modulus is found.</summary>
    internal static Finding? Prove(IdentityGoal goal, string conclusion, HelperList helpers, CancellationToken cancellationToken)
    {
        if (Condition.Read(conclusion) is not { } claim)
        {
            return null;
        }

        var hypotheses = goal.Features.Hypotheses.Select(h => (h.Name, Condition: Condition.Read(h.Type)))
            .Where(h => h.Condition is not null && (h.Condition.Atoms().All(a => a is not Condition.Congruence { Modulus.IsZero: true }) || h.Condition is Condition.Congruence))
            .Select(h => new NamedCondition(h.Name, h.Condition!)).ToList();
        if (claim is Condition.Not { Inner: Condition.Congruence { Modulus.IsZero: true } equation })
        {
            var name = "hne";
            return Search(goal, [.. hypotheses, new NamedCondition(name, equation)], new Condition.Never(), helpers, cancellationToken) is { } found
                ? found with { Script = $"intro {name}\n{found.Script}" }
                : null;
        }

        if (claim.Atoms().Any(a => a is Condition.Congruence { Modulus.IsZero: true }))
        {
            return null;
        }

        return claim is Condition.Congruence { Right: null } divisibility && PrimePowers(divisibility.Modulus) is { Count: > 1 } factors
            ? ByFactors(goal, hypotheses, divisibility, factors, helpers, cancellationToken)
                ?? Search(goal, hypotheses, claim, helpers, cancellationToken)
            : Search(goal, hypotheses, claim, helpers, cancellationToken);
    }

    /// <summary>The prime powers whose product it is; empty for what is too large to factor at once.</summary>
    internal static List<int> PrimePowers(BigInteger number)
    {
        var powers = new List<int>();
        for (var prime = 2; number > 1; prime++)
        {
            var power = 1;
            while ((number % prime).IsZero)
            {
                (power, number) = (power * prime, number / prime);
            }

            if (power > 1)
            {
                powers.Add(power);
            }

            if (prime > 2_000)
            {
                return [];
            }
        }

        return powers;
    }

    private static Finding? ByFactors(
        IdentityGoal goal, List<NamedCondition> hypotheses, Condition.Congruence claim, List<int> factors, HelperList helpers, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        var summaries = new List<string>();
        var term = ExpressionText.Of(claim.Left);
        var type = ResidueProof.TypeOf(goal, claim.Left);
        foreach (var q in factors)
        {
            var part = new Condition.Congruence(claim.Left, null, q, $"({q} : {type}) ∣ {term}");
            var (known, weakened) = Weakened(goal, hypotheses, q);
            if (Search(goal, known, part, helpers, cancellationToken) is not { } found)
            {
                return null;
            }

            lines.Add($"have d{q} : {part.Text} := by\n{Script.Indent(Script.Lines([.. weakened, found.Script]))}");
            summaries.Add(found.Summary);
        }

        return new Finding(
            $"{claim.Modulus} = {string.Join(" · ", factors)} by the Chinese remainder theorem: {string.Join("; ", summaries)}",
            Script.Lines([.. lines, $"show ({claim.Modulus} : {type}) ∣ {term}", $"generalize {term} = w at *", "omega"]));
    }

    /// <summary>Hypotheses that speak of a multiple of q, as far as they speak of q.</summary>
    private static (List<NamedCondition> Known, List<string> Lines) Weakened(IdentityGoal goal, List<NamedCondition> hypotheses, int q)
    {
        var (known, lines) = (new List<NamedCondition>(), new List<string>());
        foreach (var hypothesis in hypotheses)
        {
            if (hypothesis.Condition is Condition.Congruence { Right: null } whole && whole.Modulus > q && (whole.Modulus % q).IsZero)
            {
                var (type, name) = (ResidueProof.TypeOf(goal, whole.Left), $"w{lines.Count}");
                var text = $"({q} : {type}) ∣ {ExpressionText.Of(whole.Left)}";
                known.Add(new NamedCondition(name, new Condition.Congruence(whole.Left, null, q, text)));
                lines.Add($"have {name} : {text} := {type}.dvd_trans (by decide) {hypothesis.Name}");
            }
            else
            {
                known.Add(hypothesis);
            }
        }

        return (known, lines);
    }

    private static Finding? Search(
        IdentityGoal goal, List<NamedCondition> hypotheses, Condition claim, HelperList helpers, CancellationToken cancellationToken)
    {
        bool IsVariable(string name) => goal.Features.Scalars.Exists(s => s.Name == name && s.Kind != NumberKind.Rat);
        var tried = new List<(Enumeration Enumeration, List<NamedCondition> Used)>();
        foreach (var modulus in Moduli(hypotheses, claim))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Enumeration.For(modulus, IsVariable, [.. hypotheses.Select(h => h.Condition)], claim) is { Cases: <= MaxCases } enumeration)
            {
                tried.Add((enumeration, [.. hypotheses.Where(h => enumeration.Hypotheses.Contains(h.Condition))]));
            }
        }

        return tried.OrderBy(t => t.Enumeration.Cases).ThenBy(t => t.Enumeration.Modulus).FirstOrDefault(t => t.Enumeration.Holds(cancellationToken)) is { Enumeration: not null } best
            ? ResidueProof.Write(goal, best.Enumeration, best.Used, helpers)
            : null;
    }

    private static IEnumerable<int> Moduli(List<NamedCondition> hypotheses, Condition claim)
    {
        var own = Lcm(claim.Atoms().OfType<Condition.Congruence>().Select(c => c.Modulus));
        if (own > MaxModulus * 4)
        {
            return [];
        }

        var all = Lcm(hypotheses.SelectMany(h => h.Condition.Atoms()).OfType<Condition.Congruence>().Select(c => c.Modulus).Append(own));
        var multiples = Enumerable.Range(1, MaxModulus).Select(t => own * t);
        return multiples.Prepend(all).Where(m => m > 1 && m <= MaxModulus * 4 && (m <= MaxModulus || m == own || m == all)).Distinct().Select(m => (int)m);
    }

    private static BigInteger Lcm(IEnumerable<BigInteger> numbers) => numbers.Where(n => !n.IsZero)
        .Aggregate(BigInteger.One, (a, b) => a / BigInteger.GreatestCommonDivisor(a, b) * b);
}

/// <summary>A hypothesis with its name.</summary>
internal sealed record NamedCondition(string Name, Condition Condition);
