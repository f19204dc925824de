using System.Globalization;
using Prover.Bench.Data;
using Prover.Bench.Profiles;
using Prover.Bench.Provers;
using Prover.Bench.Runs;
using Prover.Bench.Screening;

namespace Prover.Bench.Tests.Dummy;

/// <summary>A run with a prover that only plays: what it finds follows from the seed. The machinery around it is what is tested.</summary>
public static class PlayedRun
{
    public static DataSet Data(int problems)
    {
        var all = Enumerable.Range(0, problems)
            .Select(i => new BenchProblem(string.Create(CultureInfo.InvariantCulture, $"amc12_20{i:00}_p1"), "valid", string.Empty, $"theorem t{i} : True := by\n"))
            .ToList();
        return new DataSet(new DataIdentity("played", "00", problems, ["valid"]), all);
    }

    public static Profile Profile { get; } = new("core", "Plays.", string.Empty, NeedsMathlib: false);

    public static RunSettings Settings(int problems, int samples, int seed = 7) => new()
    {
        Data = Data(problems).Identity,
        Profile = Profile.Name,
        Header = Profile.Header,
        Prover = new PlayedProver().Settings,
        Lean = "played",
        Seed = seed,
        Samples = samples,
        Ks = [1],
        Version = "1",
    };

    public static async Task<BenchRun> RunAsync(
        string folder, int problems, int samples, int parallelism, IBenchProver? prover = null, IProgress<RunProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var data = Data(problems);
        var opened = await RunFolder.OpenAsync(folder, Settings(problems, samples), data, cancellationToken: cancellationToken);
        var options = new RunOptions { Parallelism = parallelism, LookAgain = TimeSpan.FromMilliseconds(20) };
        return await new BenchRunner(opened, data, Profile, new PlayedCheck(), prover ?? new PlayedProver(), options, progress).RunAsync(cancellationToken);
    }
}

/// <summary>Finds every seventh problem not expressible.</summary>
public sealed class PlayedCheck : IStatementCheck
{
    public async Task<CheckedStatement> CheckAsync(BenchProblem problem, string statement, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        await Task.Delay(1, cancellationToken);
        var isExpressible = problem.Statement.Length % 7 != 0;
        return new CheckedStatement(problem.Name, isExpressible ? StatementStatus.Expressible : StatementStatus.NotExpressible);
    }
}

/// <summary>Takes a few milliseconds, and finds what the seed says.</summary>
public sealed class PlayedProver : IBenchProver
{
    public ProverSettings Settings { get; } = new("played");

    public async Task<Attempt> AttemptAsync(BenchProblem problem, string statement, int seed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(statement);
        await Task.Delay(seed % 5, cancellationToken);
        return (seed % 11) switch
        {
            < 4 => new Attempt(SampleOutcome.Proved) { Proof = $"{statement}  exact {seed}", Origin = "played" },
            < 8 => new Attempt(SampleOutcome.NotProved) { Reason = $"no luck with {seed}" },
            8 => new Attempt(SampleOutcome.TimedOut) { Reason = "slow" },
            9 => new Attempt(SampleOutcome.Refuted) { Proof = "no", Reason = "false" },
            _ => new Attempt(SampleOutcome.Infrastructure) { Reason = "broken" },
        };
    }
}
