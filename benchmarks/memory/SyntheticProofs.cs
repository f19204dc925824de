using System.Globalization;
using Prover.Core.Memory;

namespace Prover.MemoryBenchmark;

/// <summary>Proofs that look like those of exercises: theorems come in families whose members differ in names, numbers and an extra hypothesis, as
/// those of a problem collection do. A proof's content follows from its number alone.</summary>
internal static class SyntheticProofs
{
    public const int StepsOfProof = 5;

    // Far fewer than proofs: a memory without anything alike in it would be no use.
    private const int Families = 4000;

    private static readonly string[] Types = ["ℕ", "ℤ", "ℝ", "ℚ", "Fin 7", "Finset ℕ", "ℕ → ℕ", "List ℕ"];
    private static readonly string[] Relations = ["=", "≤", "<", "≠", "∣", "≥", ">", "∈"];
    private static readonly string[] Operations = ["+", "+", "*", "*", "-", "/", "%", "^"];
    private static readonly string[] Names = ["x", "y", "z", "a", "b", "c", "n", "m", "k", "p", "q", "t", "u", "v"];
    private static readonly string[] Tactics =
        ["omega", "simp [{h}]", "linarith [{h}]", "nlinarith [sq_nonneg ({x} - {y}), {h}]", "norm_num at {h}", "rw [{h}]", "induction {x} with\n| zero => simp\n| succ n ih => simp [ih]",
         "interval_cases {x} <;> omega", "exact ⟨{#}, by norm_num⟩", "obtain ⟨k, hk⟩ := {h}\nsubst hk", "have h9 : {x} = {y} := by linarith [{h}]", "positivity", "constructor", "intro w hw", "ring_nf", "decide"];

    private static readonly string[] Functions = [.. Enumerable.Range(0, 300).Select(i => i switch
    {
        0 => "Nat.gcd", 1 => "Nat.choose", 2 => "max", 3 => "min", 4 => "Real.sqrt", 5 => "Nat.lcm", 6 => "Int.emod", _ => $"f{i}",
    })];

    /// <summary>The proof of a number.</summary>
    public static LearnedProof Of(int number) =>
        new($"proof-{number}", [.. Enumerable.Range(0, StepsOfProof).Select(step => Step(new Random((number * 31) + step), FamilyOf(number, step)))]);

    /// <summary>A goal like those of the proofs, of a number that no proof has.</summary>
    public static string Goal(int number) => Step(new Random(-number - 1), FamilyOf(number, number % StepsOfProof)).Goal;

    // Some families are frequent and many are rare.
    private static int FamilyOf(int number, int step)
    {
        var draw = new Random(number).NextDouble();
        return ((int)(Families * draw * draw) * StepsOfProof) + step;
    }

    private static ProofStep Step(Random member, int family)
    {
        var pattern = new Random(family);
        var names = Shuffled(member);
        var variables = pattern.Next(1, 5);
        var lines = Enumerable.Range(0, variables).Select(i => $"{names[i]} : {Types[pattern.Next(Types.Length)]}").ToList();
        var hypotheses = pattern.Next(1, 5);
        for (var i = 0; i < hypotheses; i++)
        {
            lines.Add($"h{i} : {Proposition(pattern, member, names, variables)}");
        }

        if (member.Next(3) == 0)
        {
            lines.Insert(variables + member.Next(hypotheses), $"extra : {Proposition(member, member, names, variables)}");
        }

        lines.Add($"⊢ {Proposition(pattern, member, names, variables)}");
        var tactic = Tactics[member.Next(8) == 0 ? member.Next(Tactics.Length) : pattern.Next(Tactics.Length)]
            .Replace("{h}", $"h{pattern.Next(hypotheses)}", StringComparison.Ordinal).Replace("{x}", names[0], StringComparison.Ordinal)
            .Replace("{y}", names[variables - 1], StringComparison.Ordinal).Replace("{#}", Number(pattern, member), StringComparison.Ordinal);
        return new ProofStep(string.Join('\n', lines), tactic) { GoalsLeft = family % StepsOfProof == StepsOfProof - 1 ? 0 : 1 };
    }

    private static string[] Shuffled(Random random)
    {
        var names = Names.ToArray();
        random.Shuffle(names);
        return names;
    }

    private static string Proposition(Random pattern, Random member, string[] names, int variables) => pattern.Next(8) switch
    {
        0 => $"∃ j, {Term(pattern, member, names, variables, 2)} = j * {Term(pattern, member, names, variables, 1)}",
        1 => $"{Relation(pattern, member, names, variables)} ∧ {Relation(pattern, member, names, variables)}",
        _ => Relation(pattern, member, names, variables),
    };

    private static string Relation(Random pattern, Random member, string[] names, int variables) =>
        $"{Term(pattern, member, names, variables, 2)} {Relations[pattern.Next(Relations.Length)]} {Term(pattern, member, names, variables, 2)}";

    private static string Term(Random pattern, Random member, string[] names, int variables, int depth) => (depth == 0 ? pattern.Next(3) : pattern.Next(8)) switch
    {
        0 or 1 => names[pattern.Next(variables)],
        2 => Number(pattern, member),
        3 => $"{Functions[pattern.Next(Functions.Length)]} ({Term(pattern, member, names, variables, depth - 1)}) {names[pattern.Next(variables)]}",
        _ => $"({Term(pattern, member, names, variables, depth - 1)}) {Operations[pattern.Next(Operations.Length)]} ({Term(pattern, member, names, variables, depth - 1)})",
    };

    private static string Number(Random pattern, Random member)
    {
        var usual = pattern.Next(100);
        return (member.Next(2) == 0 ? usual : member.Next(2000)).ToString(CultureInfo.InvariantCulture);
    }
}
