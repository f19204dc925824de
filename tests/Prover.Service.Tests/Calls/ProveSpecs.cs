using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Prover.Core.Proving;
using Prover.Core.Sampling;
using Prover.Core.Verification;
using Prover.Service.Tests.Support;
using static Prover.Service.Tests.Support.Failures;

namespace Prover.Service.Tests.Calls;

public sealed class ProveSpecs
{
    private static readonly V1.ProveRequest Request = new() { Statement = "theorem one : 1 = 1" };

    [Fact]
    public async Task I_can_follow_a_search_to_its_result()
    {
        await using var service = await TestService.StartAsync();
        service.Domain.Prove = (_, _) => FakeDomain.Events(Samples.Search(VerdictKind.Proved));

        using var call = service.Client.Prove(Request, cancellationToken: Token);
        var messages = await call.ReadAll();

        Assert.Equal(
            ["Formalizing", "Started", "Model", "Model", "Model", "Model", "CandidateStarted", "CandidateStarted", "CandidateFinished", "CandidateFinished", "Result"],
            messages.Select(m => m.Event?.KindCase.ToString() ?? m.PayloadCase.ToString()));
        Assert.Equal(V1.VerdictKind.Proved, messages[^1].Result.Verdict.Kind);
        Assert.Equal(Samples.Text, messages[^1].Result.Proof);
    }

    [Fact]
    public async Task My_budget_reaches_the_search()
    {
        await using var service = await TestService.StartAsync();
        var asked = Asked(service);
        var request = new V1.ProveRequest
        {
            Statement = "theorem one : 1 = 1",
            Budget = new V1.Budget
            {
                MaxSamples = 5,
                TimeLimit = Duration.FromTimeSpan(TimeSpan.FromSeconds(6)),
                CandidateTimeLimit = Duration.FromTimeSpan(TimeSpan.FromSeconds(2)),
                MaxTokens = 7,
                Parallelism = 3,
            },
            Grade = V1.Grade.Audited,
            Seed = 11,
            NoStore = true,
        };

        using var call = service.Client.Prove(request, cancellationToken: Token);
        await call.ReadAll();

        Assert.Equal(
            new ProveRequest
            {
                Statement = "theorem one : 1 = 1",
                Budget = new ProveBudget
                {
                    MaxSamples = 5,
                    TimeLimit = TimeSpan.FromSeconds(6),
                    CandidateTimeLimit = TimeSpan.FromSeconds(2),
                    MaxTokens = 7,
                    Parallelism = 3,
                },
                Grade = Grade.Audited,
                Sampling = new SamplingOptions { Seed = 11 },
                UseStore = false,
            },
            await asked.Task);
    }

    [Fact]
    public async Task A_budget_that_I_leave_out_takes_the_defaults()
    {
        await using var service = await TestService.StartAsync(options: TestService.Options with { DefaultSearchTimeLimit = TimeSpan.FromSeconds(33) });
        var asked = Asked(service);

        using var call = service.Client.Prove(Request, cancellationToken: Token);
        await call.ReadAll();

        Assert.Equal(new ProveBudget { TimeLimit = TimeSpan.FromSeconds(33) }, (await asked.Task).Budget);
    }

    [Fact]
    public async Task I_am_told_every_field_that_is_no_good()
    {
        await using var service = await TestService.StartAsync();
        var request = new V1.ProveRequest
        {
            Budget = new V1.Budget
            {
                MaxSamples = 0,
                TimeLimit = Duration.FromTimeSpan(TimeSpan.FromHours(2)),
                CandidateTimeLimit = new Duration(),
                MaxTokens = -1,
                Parallelism = 0,
            },
            Grade = (V1.Grade)9,
        };

        var fields = await FieldsRefused(async () =>
        {
            using var call = service.Client.Prove(request, cancellationToken: Token);
            await call.ReadAll();
        });

        Assert.Equal(
            ["statement", "budget.max_samples", "budget.time_limit", "budget.candidate_time_limit", "budget.max_tokens", "budget.parallelism", "grade"],
            fields);
    }

    [Fact]
    public async Task A_statement_that_is_no_good_is_refused_with_leans_messages()
    {
        await using var service = await TestService.StartAsync();
        service.Domain.Prove = (_, _) => throw new InvalidStatementException("no theorem", Samples.Messages);

        using var call = service.Client.Prove(Request, cancellationToken: Token);
        var e = await FailsWith(StatusCode.InvalidArgument, call.ReadAll);

        Assert.Equal(3, e.Detail<V1.InvalidStatement>().Messages.Count);
    }

    [Fact]
    public async Task A_model_or_a_prompt_that_is_not_there_is_told_and_no_failure_of_the_service()
    {
        await using var service = await TestService.StartAsync();
        foreach (var problem in new Exception[] { new Core.Models.ModelException("There is no model 'x'."), new Core.Prompts.PromptException("There is no model 'x'.") })
        {
            service.Domain.Prove = (_, _) => throw problem;

            using var call = service.Client.Prove(Request, cancellationToken: Token);
            var e = await FailsWith(StatusCode.FailedPrecondition, call.ReadAll);

            Assert.Contains("no model 'x'", e.Status.Detail, StringComparison.Ordinal);
            var told = Assert.IsType<Core.Models.ModelException>(Service.Client.RemoteErrors.ToException(e, new Uri("http://a.invalid")));
            Assert.Equal((e.Status.Detail, false), (told.Message, told.IsTransient));
        }
    }

    [Fact]
    public async Task A_search_that_ends_without_a_result_is_an_error()
    {
        await using var service = await TestService.StartAsync();
        service.Domain.Prove = (_, _) => FakeDomain.Events(Samples.Started);

        using var call = service.Client.Prove(Request, cancellationToken: Token);

        await FailsWith(StatusCode.Internal, call.ReadAll);
    }

    [Fact]
    public async Task Cancelling_my_call_stops_the_search()
    {
        await using var service = await TestService.StartAsync();
        var stopped = new TaskCompletionSource();
        service.Domain.Prove = (_, token) => FakeDomain.UntilCancelled(stopped, [Samples.Started], token);
        using var mine = CancellationTokenSource.CreateLinkedTokenSource(Token);

        using var call = service.Client.Prove(Request, cancellationToken: mine.Token);
        Assert.True(await call.ResponseStream.MoveNext(Token));
        await mine.CancelAsync();

        await stopped.Task.WaitAsync(Token);
    }

    private static TaskCompletionSource<ProveRequest> Asked(TestService service)
    {
        var asked = new TaskCompletionSource<ProveRequest>();
        service.Domain.Prove = (request, _) =>
        {
            asked.SetResult(request);
            return FakeDomain.Events(Samples.Search(VerdictKind.NotProved));
        };
        return asked;
    }
}
