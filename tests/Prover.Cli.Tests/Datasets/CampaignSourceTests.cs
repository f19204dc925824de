using Prover.Cli.Datasets;
using Prover.Datasets.Entries;
using Prover.Datasets.Sources;
using Prover.Rounds.Rounds;
using Prover.Rounds.Schedules;
using Prover.Rounds.Tests.Dummy;

namespace Prover.Cli.Tests.Datasets;

/// <summary>A played campaign, without Lean, as a source of datasets.</summary>
public sealed class CampaignSourceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("prover-campaign-source-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Every_problem_comes_once_with_the_attempts_of_all_rounds_its_round_and_its_parent()
    {
        var (folder, entries) = await PlayAsync();
        var pool = (await folder.ReadPoolAsync(Stop)).ToDictionary(p => p.Problem);
        var variants = (await folder.ReadVariantsAsync(Stop)).ToDictionary(v => v.Name);

        Assert.Equal(entries.Count, entries.Select(e => e.Name).Distinct().Count());
        Assert.All(entries.Where(e => pool.ContainsKey(e.Name)), entry =>
        {
            var proof = pool[entry.Name];
            var proved = Assert.Single(entry.Attempts, a => a.Outcome == AttemptOutcome.Proved);
            Assert.Equal((proof.Round, proof.Proof, proof.Prover, proof.Parent), (entry.Round, proved.Text, proved.Prover, entry.Parent));
            Assert.Equal(proved, entry.Attempts[^1]);
        });
        Assert.Equal(pool.Keys.Order(), entries.Where(e => e.Attempts.Any(a => a.Outcome == AttemptOutcome.Proved)).Select(e => e.Name).Order());
        Assert.Contains(entries, e => variants.ContainsKey(e.Name) && e.Parent == variants[e.Name].Training.Parent);
        Assert.Contains(entries, e => e.Attempts.Count > 1 && e.Attempts.Select(a => a.Prover).Distinct().Count() > 1);
        Assert.All(entries, e => Assert.Equal(e.Attempts.Count, e.Attempts.Select(a => a.Id).Distinct().Count()));
        Assert.All(entries, e => Assert.Equal("rounds-of/train", e.Source.Replace("train/train", "rounds-of/train", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_was_kept_out_or_is_false_vacuous_or_not_expressible_is_not_in_it()
    {
        var (folder, entries) = await PlayAsync();
        var records = await folder.ReadRoundsAsync(Stop);
        var settled = new HashSet<string>();
        foreach (var record in records.Skip(1))
        {
            settled.UnionWith((await folder.ReadOutcomesAsync(record.Round, Stop))
                .Where(o => o.Outcome is ProblemOutcome.False or ProblemOutcome.Vacuous or ProblemOutcome.NotExpressible).Select(o => o.Problem));
        }

        Assert.Superset(new HashSet<string> { "train_02", "train_04", "train_06" }, settled);
        Assert.Contains(records[1].Duplicates, d => d.Problem == "again_03");
        Assert.Contains(records[1].Excluded, e => e.Problem == "copy_03");
        Assert.DoesNotContain(entries, e => settled.Contains(e.Name) || e.Name is "again_03" or "copy_03");
    }

    [Fact]
    public async Task Marks_say_what_a_campaign_does_not_know()
    {
        var (_, entries) = await PlayAsync(new SourceMarks("made/up", "CC0-1.0"));

        Assert.All(entries, e => Assert.Equal(("made/up", "CC0-1.0"), (e.Source, e.Licence)));
    }

    [Fact]
    public async Task A_folder_without_rounds_says_how_to_begin()
    {
        var refused = await Assert.ThrowsAsync<RoundsException>(() => ReadAsync(new CampaignSource(_folder, new SourceMarks())));

        Assert.Contains("prover rounds start", refused.Message, StringComparison.Ordinal);
    }

    private async Task<(RoundsFolder Folder, List<DatasetEntry> Entries)> PlayAsync(SourceMarks? marks = null)
    {
        var path = Path.Combine(_folder, "campaign");
        var (third, held) = (PlayedCampaign.Train[3], PlayedCampaign.HeldOut.Problems[3]);
        TrainingProblem[] train =
        [
            .. PlayedCampaign.Train,
            new(third.Problem with { Name = "again_03", Statement = third.Problem.Statement.Replace("train_03", "again_03", StringComparison.Ordinal) }),
            new(held with { Name = "copy_03", Split = "train", Statement = held.Statement.Replace("held_03", "copy_03", StringComparison.Ordinal) }),
        ];
        await PlayedCampaign.RunAsync(path, PlayedCampaign.Settings(3) with { Variants = 2 }, train: train, cancellationToken: Stop);
        return (await RoundsFolder.ReadAsync(path, Stop), await ReadAsync(new CampaignSource(path, marks ?? new SourceMarks())));
    }

    private static async Task<List<DatasetEntry>> ReadAsync(CampaignSource source)
    {
        List<DatasetEntry> entries = [];
        await foreach (var entry in source.ReadAsync(new SourceRequest(), Stop))
        {
            entries.Add(entry);
        }

        return entries;
    }
}
