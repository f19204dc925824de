using System.Text.Json;
using Grpc.Core;
using Prover.Rounds.Rounds;
using Prover.Rounds.Tests.Dummy;
using Prover.Service.Hosting;
using Prover.Service.Tests.Support;
using static Prover.Service.Tests.Support.Failures;

namespace Prover.Service.Tests.Campaigns;

public sealed class RoundsSpecs : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("prover-service-rounds-").FullName;

    private ProverServiceOptions Options => TestService.Options with { RoundsFolder = Path.Combine(_folder, "campaigns"), WatchInterval = TimeSpan.FromMilliseconds(5) };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task I_am_told_which_campaigns_there_are_and_what_one_has_come_to()
    {
        await PlayAsync("two", rounds: 1);
        await BeginAsync("one");
        Directory.CreateDirectory(Path.Combine(_folder, "campaigns", "none"));
        await using var service = await TestService.StartAsync(options: Options);

        Assert.Equal(["one", "two"], (await Client(service).ListCampaignsAsync(new(), cancellationToken: Token)).Names);

        var begun = await Client(service).GetCampaignAsync(new() { Name = "one" }, cancellationToken: Token);
        Assert.Equal(("one", false, 0), (begun.Name, begun.Complete, begun.Rounds.Count));

        var records = await (await RoundsFolder.ReadAsync(Folder("two"), Token)).ReadRoundsAsync(Token);
        var campaign = await Client(service).GetCampaignAsync(new() { Name = "two" }, cancellationToken: Token);
        Assert.Equal(("two", true, 1, "played", true), (campaign.Name, campaign.Complete, campaign.RoundsAsked, campaign.Prover, campaign.Memory));
        Assert.Equal((PlayedCampaign.TrainingProblems + 1, PlayedCampaign.HeldOutProblems), (campaign.TrainingProblems, campaign.HeldOutProblems));
        Assert.Equal(("again_03", "train_03"), (Assert.Single(campaign.Duplicates).Problem, campaign.Duplicates[0].BecauseOf));
        Assert.Equal(records[1].Variants, campaign.Variants.Count);
        Assert.All(campaign.Variants, v => Assert.Equal((1, string.Empty), (v.Round, v.Outcome)));
        var round = campaign.Rounds[1];
        Assert.Equal((V1.RoundPhase.Decided, records[1].Chosen, records[1].NewProofs, records[1].PoolSize, 1), (round.Phase, round.Chosen, round.NewProofs, round.PoolSize, round.Candidate));
        Assert.Equal(("promoted", records[1].Decision!.Gained), (round.Decision.Kind, round.Decision.Gained));
        Assert.True(round.HeldOut.HasPassAt1 && round.HeldOut.Low <= round.HeldOut.PassAt1 && round.HeldOut.Solved > campaign.Rounds[0].HeldOut.Solved);
        Assert.False(campaign.Rounds[0].HasWindow);
    }

    [Fact]
    public async Task A_report_sets_campaigns_side_by_side()
    {
        await PlayAsync("one", rounds: 1);
        await BeginAsync("two");
        await using var service = await TestService.StartAsync(options: Options);

        var report = await Client(service).GetCampaignReportAsync(new() { Names = { "one", "two" } }, cancellationToken: Token);

        using var json = JsonDocument.Parse(report.Json);
        Assert.Equal(["one", "two"], json.RootElement.GetProperty("campaigns").EnumerateArray().Select(c => c.GetProperty("name").GetString()));
        Assert.StartsWith("<!DOCTYPE html>", report.Html, StringComparison.Ordinal);
        Assert.Equal(["names"], await FieldsRefused(async () => await Client(service).GetCampaignReportAsync(new(), cancellationToken: Token)));
    }

    [Fact]
    public async Task A_campaign_that_goes_on_is_followed_to_its_end()
    {
        await BeginAsync("one");
        await using var service = await TestService.StartAsync(options: Options);
        using var call = Client(service).WatchCampaign(new() { Name = "one" }, cancellationToken: Token);

        await PlayAsync("one", rounds: 1);
        var told = await call.ReadAll();

        foreach (var round in new[] { 0, 1 })
        {
            var phases = told.Where(r => r.Round == round).Select(r => r.Phase).ToList();
            Assert.Equal(phases.Order().Distinct(), phases);
            Assert.Equal(V1.RoundPhase.Decided, phases[^1]);
        }

        Assert.Equal(1, told[^1].Round);
        Assert.NotNull(told[^1].Decision);
    }

    [Fact]
    public async Task Every_round_is_told_again_when_it_has_come_further()
    {
        await BeginAsync("one");
        await using var service = await TestService.StartAsync(options: Options);
        using var call = Client(service).WatchCampaign(new() { Name = "one" }, cancellationToken: Token);

        // The campaign waits after each part until it was told of it.
        var seen = new Seen(call);
        await PlayedCampaign.RunAsync(Folder("one"), Settings, progress: seen, train: Train, cancellationToken: Token);

        Assert.False(await call.ResponseStream.MoveNext(Token));
        Assert.Equal(3 + 6, seen.Told.Count);
        Assert.Equal([V1.RoundPhase.Learned, V1.RoundPhase.Evaluated, V1.RoundPhase.Decided], seen.Told.Where(r => r.Round == 0).Select(r => r.Phase));
        Assert.Equal(Enumerable.Range((int)V1.RoundPhase.Chosen, 6), seen.Told.Where(r => r.Round == 1).Select(r => (int)r.Phase));
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("../outside")]
    [InlineData("none/../one")]
    [InlineData("one/")]
    public async Task What_is_no_campaigns_name_is_not_found(string name)
    {
        await BeginAsync("one");
        await BeginAsync("../outside");
        await BeginAsync("../campaigns");
        await using var service = await TestService.StartAsync(options: Options);

        await FailsWith(StatusCode.NotFound, async () => await Client(service).GetCampaignAsync(new() { Name = name }, cancellationToken: Token));
        await FailsWith(StatusCode.NotFound, () => Client(service).WatchCampaign(new() { Name = name }, cancellationToken: Token).ReadAll());
        Assert.Equal(["one"], (await Client(service).ListCampaignsAsync(new(), cancellationToken: Token)).Names);
    }

    [Fact]
    public async Task Without_a_folder_the_remedy_is_told_and_a_folder_that_is_not_there_is_empty()
    {
        await using (var service = await TestService.StartAsync())
        {
            var refused = await FailsWith(StatusCode.FailedPrecondition, async () => await Client(service).ListCampaignsAsync(new(), cancellationToken: Token));
            Assert.Contains("prover serve --rounds DIR", refused.Status.Detail, StringComparison.Ordinal);
        }

        await using var empty = await TestService.StartAsync(options: Options);
        Assert.Empty((await Client(empty).ListCampaignsAsync(new(), cancellationToken: Token)).Names);
    }

    [Fact]
    public async Task A_damaged_campaign_is_told_as_such_and_the_key_is_asked_for()
    {
        await BeginAsync("one");
        await File.WriteAllTextAsync(Path.Combine(Folder("one"), "campaign.json"), "{", Token);
        await using (var service = await TestService.StartAsync(options: Options))
        {
            var e = await FailsWith(StatusCode.DataLoss, async () => await Client(service).GetCampaignAsync(new() { Name = "one" }, cancellationToken: Token));
            Assert.Contains("damaged", e.Status.Detail, StringComparison.Ordinal);
        }

        await using var guarded = await TestService.StartAsync(options: Options with { ApiKey = "key" });
        await FailsWith(StatusCode.Unauthenticated, async () => await Client(guarded).ListCampaignsAsync(new(), cancellationToken: Token));
    }

    [Fact]
    public async Task A_watch_ends_when_the_service_shuts_down()
    {
        // Another round is asked for, and nobody works on it: the watch has no end of its own.
        await PlayAsync("one", rounds: 1);
        await RoundsFolder.OpenAsync(Folder("one"), Settings with { Rounds = 2 }, Train, PlayedCampaign.HeldOut, Token);
        await using var service = await TestService.StartAsync(options: Options);
        using var call = Client(service).WatchCampaign(new() { Name = "one" }, cancellationToken: Token);
        Assert.True(await call.ResponseStream.MoveNext(Token));

        service.Calls.BeginDrain();

        await FailsWith(StatusCode.Unavailable, () => call.ReadAll());
    }

    private string Folder(string name) => Path.Combine(_folder, "campaigns", name);

    private async Task BeginAsync(string name) =>
        await RoundsFolder.OpenAsync(Folder(name), Settings, Train, PlayedCampaign.HeldOut, Token);

    private async Task PlayAsync(string name, int rounds) =>
        await PlayedCampaign.RunAsync(Folder(name), Settings with { Rounds = rounds }, train: Train, cancellationToken: Token);

    private static CampaignSettings Settings => PlayedCampaign.Settings(1) with { Variants = 1 };

    private static TrainingProblem[] Train { get; } =
    [
        .. PlayedCampaign.Train,
        new(PlayedCampaign.Train[3].Problem with { Name = "again_03", Statement = PlayedCampaign.Train[3].Problem.Statement.Replace("train_03", "again_03", StringComparison.Ordinal) }),
    ];

    private static V1.RoundsService.RoundsServiceClient Client(TestService service) => new(service.Channel);

    /// <summary>Reads a message of a watch whenever a part of a round is on record.</summary>
    private sealed class Seen(AsyncServerStreamingCall<V1.CampaignRound> call) : IProgress<RoundsProgress>
    {
        public List<V1.CampaignRound> Told { get; } = [];

        public void Report(RoundsProgress value)
        {
            if (value is { Run: null, IsLog: false })
            {
                Assert.True(call.ResponseStream.MoveNext(Token).GetAwaiter().GetResult());
                Told.Add(call.ResponseStream.Current);
            }
        }
    }
}
