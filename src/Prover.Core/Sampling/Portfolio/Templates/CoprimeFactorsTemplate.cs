using System.Globalization;
using System.Text.RegularExpressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Sampling.Portfolio.Templates;

/// <summary>Divisibility by a number with several prime factors: by each prime power for itself, going through remainders, which are few then;
/// <c>omega</c> puts them together (the Chinese remainder theorem).</summary>
internal sealed partial class CoprimeFactorsTemplate : IScriptTemplate
{
    private const int MaxModulus = 100_000;
    private const int MaxCases = 64;

    public string Name => "coprime-factors";

    public int? MaxHeartbeats => 200_000;

    public IEnumerable<string> Scripts(GoalFeatures goal)
    {
        var divides = Divides().Match(goal.Conclusion);
        var names = goal.Integers.Select(v => v.Name).ToList();
        var modulus = divides.Success ? int.Parse(divides.Groups["modulus"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        if (modulus is < 2 or > MaxModulus
            || names.Count is not (1 or 2)
            || goal.Functions.Count > 0
            || names.Exists(v => LeanNames.InExponent(goal.Statement, v)))
        {
            yield break;
        }

        var powers = PrimePowers(modulus);
        if (powers.Count > 1 && powers.TrueForAll(q => Math.Pow(q, names.Count) <= MaxCases))
        {
            yield return Script.Lines(
            [
                .. powers.Select((q, i) => $"have hd{i} : {q} ∣ {divides.Groups["number"].Value} := by\n{Script.Indent(ResidueTemplate.AllRemainders(names, q))}"),
                "omega",
            ]);
        }
    }

    private static List<int> PrimePowers(int number)
    {
        var powers = new List<int>();
        for (var prime = 2; number > 1; prime++)
        {
            var power = 1;
            while (number % prime == 0)
            {
                (power, number) = (power * prime, number / prime);
            }

            if (power > 1)
            {
                powers.Add(power);
            }
        }

        return powers;
    }

    [GeneratedRegex(@"\A(?<modulus>[0-9]{1,9}) ∣ (?<number>[^∣=<>≤≥≠∧∨→↔∀∃]+)\z")]
    private static partial Regex Divides();
}
