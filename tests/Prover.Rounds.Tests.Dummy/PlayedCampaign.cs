using System.Globalization;
using Prover.Bench.Data;
using Prover.Bench.Profiles;
using Prover.Bench.Runs;
using Prover.Bench.Screening;
using Prover.Rounds.Hooks;
using Prover.Rounds.Rounds;

namespace Prover.Rounds.Tests.Dummy;

/// <summary>A campaign with a prover that only plays: it proves the more the more its memory holds. The machinery around it is what is tested.</summary>
public static class PlayedCampaign
{
    public const int TrainingProblems = 48;
    public const int HeldOutProblems = 40;

    public static Profile Profile { get; } = new("core", "Plays.", string.Empty, NeedsMathlib: false);

    public static IReadOnlyList<TrainingProblem> Train { get; } =
        [.. Enumerable.Range(0, TrainingProblems).Select(i => new TrainingProblem(Problem("train", i)) { Difficulty = (double)i / TrainingProblems, Parent = i % 4 == 1 ? Name("train", i - 1) : null })];

    public static DataSet HeldOut { get; } = DataSet.Of("held-out", [.. Enumerable.Range(0, HeldOutProblems).Select(i => Problem("held", i))]);

    public static CampaignSettings Settings(int rounds) => new()
    {
        Train = [DataSet.Of("train", [.. Train.Select(t => t.Problem)]).Identity],
        HeldOut = HeldOut.Identity,
        Profile = Profile.Name,
        Prover = new CampaignProver("played"),
        Rounds = rounds,
        Seed = 3,
        Contamination = "exact text",
        Promote = Promotion.PromotionRule.NotWorse,
        Lean = "played",
        Version = "1",
    };

    public static CampaignParts Parts(params ILearningHook[] hooks) => new()
    {
        Profile = Profile,
        Check = new PlayedCheck(),
        Provers = new PlayedSource(),
        Hooks = hooks,
    };

    /// <summary>With the memory on.</summary>
    public static CampaignParts PartsWithMemory() => Parts(new MemoryHook(PlayedMemory.OpenAsync));

    public static async Task<IReadOnlyList<RoundRecord>> RunAsync(
        string folder,
        CampaignSettings settings,
        CampaignParts? parts = null,
        IProgress<RoundsProgress>? progress = null,
        IReadOnlyList<TrainingProblem>? train = null,
        CancellationToken cancellationToken = default)
    {
        var opened = await RoundsFolder.OpenAsync(folder, settings, train ?? Train, HeldOut, cancellationToken);
        var options = new RunOptions { Parallelism = 2, LookAgain = TimeSpan.FromMilliseconds(20) };
        return await new CampaignRunner(opened, parts ?? PartsWithMemory(), options, progress).RunAsync(cancellationToken);
    }

    private static string Name(string set, int number) => string.Create(CultureInfo.InvariantCulture, $"{set}_{number:00}");

    private static BenchProblem Problem(string set, int number) =>
        new(Name(set, number), set, string.Empty, string.Create(CultureInfo.InvariantCulture, $"theorem {set}_{number:00} (n : Nat) : n + {number} = {number} + n {(set == "held" ? "+ 0 " : string.Empty)}:= by\n"));
}

/// <summary>Finds one problem not expressible, and one false.</summary>
public sealed class PlayedCheck : IStatementCheck
{
    public Task<CheckedStatement> CheckAsync(BenchProblem problem, string statement, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var status = problem.Name switch
        {
            "train_02" => StatementStatus.NotExpressible,
            "train_04" => StatementStatus.False,
            "train_06" => StatementStatus.Vacuous,
            _ => StatementStatus.Expressible,
        };
        return Task.FromResult(new CheckedStatement(problem.Name, status));
    }
}
