using Prover.Core.Memory;
using Prover.Models.Configuration;
using Prover.Models.StandIn;
using Prover.Rounds.Hooks;
using Prover.Rounds.Provers;
using Prover.Rounds.Rounds;

namespace Prover.Rounds.Tests.Hooks;

public sealed class CommandHookTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _http = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _http.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_command_finds_its_files_in_its_environment_and_its_model_is_asked_for_and_registered()
    {
        await using var server = await StandInServer.StartAsync(_ => Answer.Text("x"));
        server.Models = ["base", "tuned-2"];
        var request = await RequestAsync();
        var command = $$"""
            echo "round $PROVER_ROUND on $PROVER_INCUMBENT"
            grep -c . "$PROVER_TRAIN_FILE" "$PROVER_NEW_FILE" "$PROVER_POOL_FILE" | sed 's|.*/||' >&2
            mkdir -p "$PROVER_OUTPUT_DIR/weights"
            printf '{"endpoint": "%s", "model": "tuned-%s", "maxOutputTokens": 512}' {{server.Endpoint}} "$PROVER_ROUND" > "$PROVER_RESULT_FILE"
            """;

        var result = await Hook(command).LearnAsync(request, Stop);

        Assert.Equal(new Uri(server.Endpoint.ToString()), result.Model!.Endpoint);
        Assert.Equal("tuned-2", result.Model.Model);
        var log = await File.ReadAllLinesAsync(request.Files.Log, Stop);
        Assert.Contains("round 2 on played@1", log);
        Assert.Contains("train.jsonl:2", log);
        Assert.Contains("new.jsonl:1", log);
        Assert.Contains("pool.jsonl:2", log);
        Assert.Equal(log, ((Told)request.Progress!).Lines);
        Assert.True(Directory.Exists(Path.Combine(request.Files.Output, "weights")));

        // The program's own reader understands what was registered; settings come from the base model where the command names none.
        await File.WriteAllTextAsync(_folder["models.json"], """{ /* mine */ "models": { "base": { "endpoint": "http://localhost:1/v1", "model": "b", "temperature": 0.6, "maxOutputTokens": 64 } } }""", Stop);
        await CampaignModels.RegisterAsync(_folder["models.json"], CampaignModels.NameOf(2), "base", result.Model, Stop);
        await CampaignModels.RegisterAsync(_folder["models.json"], CampaignModels.NameOf(2), "base", result.Model, Stop);
        var models = ModelsFile.Read(_folder["models.json"]).Models;
        Assert.Equal(["base", "trained-002"], models.Select(m => m.Key));
        Assert.Equal((server.Endpoint.ToString(), "tuned-2", 0.6f, 512), (models[1].Value.Endpoint, models[1].Value.Model, models[1].Value.Temperature, models[1].Value.MaxOutputTokens));
        Assert.Equal(64, models[0].Value.MaxOutputTokens);
    }

    [Fact]
    public async Task A_command_that_fails_is_told_with_its_code_its_last_words_and_the_way_on()
    {
        var request = await RequestAsync();

        var failed = await Assert.ThrowsAsync<HookException>(() => Hook("echo 'out of memory' >&2; exit 7").LearnAsync(request, Stop));

        Assert.Contains("code 7", failed.Message, StringComparison.Ordinal);
        Assert.Contains("out of memory", failed.Message, StringComparison.Ordinal);
        Assert.Contains("prover rounds resume", failed.Message, StringComparison.Ordinal);
        Assert.Contains("out of memory", await File.ReadAllTextAsync(request.Files.Log, Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true", "left no")]
    [InlineData("echo '[]' > \"$PROVER_RESULT_FILE\"", "no JSON object")]
    [InlineData("echo '{' > \"$PROVER_RESULT_FILE\"", "no JSON")]
    [InlineData("echo '{\"model\": \"m\"}' > \"$PROVER_RESULT_FILE\"", "no text 'endpoint'")]
    [InlineData("echo '{\"endpoint\": \"file:///etc\", \"model\": \"m\"}' > \"$PROVER_RESULT_FILE\"", "http or https")]
    [InlineData("echo '{\"endpoint\": \"http://127.0.0.1:1/v1\"}' > \"$PROVER_RESULT_FILE\"", "no text 'model'")]
    [InlineData("echo '{\"endpoint\": \"http://127.0.0.1:1/v1\", \"model\": \"m\"}' > \"$PROVER_RESULT_FILE\"", "was asked for its models")]
    public async Task What_a_command_leaves_wrong_is_told_with_the_way_on(string command, string told)
    {
        var failed = await Assert.ThrowsAsync<HookException>(async () => await Hook(command).LearnAsync(await RequestAsync(), Stop));

        Assert.Contains(told, failed.Message, StringComparison.Ordinal);
        Assert.Contains("prover rounds resume", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_the_server_does_not_have_is_told_with_those_that_it_has()
    {
        await using var server = await StandInServer.StartAsync(_ => Answer.Text("x"));
        server.Models = ["one", "two"];

        var failed = await Assert.ThrowsAsync<HookException>(() => new EndpointProbe(_http).AskAsync(new TrainedModel(server.Endpoint, "three"), "DIR", Stop));

        Assert.Contains("no model 'three', but one, two", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_in_time_is_told()
    {
        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        var endpoint = new Uri($"http://127.0.0.1:{((System.Net.IPEndPoint)silent.LocalEndpoint).Port}/v1");

        var failed = await Assert.ThrowsAsync<HookException>(
            () => new EndpointProbe(_http, TimeSpan.FromMilliseconds(50)).AskAsync(new TrainedModel(endpoint, "m"), "DIR", Stop));

        Assert.Contains("did not answer within", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_of_an_earlier_try_does_not_pass_for_this_ones()
    {
        var request = await RequestAsync();
        Directory.CreateDirectory(request.Files.Output);
        await File.WriteAllTextAsync(Path.Combine(request.Files.Output, "model.json"), """{"endpoint": "http://127.0.0.1:1/v1", "model": "m"}""", Stop);

        Assert.Contains("left no", (await Assert.ThrowsAsync<HookException>(() => Hook("true").LearnAsync(request, Stop))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_command_is_ended()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var request = await RequestAsync();
        var started = new TaskCompletionSource();
        request = request with { Progress = new Told(line => { if (line == "started") { started.SetResult(); } }) };
        var running = Hook($"echo started; sleep 600 && touch '{_folder["went-on"]}'").LearnAsync(request, cancel.Token);
        await started.Task.WaitAsync(Stop);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.False(File.Exists(_folder["went-on"]));
    }

    private CommandHook Hook(string command) => new(command, new EndpointProbe(_http));

    private async Task<HookRequest> RequestAsync()
    {
        List<PoolProof> pool = [Proof("p1", 1), Proof("p2", 2)];
        var files = new HookFiles(_folder.Path, _folder["train.jsonl"], _folder["new.jsonl"], _folder["pool.jsonl"], _folder["output"], _folder["learned.log"]);
        await new PlainExport().WriteAsync(pool, files.Train, Stop);
        await new PlainExport().WriteAsync([pool[1]], files.New, Stop);
        await new PlainExport().WriteAsync(pool, files.Pool, Stop);
        return new HookRequest(2, new ProverVersion("played", 1), pool, files) { Progress = new Told(_ => { }) };
    }

    private static PoolProof Proof(string problem, int round) =>
        new(problem, problem, round, "played@0", "theorem p : 1 = 1 := by", "theorem p : 1 = 1 := by rfl") { Steps = [new ProofStep("⊢ 1 = 1", "rfl")] };

    private sealed class Told(Action<string> happens) : IProgress<string>
    {
        public List<string> Lines { get; } = [];

        public void Report(string value)
        {
            Lines.Add(value);
            happens(value);
        }
    }
}
