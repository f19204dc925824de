using Grpc.Core;
using Prover.Core.Lean;
using Prover.Core.Proving;
using Prover.Core.Sampling;
using Prover.Core.Verification;
using Prover.Service.Client;
using Prover.Service.Mapping;
using Prover.Service.Tests.Support;
using static Prover.Service.Tests.Support.Failures;

namespace Prover.Service.Tests.Client;

public sealed class RemoteProofSearchSpecs
{
    private static readonly ProveRequest Request = new() { Statement = "theorem one : 1 = 1" };

    [Theory]
    [EveryKind]
    public async Task Every_event_arrives_as_it_happened(VerdictKind end)
    {
        await using var service = await TestService.StartAsync();
        service.Domain.Prove = (_, _) => FakeDomain.Events(Samples.Search(end));

        var events = await Follow(new RemoteProofSearch(service.Connect()));

        Assert.Equal(Samples.Search(end).Select(e => e.GetType()), events.Select(e => e.GetType()));
        Assert.All(Samples.Search(end).Zip(events), pair => Assert.Equivalent(pair.First, pair.Second, strict: true));
    }

    [Fact]
    public async Task My_question_arrives_as_I_asked_it()
    {
        await using var service = await TestService.StartAsync();
        var asked = new TaskCompletionSource<ProveRequest>();
        service.Domain.Prove = (request, _) =>
        {
            asked.SetResult(request);
            return FakeDomain.Events(Samples.Search(VerdictKind.NotProved));
        };
        var request = new ProveRequest
        {
            Statement = "theorem one : 1 = 1",
            Budget = new ProveBudget
            {
                MaxSamples = 3,
                TimeLimit = TimeSpan.FromSeconds(5),
                CandidateTimeLimit = TimeSpan.FromSeconds(1.5),
                MaxTokens = 1L << 40,
                Parallelism = 2,
            },
            Grade = Grade.Audited,
            Sampling = new SamplingOptions { Seed = -7 },
            UseStore = false,
        };

        await Follow(new RemoteProofSearch(service.Connect()), request);

        Assert.Equal(request, await asked.Task);
    }

    [Fact]
    public async Task A_bad_statement_is_the_same_exception_as_here()
    {
        await using var service = await TestService.StartAsync();
        service.Domain.Prove = (_, _) => throw new InvalidStatementException("no theorem", Samples.Messages);

        var e = await Assert.ThrowsAsync<InvalidStatementException>(() => Follow(new RemoteProofSearch(service.Connect())));

        Assert.Equal(Samples.Messages, e.Messages);
    }

    [Fact]
    public async Task Cancelling_ends_the_search_with_what_was_seen_so_far()
    {
        await using var service = await TestService.StartAsync();
        var stopped = new TaskCompletionSource();
        service.Domain.Prove = (_, token) => FakeDomain.UntilCancelled(stopped, Samples.Search(VerdictKind.Proved)[..^1], token);
        using var mine = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var events = new List<ProveEvent>();
        await foreach (var happened in new RemoteProofSearch(service.Connect()).ProveAsync(Request, mine.Token))
        {
            events.Add(happened);
            if (events.Count == 10)
            {
                await mine.CancelAsync();
            }
        }

        var result = Assert.IsType<ProveEvent.Finished>(events[^1]).Result;
        Assert.Equal((VerdictKind.Cancelled, "Name.one"), (result.Verdict.Kind, result.Verdict.Theorem));
        Assert.Equal((2, 1, 1, 3L), (result.Samples, result.TimedOut, result.Failed, result.Tokens));
        await stopped.Task.WaitAsync(Token);
    }

    [Fact]
    public async Task A_stream_that_breaks_says_nothing_of_the_statement()
    {
        await using var rogue = new RogueServer
        {
            OnProve = async (stream, context) =>
            {
                await stream.WriteAsync(Samples.Started.ToWire(), context.CancellationToken);
                context.GetHttpContext().Abort();
            },
        };
        using var connection = await rogue.StartAsync();

        var events = await Follow(new RemoteProofSearch(connection));

        Assert.Equal(VerdictKind.Infrastructure, Assert.IsType<ProveEvent.Finished>(events[^1]).Result.Verdict.Kind);
    }

    [Fact]
    public async Task A_stream_without_a_result_says_nothing_of_the_statement()
    {
        await using var rogue = new RogueServer { OnProve = (stream, context) => stream.WriteAsync(Samples.Started.ToWire(), context.CancellationToken) };
        using var connection = await rogue.StartAsync();

        var events = await Follow(new RemoteProofSearch(connection));

        Assert.Equal(2, events.Count);
        var verdict = Assert.IsType<ProveEvent.Finished>(events[1]).Result.Verdict;
        Assert.Equal(VerdictKind.Infrastructure, verdict.Kind);
        Assert.Contains("without a result", verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_newer_server_says_is_passed_over()
    {
        await using var rogue = new RogueServer
        {
            OnProve = async (stream, context) =>
            {
                await stream.WriteAsync(new V1.ProveResponse { Event = new V1.ProveEvent() }, context.CancellationToken);
                await stream.WriteAsync(new V1.ProveResponse(), context.CancellationToken);
                await stream.WriteAsync(Samples.Search(VerdictKind.Proved)[^1].ToWire(), context.CancellationToken);
            },
        };
        using var connection = await rogue.StartAsync();

        var finished = Assert.IsType<ProveEvent.Finished>(Assert.Single(await Follow(new RemoteProofSearch(connection))));

        Assert.Equal(VerdictKind.Proved, finished.Result.Verdict.Kind);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named_with_a_remedy()
    {
        var gone = await TestService.StartAsync();
        var address = gone.Address;
        await gone.DisposeAsync();
        using var connection = new ProverConnection(new ProverClientOptions { Address = address, ApiKey = null });

        var e = await Assert.ThrowsAsync<ToolchainException>(() => Follow(new RemoteProofSearch(connection)));

        Assert.Contains(address.ToString(), e.Message, StringComparison.Ordinal);
    }

    private static async Task<List<ProveEvent>> Follow(RemoteProofSearch search, ProveRequest? request = null)
    {
        var events = new List<ProveEvent>();
        await foreach (var happened in search.ProveAsync(request ?? Request, Token))
        {
            events.Add(happened);
        }

        return events;
    }
}
