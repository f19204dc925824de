using Prover.Bench.Data;
using Prover.Rounds.Makers;
using Prover.Rounds.Makers.Sets;
using Prover.Rounds.Problems;
using Prover.Rounds.Rounds;

namespace Prover.Rounds.Tests.Makers;

public sealed class ProblemSetTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("prover-made-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_set_is_written_as_data_that_is_read_again()
    {
        var (path, stop) = (Path.Combine(_folder, "made.jsonl"), TestContext.Current.CancellationToken);
        var problems = ProblemSetMaker.Make(new ProblemSetRequest { Count = 500, Seed = 3 }).ToList();
        await ProblemSetFile.WriteAsync(path, problems, stop);
        var data = await DataSetReader.ReadAsync(path, ["made"], stop);
        Assert.Equal(problems.Select(p => (p.Name, $"{p.Statement} := by sorry")), data.Problems.Select(p => (p.Name, p.Statement)));
        Assert.Empty(Duplicates.Find(data.Problems, TestContext.Current.CancellationToken));
        Assert.Equal(ProblemMakers.Families.Order(), problems.Select(p => p.Family).Distinct().Order());
        Assert.Equal(Enumerable.Range(1, 10), problems.Select(p => p.Difficulty).Distinct().Order());
    }

    [Fact]
    public void The_same_request_makes_the_same_set_and_a_longer_one_begins_with_it()
    {
        var request = new ProblemSetRequest { Count = 300, Seed = 9, From = 2, To = 5, Makers = ProblemMakers.Of(["residues", "recurrences"]) };
        var problems = ProblemSetMaker.Make(request).ToList();
        Assert.Equal(problems, ProblemSetMaker.Make(request with { Count = 400 }).Take(300));
        Assert.NotEqual(problems, ProblemSetMaker.Make(request with { Seed = 10 }));
        Assert.All(problems, p => Assert.True(p.Difficulty is >= 2 and <= 5 && p.Family is "residues" or "recurrences"));
    }

    [Fact]
    public async Task A_set_is_read_back_as_problems_to_train_on_with_their_difficulties()
    {
        var path = Path.Combine(_folder, "training.jsonl");
        var made = ProblemSetMaker.Make(new ProblemSetRequest { Count = 30, Seed = 4 }).ToList();
        await ProblemSetFile.WriteAsync(path, made, TestContext.Current.CancellationToken);

        var read = await TrainingReader.ReadAsync([path], TestContext.Current.CancellationToken);

        Assert.Equal(made.Select(p => (p.Name, (double?)(p.Difficulty / 10.0))), read.Problems.Select(p => (p.Name, p.Difficulty)));
    }

    [Fact]
    public void More_than_there_are_is_an_error_that_says_how_many_there_are()
    {
        var poor = new Poor();
        var made = new List<MadeProblem>();
        var error = Assert.Throws<ProblemSetException>(() => made.AddRange(ProblemSetMaker.Make(new ProblemSetRequest { Count = 5, Makers = [poor] }).Select(p => p)));
        Assert.Contains("hardly more than 3", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ProblemSetMaker.Make(new ProblemSetRequest { Count = 0 }));
        Assert.Throws<ArgumentException>(() => ProblemSetMaker.Make(new ProblemSetRequest { Count = 1, From = 5, To = 4 }));
    }

    private sealed class Poor : IProblemMaker
    {
        public string Name => "poor";

        public string Family => "poor";

        public MadeProblem Make(long seed, int difficulty) => new()
        {
            Name = $"poor_{seed}",
            Statement = $"theorem poor_{seed} : {seed % 3} < 3",
            Maker = Name,
            Family = Family,
            Template = "only",
            Seed = seed,
            Difficulty = difficulty,
            IsTrueByConstruction = true,
        };
    }
}
