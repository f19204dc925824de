using CsCheck;
using Prover.Datasets.Splits;

namespace Prover.Datasets.Tests.Splits;

public sealed class SplitSpecs
{
    private static readonly string[] Names = ["x", "y", "z", "n", "m", "foo", "h₀", "k'"];

    private static readonly string[] Parts = ["Nat.gcd A B = 1", "A ^ 2 + B ^ 2 ≤ 7 * C", "A % 13 = 5", "(A : Int) - B > 0", "List.length [A, B] = 2", "∃ C, A * C = B", "A ∣ B ∧ B ∣ C", "¬ (A = B)", "Nat.Prime A", "2 ^ A < 3 ^ B", "A / 4 = B", "A ∨ B"];

    /// <summary>A statement of some of the parts, and the same with other names.</summary>
    private static readonly Gen<(string One, string Other)> Renamed =
        Gen.Select(Gen.Int[0, Parts.Length - 1].Array[4, 8], Gen.Shuffle(Names), Gen.Shuffle(Names)).Select((parts, one, other) => (Of("a", parts, one), Of("quite_another", parts, other)));

    [Fact]
    public void Statements_that_differ_in_names_alone_are_always_on_one_side() => Renamed.Array[2, 30].Sample(pairs =>
    {
        var problems = new NearDuplicates();
        var numbers = pairs.Select((p, i) => (One: problems.Add($"{i}", p.One), Other: problems.Add($"other {i}", p.Other))).ToList();
        var plan = SplitPlan.Draw(problems, 0.5, seed: pairs.Length);
        return numbers.All(n => plan.IsValid(n.One) == plan.IsValid(n.Other));
    }, iter: 200);

    [Fact]
    public void A_long_statement_with_one_numeral_changed_stays_with_its_like()
    {
        var problems = new NearDuplicates();
        var statement = $"theorem t (x y z : Nat) {string.Join(' ', Parts.Select((p, i) => $"(h{i} : {p.Replace('A', 'x').Replace('B', 'y').Replace('C', 'z')})"))} : x = y";
        problems.Add("one", statement);
        problems.Add("other", statement.Replace("13", "17", StringComparison.Ordinal));
        problems.Add("third", "theorem u (p q : Prop) (hp : p) : p ∨ q");

        Assert.Equal([2, 1], problems.Groups().Select(g => g.Count));
    }

    [Fact]
    public void Statements_that_have_nothing_in_common_are_groups_of_their_own()
    {
        var problems = new NearDuplicates();
        for (var i = 0; i < Parts.Length; i++)
        {
            problems.Add($"{i}", $"theorem t : {Parts[i]}");
        }

        Assert.Equal(Parts.Length, problems.Groups().Count);
    }

    [Fact]
    public void The_share_is_met_where_groups_are_small_and_the_seed_decides() => Gen.Select(Gen.Int[10, 200], Gen.Double[0, 0.9], Gen.Int).Sample((count, share, seed) =>
    {
        var problems = new NearDuplicates();
        for (var i = 0; i < count; i++)
        {
            problems.Add($"{i}", $"theorem t : C{i * 7} (D{i * 11} E{i * 13}) = F{i}.{i} G{i} H{i}");
        }

        var (plan, again, other) = (SplitPlan.Draw(problems, share, seed), SplitPlan.Draw(problems, share, seed), SplitPlan.Draw(problems, share, seed ^ 1));
        var valid = Enumerable.Range(0, count).Where(plan.IsValid).ToList();
        return plan.Groups == count
            && valid.Count == (int)Math.Round(share * count, MidpointRounding.AwayFromZero)
            && valid.SequenceEqual(Enumerable.Range(0, count).Where(again.IsValid))
            && (valid.Count < 5 || valid.Count > count - 5 || !valid.SequenceEqual(Enumerable.Range(0, count).Where(other.IsValid)));
    }, iter: 50);

    [Fact]
    public void The_same_problem_again_is_one_problem()
    {
        var problems = new NearDuplicates();
        Assert.Equal(problems.Add("a", "theorem t : 1 = 1"), problems.Add("a", "theorem t : 1 = 1"));
        Assert.Equal(1, problems.Count);
    }

    private static string Of(string name, int[] parts, string[] names) => "theorem " + name + " "
        + $"({names[0]} {names[1]} {names[2]} : Nat) "
        + string.Join(' ', parts.Select((p, i) => $"({names[3 + (i % 4)]} : {Parts[p].Replace("A", names[0], StringComparison.Ordinal).Replace("B", names[1], StringComparison.Ordinal).Replace("C", names[2], StringComparison.Ordinal)})"))
        + $" : {names[0]} = {names[1]}";
}
