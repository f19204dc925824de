using Prover.Bench.Runs;
using Prover.Rounds.Rounds;

namespace Prover.Rounds.Tests.Rounds;

/// <summary>All that a campaign's folder says, but for times: two campaigns that say the same have come to the same.</summary>
internal static class CampaignContent
{
    private static readonly string[] Runs = ["attempts", "held-out"];

    public static async Task<SortedDictionary<string, string>> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var content = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(folder, path).Replace('\\', '/');
            if (!name.StartsWith("checks/", StringComparison.Ordinal) && !Runs.Any(r => name.Contains($"/{r}/", StringComparison.Ordinal)))
            {
                content[name] = await File.ReadAllTextAsync(path, cancellationToken);
            }
        }

        var rounds = (await (await RoundsFolder.ReadAsync(folder, cancellationToken)).ReadRoundsAsync(cancellationToken)).Count;
        foreach (var (round, kind) in from round in Enumerable.Range(0, rounds) from kind in Runs select (round, kind))
        {
            var run = Path.Combine(folder, "rounds", $"{round:000}", kind);
            if (Directory.Exists(run))
            {
                content[$"rounds/{round:000}/{kind}"] = Results(await RunFolder.ReadAsync(run, cancellationToken));
            }
        }

        return content;
    }

    private static string Results(BenchRun run) => string.Join('\n', run.Checks.Select(c => $"{c.Problem} {c.Status}")
        .Concat(run.Samples.Select(s => $"{s.Problem} {s.Sample} {s.Seed} {s.Attempt.Outcome} {s.Attempt.Proof} {s.Attempt.Steps.Count}")));
}
