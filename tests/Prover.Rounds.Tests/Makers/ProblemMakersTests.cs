using System.Security.Cryptography;
using System.Text;
using Prover.Rounds.Makers;
using Prover.Rounds.Problems.Keys;
using Prover.Rounds.Problems.Syntax;
using Prover.Rounds.Tests.Makers.Evaluation;

namespace Prover.Rounds.Tests.Makers;

public sealed class ProblemMakersTests
{
    public static TheoryData<string> Makers => [.. ProblemMakers.All.Select(m => m.Name)];

    [Fact]
    public void Makers_and_their_problems_are_the_same_for_ever()
    {
        // A change here changes every set that was made: give the maker a new name instead, or say so in the release notes.
        var hashes = ProblemMakers.All.Select(m => $"{m.Name} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join((char)10, Problems(m, 5).Select(p => p.Statement)))))[..12]}");
        Assert.Equal(Pinned, string.Join("; ", hashes));
    }

    [Theory]
    [MemberData(nameof(Makers))]
    public void What_is_made_says_how_and_says_it_again(string name)
    {
        var maker = Maker(name);
        var problems = Problems(maker, 20).ToList();
        Assert.Equal(problems, Problems(maker, 20));
        Assert.Equal(problems.Count, problems.Select(p => p.Name).Distinct().Count());
        Assert.All(problems, p =>
        {
            Assert.StartsWith($"theorem {p.Name} ", p.Statement, StringComparison.Ordinal);
            Assert.Equal($"{name}_d{p.Difficulty}_s{p.Seed}", p.Name);
            Assert.Equal((name, maker.Family, "generated"), (p.Maker, p.Family, p.Provenance));
            Assert.True(p.Statement.Length <= 600, $"Lean takes long for so long a statement: {p.Statement}");
        });
    }

    [Theory]
    [MemberData(nameof(Makers))]
    public void Every_statement_is_read_and_holds_wherever_it_was_tried(string name)
    {
        var random = new Random(11);
        var (tried, sure, all, idle) = (0, 0, 0, new SortedDictionary<string, int>(StringComparer.Ordinal));
        foreach (var problem in Problems(Maker(name), 25))
        {
            var statement = Statement.Read(problem.Statement);
            Assert.True(statement is not null, $"Not read: {problem.Statement}");
            List<bool?> truths;
            try
            {
                truths = Trial.Of(statement, random);
            }
            catch (NotSupportedException e)
            {
                Assert.Fail($"{e.Message}: {problem.Statement}");
                throw;
            }

            Assert.False(problem.IsTrueByConstruction && truths.Contains(false), $"False: {problem.Statement}");
            (all, tried, sure) = (all + 1, tried + (truths.Count > 0 ? 1 : 0), sure + (truths.Contains(true) ? 1 : 0));
            if (!truths.Contains(true))
            {
                idle[problem.Template] = idle.GetValueOrDefault(problem.Template) + 1;
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{name}: {all} problems, hypotheses held for {tried}, conclusions for {sure}; not seen to hold: {string.Join(", ", idle.Select(i => $"{i.Key} {i.Value}"))}");
        Assert.True(sure * 100 >= all * LeastShare[name], $"Only {sure} of {all} statements were seen to hold ({tried} tried): {string.Join(", ", idle.Select(i => $"{i.Key} {i.Value}"))}");
    }

    [Theory]
    [MemberData(nameof(Makers))]
    public void Every_difficulty_has_many_different_statements(string name)
    {
        var maker = Maker(name);
        for (var difficulty = MadeProblem.Easiest; difficulty <= MadeProblem.Hardest; difficulty++)
        {
            var keys = Enumerable.Range(0, 200).Select(s => StatementKey.Of(maker.Make(s, difficulty).Statement).Text).Distinct().Count();
            Assert.True(keys >= 60, $"{keys} different statements out of 200 at difficulty {difficulty}.");
        }
    }

    [Fact]
    public void A_difficulty_or_seed_that_there_is_not_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Maker("logic").Make(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Maker("logic").Make(1, 11));
        Assert.Throws<ArgumentOutOfRangeException>(() => Maker("logic").Make(-1, 5));
        var error = Assert.Throws<ArgumentException>(() => ProblemMakers.Of(["identities", "geometry"]));
        Assert.Contains("'geometry'. There are: identities, residues", error.Message, StringComparison.Ordinal);
    }

    internal static IProblemMaker Maker(string name) => ProblemMakers.All.Single(m => m.Name == name);

    /// <summary>The share of statements, in percent, whose hypotheses random values are to satisfy and whose conclusion is to hold there. Systems with one
    /// solution, sums with a given product and the like are seldom met by chance.</summary>
    private static readonly Dictionary<string, int> LeastShare = new(StringComparer.Ordinal)
    {
        ["identities"] = 60,
        ["residues"] = 60,
        ["sums"] = 95,
        ["recurrences"] = 95,
        ["inequalities"] = 95,
        ["systems"] = 30,
        ["functions"] = 60,
        ["existence"] = 60,
        ["logic"] = 60,
        ["fields"] = 30,
    };

    private const string Pinned =
        "identities ffe97be7bdd8; residues 5b5e3f0d6c8a; sums d2f86523f1cf; recurrences ee53642eecb5; inequalities 817a21878c1a; systems 9ea1ac8f2144; "
        + "functions 6545e92085a2; existence b254bd5adbb5; logic 16eea5925016; fields 98868161920c";

    private static IEnumerable<MadeProblem> Problems(IProblemMaker maker, int seeds) =>
        from difficulty in Enumerable.Range(MadeProblem.Easiest, MadeProblem.Hardest)
        from seed in Enumerable.Range(0, seeds)
        select maker.Make(seed, difficulty);
}
