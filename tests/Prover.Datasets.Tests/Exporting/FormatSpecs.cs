using Prover.Core.Verification;
using Prover.Datasets.Entries;
using Prover.Datasets.Exporting;
using Prover.Datasets.Formats;
using Prover.Datasets.Rewards;
using Prover.Datasets.Tests.Support;

namespace Prover.Datasets.Tests.Exporting;

public sealed class FormatSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Sft_takes_each_proof_once_and_the_shortest_ones()
    {
        var entry = Make.Problem(1, Make.Proved("by omega; done"), Make.Proved("by omega"), Make.Proved("by omega"), Make.Proved("by (omega)"));
        var (rows, card) = await ExportAsync<SftRecord>(DatasetFormat.Sft, o => o with { MaxPerProblem = 2 }, entry);

        Assert.Equal(["by omega", "by (omega)"], rows.Select(r => r.Completion[0].Content.Split(":= ")[^1].Replace("\n```", string.Empty, StringComparison.Ordinal)));
        Assert.Equal(["system", "user"], rows[0].Prompt.Select(m => m.Role));
        Assert.Contains(entry.Statement, rows[0].Prompt[1].Content, StringComparison.Ordinal);
        Assert.Equal((1, 1), (card.LeftOut["duplicate"], card.LeftOut["beyond_limit_per_problem"]));
    }

    [Fact]
    public async Task What_is_not_known_is_never_the_worse_half_of_a_pair()
    {
        var unknown = new[] { AttemptOutcome.TimedOut, AttemptOutcome.Infrastructure, AttemptOutcome.Cancelled, AttemptOutcome.Refuted };
        var (rows, card) = await ExportAsync<PreferenceRecord>(
            DatasetFormat.Preference,
            o => o,
            Make.Problem(1, [Make.Proved("by omega"), Make.Ended(AttemptOutcome.NotProved, "by bad"), .. unknown.Select(o => Make.Ended(o, $"by {o}"))]),
            Make.Problem(2, [Make.Proved("by omega"), .. unknown.Select(o => Make.Ended(o, $"by {o}"))]));

        var pair = Assert.Single(rows);
        Assert.Contains("by bad", pair.Rejected[0].Content, StringComparison.Ordinal);
        Assert.Contains("by omega", pair.Chosen[0].Content, StringComparison.Ordinal);
        Assert.Equal("simp made no progress", pair.Error);
        Assert.All(unknown, o => Assert.Equal(2, card.LeftOut[o.Word()]));
    }

    [Fact]
    public async Task Groups_have_no_member_of_which_nothing_is_known()
    {
        var (rows, card) = await ExportAsync<GrpoRecord>(
            DatasetFormat.Grpo,
            o => o,
            Make.Problem(1, Make.Proved("by omega"), Make.Ended(AttemptOutcome.NotProved), Make.Ended(AttemptOutcome.TimedOut), Make.Ended(AttemptOutcome.Infrastructure)));

        var group = Assert.Single(rows);
        Assert.Equal(["proved", "not_proved"], group.Outcomes);
        Assert.Equal([1.0, 0.0], group.Rewards);
        Assert.Equal(2, group.Unknown);
        Assert.Equal((1, 1), (card.LeftOut["timed_out"], card.LeftOut["infrastructure"]));
    }

    [Fact]
    public async Task Groups_of_equal_rewards_are_marked_and_can_be_left_out()
    {
        var all = Make.Problem(1, Make.Proved("by omega"), Make.Proved("by grind"));
        Assert.True(Assert.Single((await ExportAsync<GrpoRecord>(DatasetFormat.Grpo, o => o, all)).Rows).IsZeroVariance);

        var (rows, card) = await ExportAsync<GrpoRecord>(DatasetFormat.Grpo, o => o with { Target = _folder.Path("other"), DropZeroVariance = true }, all);
        Assert.Empty(rows);
        Assert.Equal(1, card.LeftOut["group_of_zero_variance"]);
    }

    [Fact]
    public async Task Rewards_that_stored_attempts_do_not_tell_are_refused()
    {
        var options = _folder.Options(DatasetFormat.Grpo) with { Reward = RewardSpec.Parse("verified:1,format:1") };
        var e = await Assert.ThrowsAsync<ArgumentException>(() => TemporaryFolder.ExportAsync(options));
        Assert.Contains("'format' can't be told", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_called_proved_without_a_grade_or_a_text_is_left_out()
    {
        var entry = Make.Problem(1, Make.Proved("by omega") with { Grade = null }, Make.Proved("by grind"));
        entry = entry with { Attempts = [.. entry.Attempts, Make.Proved("by simp") with { Text = null }] };
        var (rows, card) = await ExportAsync<ProofRecord>(DatasetFormat.Proofs, o => o, entry);

        Assert.Equal("by grind", Assert.Single(rows).Proof);
        Assert.Equal((1, 1), (card.LeftOut["grade_not_kept"], card.LeftOut["text_not_kept"]));
    }

    [Fact]
    public async Task Filters_keep_what_they_say_and_the_card_says_what_they_dropped()
    {
        DatasetEntry[] entries = [.. Enumerable.Range(0, 12).Select(i => Make.Problem(i, Make.Proved("by omega"), Make.Proved("by grind", Grade.Compiled), Make.Proved("by a_very_long_proof")))];
        var (rows, card) = await ExportAsync<ProofRecord>(
            DatasetFormat.Proofs,
            o => o with { Filter = new() { Sources = ["odd"], Licences = ["MIT"], FirstRound = 1, LastRound = 1, MinimumGrade = Grade.Replayed, MaxProofLength = 10, Origins = ["portfolio"] } },
            entries);

        Assert.Equal(["t1", "t5"], rows.Select(r => r.Name));
        Assert.All(rows, r => Assert.Equal("by omega", r.Proof));
        Assert.Equal(["source", "licence", "round", "origin", "minimum_grade", "max_proof_chars"], card.Filters.Select(f => f.Name));
        Assert.Equal([(6L, 18L), (2L, 6L), (2L, 6L), (0L, 0L), (0L, 2L), (0L, 2L)], card.Filters.Select(f => (f.Problems, f.Attempts)));
    }

    private async Task<(List<T> Rows, Cards.DataCard Card)> ExportAsync<T>(DatasetFormat format, Func<ExportOptions, ExportOptions> change, params DatasetEntry[] entries)
        where T : DatasetRecord
    {
        var options = change(_folder.Options(format) with { ValidShare = 0 });
        var card = await TemporaryFolder.ExportAsync(options, entries);
        return ([.. (await TemporaryFolder.RowsAsync(options.Target)).Select(r => Assert.IsType<T>(r.Record))], card);
    }
}
