using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Grpc.Core;
using Prover.Core.Verification;
using Prover.Service.Tests.Support;
using static Prover.Service.Tests.Support.Failures;

namespace Prover.Service.Tests.Rewards;

public sealed class RewardsSpecs
{
    [Fact]
    public async Task Rewards_come_in_order_whatever_is_known_first()
    {
        await using var service = await TestService.StartAsync();
        var others = new CountdownEvent(7);
        var first = new TaskCompletionSource();
        service.Domain.Parallelism = 8;
        service.Domain.Verify = async (request, _) =>
        {
            if (request.Text.Contains("by t0", StringComparison.Ordinal))
            {
                await first.Task;
            }
            else if (others.Signal())
            {
                first.SetResult();
            }

            return Samples.Verdict(request.Text.Contains("by t3", StringComparison.Ordinal) ? VerdictKind.Rejected : VerdictKind.Proved);
        };
        var results = await ScoreAsync(service, Request(8));

        Assert.Equal(Enumerable.Range(0, 8), results.Select(r => r.Index));
        Assert.Equal([1, 1, 1, 0, 1, 1, 1, 1], results.Select(r => r.Reward));
        Assert.Equal("i3", results[3].Id);
    }

    [Theory]
    [InlineData(VerdictKind.TimedOut)]
    [InlineData(VerdictKind.Infrastructure)]
    public async Task What_is_not_known_has_no_reward(VerdictKind kind)
    {
        await using var service = await TestService.StartAsync();
        service.Domain.Verify = (_, _) => Task.FromResult(Samples.Verdict(kind));
        var request = Request(1);
        request.Spec = "verified:1,format:0.5";
        var result = Assert.Single(await ScoreAsync(service, request));

        Assert.False(result.HasReward);
        Assert.False(result.Parts[0].HasValue);
        Assert.Equal(1, result.Parts[1].Value);
        Assert.Contains($"because {kind}", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task I_am_told_all_that_is_wrong_with_a_request()
    {
        await using var service = await TestService.StartAsync();
        var request = new V1.ScoreRewardsRequest { Spec = "nonsense:1", Items = { new V1.RewardItem() } };
        var e = await FailsWith(StatusCode.InvalidArgument, () => ScoreAsync(service, request));

        Assert.Contains("items[0].statement", e.Status.Detail, StringComparison.Ordinal);
        Assert.Contains("There is no reward 'nonsense'", e.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deadline_ends_the_work()
    {
        await using var service = await TestService.StartAsync();
        var ended = new TaskCompletionSource();
        service.Domain.Verify = async (_, stop) =>
        {
            await FakeDomain.Cancellation(stop);
            ended.TrySetResult();
            return Samples.Verdict(VerdictKind.Cancelled);
        };
        using var call = new V1.DatasetService.DatasetServiceClient(service.Channel).ScoreRewards(Request(1), deadline: DateTime.UtcNow.AddMilliseconds(300), cancellationToken: Token);

        await FailsWith(StatusCode.DeadlineExceeded, async () => await call.ResponseStream.MoveNext(Token));
        await ended.Task.WaitAsync(Token);
    }

    [Fact]
    public async Task Calls_beyond_the_limit_and_without_the_key_are_refused()
    {
        await using var service = await TestService.StartAsync(options: Options with { ApiKey = "key" });
        await FailsWith(StatusCode.Unauthenticated, () => ScoreAsync(service, Request(1)));

        using var http = new HttpClient();
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(http, service, "{}")).StatusCode);
        http.DefaultRequestHeaders.Authorization = new("Bearer", "key");
        service.Calls.BeginDrain();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await PostAsync(http, service, "{}")).StatusCode);
    }

    [Fact]
    public async Task A_trainer_that_speaks_JSON_gets_the_same()
    {
        await using var service = await TestService.StartAsync(options: Options);
        service.Domain.Verify = (request, _) => Task.FromResult(Samples.Verdict(
            request.Text.Contains("by t0", StringComparison.Ordinal) ? VerdictKind.Rejected : request.Text.Contains("by t1", StringComparison.Ordinal) ? VerdictKind.TimedOut : VerdictKind.Proved));
        using var http = new HttpClient();
        var response = await PostAsync(http, service, Request(3).ToString());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var results = (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("results").EnumerateArray().ToList();
        Assert.Equal(0, results[0].GetProperty("reward").GetDouble());
        Assert.False(results[1].TryGetProperty("reward", out _));
        Assert.Equal(1, results[2].GetProperty("reward").GetDouble());
    }

    [Theory]
    [InlineData("no JSON", "no ScoreRewardsRequest")]
    [InlineData("{\"itmes\": []}", "no ScoreRewardsRequest")]
    [InlineData("{}", "at least one item")]
    public async Task A_body_that_is_none_is_a_bad_request(string body, string message)
    {
        await using var service = await TestService.StartAsync(options: Options);
        using var http = new HttpClient();
        var response = await PostAsync(http, service, body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(message, await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    private static readonly Prover.Service.Hosting.ProverServiceOptions Options = TestService.Options with { JsonAddresses = ["http://127.0.0.1:0"] };

    private static Task<HttpResponseMessage> PostAsync(HttpClient http, TestService service, string body) =>
        http.PostAsync(new Uri(service.Host.Addresses[1], "/v1/rewards"), new StringContent(body, Encoding.UTF8, "application/json"), Token);

    private static V1.ScoreRewardsRequest Request(int count)
    {
        var request = new V1.ScoreRewardsRequest();
        request.Items.AddRange(Enumerable.Range(0, count).Select(i => new V1.RewardItem
        {
            Id = $"i{i}",
            Statement = "theorem t (n : Nat) : n = n := by sorry",
            Completion = $"```lean4\ntheorem t (n : Nat) : n = n := by t{i}\n```",
        }));
        return request;
    }

    private static async Task<List<V1.RewardResult>> ScoreAsync(TestService service, V1.ScoreRewardsRequest request)
    {
        using var call = new V1.DatasetService.DatasetServiceClient(service.Channel).ScoreRewards(request, cancellationToken: Token);
        var results = new List<V1.RewardResult>();
        while (await call.ResponseStream.MoveNext(Token))
        {
            results.Add(call.ResponseStream.Current);
        }

        return results;
    }
}
