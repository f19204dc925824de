using CsCheck;
using Prover.Rounds.Schedules;

namespace Prover.Rounds.Tests.Schedules;

public sealed class WideningScheduleTests
{
    // Problems with their difficulties; a bit for each try, whether it would succeed; bands; tries; cap.
    private static readonly Gen<(double[] Difficulties, int[] SolvedAt, int Bands, int MaxTries, int? Most)> Worlds =
        from n in Gen.Int[1, 40]
        from difficulties in Gen.Double[0, 1].Array[n]
        from solvedAt in Gen.Int[1, 9].Array[n]
        from bands in Gen.Int[1, 6]
        from tries in Gen.Int[1, 4]
        from most in Gen.Int[0, 12]
        select (difficulties, solvedAt, bands, tries, most == 0 ? (int?)null : most);

    [Fact]
    public void Solved_problems_are_never_chosen_unsolved_ones_up_to_the_cap_and_the_window_never_narrows() => Worlds.Sample(world =>
    {
        var (tries, solved, window) = (new int[world.Difficulties.Length], new bool[world.Difficulties.Length], (int?)null);
        foreach (var (round, choice) in Play(world))
        {
            Assert.True(choice.Window >= (window ?? 1) && choice.Window <= world.Bands);
            Assert.True(window is not null || round == 1);
            window = choice.Window;
            Assert.True(choice.Problems.Count <= (world.Most ?? int.MaxValue));
            Assert.Equal(choice.Problems.Select(p => p.Problem).Distinct().Count(), choice.Problems.Count);
            Assert.Equal(choice.Problems.Select(p => p.Difficulty).Order(), choice.Problems.Select(p => p.Difficulty));
            Assert.Equal(world.Difficulties.Length, choice.Bands.Sum(b => b.Problems));
            foreach (var chosen in choice.Problems)
            {
                var i = Index(chosen.Problem);
                Assert.False(solved[i]);
                Assert.True(chosen.Band <= choice.Window);
                Assert.Equal(++tries[i], chosen.Try);
                Assert.True(tries[i] <= world.MaxTries);
                solved[i] = tries[i] >= world.SolvedAt[i];
            }
        }
    });

    [Fact]
    public void No_problem_is_left_out_for_ever() => Worlds.Sample(world =>
    {
        var chosen = Play(world).SelectMany(r => r.Choice.Problems).Select(p => p.Problem).ToHashSet();

        Assert.Equal(world.Difficulties.Length, chosen.Count);
    });

    [Fact]
    public void The_order_of_the_data_does_not_matter() => Worlds.Sample(world =>
    {
        var problems = world.Difficulties.Select((d, i) => new RatedProblem(Name(i), new Difficulty(d, "given"), ProblemHistory.None)).ToList();
        var schedule = new WideningSchedule(new ScheduleSettings { Bands = world.Bands });

        var (one, other) = (schedule.Choose(new ScheduleRequest(1, problems, null, world.Most)), schedule.Choose(new ScheduleRequest(1, [.. Enumerable.Reverse(problems)], null, world.Most)));

        Assert.Equal(one.Problems, other.Problems);
    });

    [Theory]
    [InlineData(4, 4, 2)] // all of the band solved
    [InlineData(4, 2, 2)] // half of it
    [InlineData(4, 1, 1)] // less: more of the same
    [InlineData(4, 0, 2)] // nothing: more of the same would not help
    [InlineData(0, 0, 1)] // not even tried
    public void The_window_widens_when_the_hardest_open_band_has_fallen_or_nothing_was_solved(int tried, int solved, int window)
    {
        var problems = Enumerable.Range(0, 10).Select(i => new RatedProblem(
            Name(i),
            new Difficulty(i / 10.0, "given"),
            i < tried ? new ProblemHistory(1, i < solved ? ProblemOutcome.Solved : ProblemOutcome.NotProved) : ProblemHistory.None,
            i < tried ? 1 : null));

        Assert.Equal(window, new WideningSchedule(new ScheduleSettings { Bands = 2 }).Choose(new ScheduleRequest(2, [.. problems], 1, null)).Window);
    }

    [Fact]
    public void What_the_machinery_failed_on_is_no_try()
    {
        var failed = new RatedProblem("p", new Difficulty(0.5, "given"), new ProblemHistory(0, ProblemOutcome.Failed), 1);

        var chosen = Assert.Single(new WideningSchedule(new ScheduleSettings { MaxTries = 1 }).Choose(new ScheduleRequest(2, [failed], 1, null)).Problems);

        Assert.Equal(1, chosen.Try);
    }

    [Fact]
    public void Without_problems_nothing_is_chosen() =>
        Assert.Empty(new WideningSchedule().Choose(new ScheduleRequest(1, [], null, null)).Problems);

    /// <summary>Rounds until nothing is chosen any more; a problem falls at its own try.</summary>
    private static IEnumerable<(int Round, ScheduleChoice Choice)> Play((double[] Difficulties, int[] SolvedAt, int Bands, int MaxTries, int? Most) world)
    {
        var schedule = new WideningSchedule(new ScheduleSettings { Bands = world.Bands, MaxTries = world.MaxTries });
        var histories = world.Difficulties.Select(_ => (ProblemHistory.None, (int?)null)).ToArray();
        int? window = null;
        for (var round = 1; ; round++)
        {
            var rated = world.Difficulties.Select((d, i) => new RatedProblem(Name(i), new Difficulty(d, "given"), histories[i].Item1, histories[i].Item2));
            var choice = schedule.Choose(new ScheduleRequest(round, [.. rated], window, world.Most));
            if (choice.Problems.Count == 0)
            {
                yield break;
            }

            yield return (round, choice);
            window = choice.Window;
            foreach (var i in choice.Problems.Select(p => Index(p.Problem)))
            {
                var tries = histories[i].Item1.Tries + 1;
                histories[i] = (new ProblemHistory(tries, tries >= world.SolvedAt[i] ? ProblemOutcome.Solved : ProblemOutcome.NotProved), round);
            }
        }
    }

    private static string Name(int i) => $"p{i:00}";

    private static int Index(string name) => int.Parse(name[1..], System.Globalization.CultureInfo.InvariantCulture);
}
