using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Prover.Core.Lean;
using Prover.Core.Storage;
using Prover.Core.Verification;
using Prover.Service.Tests.Support;
using static Prover.Service.Tests.Support.Failures;

namespace Prover.Service.Tests.Calls;

public sealed class VerifySpecs
{
    [Fact]
    public async Task I_can_have_a_text_judged()
    {
        await using var service = await TestService.StartAsync();
        var asked = new TaskCompletionSource<VerifyRequest>();
        service.Domain.Verify = (request, _) =>
        {
            asked.SetResult(request);
            return Task.FromResult(Samples.Verdict(VerdictKind.Proved));
        };

        var response = await service.Client.VerifyAsync(
            new V1.VerifyRequest
            {
                Text = Samples.Text,
                Theorem = "one",
                Statement = "theorem one : 1 = 1",
                Grade = V1.Grade.Replayed,
                TimeLimit = Duration.FromTimeSpan(TimeSpan.FromSeconds(7)),
                NoStore = true,
            },
            cancellationToken: Token);

        Assert.Equal(V1.VerdictKind.Proved, response.Verdict.Kind);
        Assert.Equal(V1.Grade.Audited, response.Verdict.Grade);
        Assert.Equal(
            new VerifyRequest
            {
                Text = Samples.Text,
                TheoremName = "one",
                Statement = "theorem one : 1 = 1",
                Grade = Grade.Replayed,
                TimeLimit = TimeSpan.FromSeconds(7),
                UseStore = false,
            },
            await asked.Task);
    }

    [Fact]
    public async Task What_I_leave_out_takes_the_services_defaults()
    {
        await using var service = await TestService.StartAsync(options: TestService.Options with
        {
            DefaultGrade = Grade.Audited,
            DefaultCheckTimeLimit = TimeSpan.FromSeconds(9),
        });
        var asked = new TaskCompletionSource<VerifyRequest>();
        service.Domain.Verify = (request, _) =>
        {
            asked.SetResult(request);
            return Task.FromResult(Samples.Verdict(VerdictKind.Proved));
        };

        await service.Client.VerifyAsync(new V1.VerifyRequest { Text = Samples.Text }, cancellationToken: Token);

        Assert.Equal(
            new VerifyRequest { Text = Samples.Text, Grade = Grade.Audited, TimeLimit = TimeSpan.FromSeconds(9), UseStore = true },
            await asked.Task);
    }

    [Fact]
    public async Task Without_a_grade_the_strongest_is_asked_for()
    {
        await using var service = await TestService.StartAsync();
        var asked = new TaskCompletionSource<VerifyRequest>();
        service.Domain.Verify = (request, _) =>
        {
            asked.SetResult(request);
            return Task.FromResult(Samples.Verdict(VerdictKind.Proved));
        };

        await service.Client.VerifyAsync(new V1.VerifyRequest { Text = Samples.Text }, cancellationToken: Token);

        Assert.Equal(Grade.Replayed, (await asked.Task).Grade);
    }

    [Theory]
    [InlineData(VerdictKind.Proved, V1.VerdictKind.Proved)]
    [InlineData(VerdictKind.Rejected, V1.VerdictKind.Rejected)]
    [InlineData(VerdictKind.NotProved, V1.VerdictKind.NotProved)]
    [InlineData(VerdictKind.Refuted, V1.VerdictKind.Refuted)]
    [InlineData(VerdictKind.TimedOut, V1.VerdictKind.TimedOut)]
    [InlineData(VerdictKind.Cancelled, V1.VerdictKind.Cancelled)]
    [InlineData(VerdictKind.Infrastructure, V1.VerdictKind.Infrastructure)]
    public async Task A_verdict_of_any_kind_is_an_answer_and_no_error(VerdictKind kind, V1.VerdictKind expected)
    {
        await using var service = await TestService.StartAsync();
        service.Domain.Verify = (_, _) => Task.FromResult(Samples.Verdict(kind));

        var response = await service.Client.VerifyAsync(new V1.VerifyRequest { Text = Samples.Text }, cancellationToken: Token);

        Assert.Equal(expected, response.Verdict.Kind);
    }

    [Fact]
    public async Task I_am_told_every_field_that_is_no_good()
    {
        await using var service = await TestService.StartAsync();
        var request = new V1.VerifyRequest
        {
            Text = " \n",
            Grade = (V1.Grade)42,
            TimeLimit = Duration.FromTimeSpan(TimeSpan.FromMinutes(11)),
        };

        var fields = await FieldsRefused(async () => await service.Client.VerifyAsync(request, cancellationToken: Token));

        Assert.Equal(["text", "grade", "time_limit"], fields);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 0)]
    [InlineData(1, -1)]
    [InlineData(long.MaxValue, 0)]
    [InlineData(1, 1_000_000_000)]
    [InlineData(600, 1)]
    public async Task A_time_limit_that_makes_no_sense_is_refused(long seconds, int nanos)
    {
        await using var service = await TestService.StartAsync();
        // A nanosecond beyond the maximum is lost in a tick; the smallest that counts is 100.
        var limit = new Duration { Seconds = seconds, Nanos = nanos == 1 ? 100 : nanos };
        var request = new V1.VerifyRequest { Text = Samples.Text, TimeLimit = limit };

        var fields = await FieldsRefused(async () => await service.Client.VerifyAsync(request, cancellationToken: Token));

        Assert.Equal(["time_limit"], fields);
    }

    [Fact]
    public async Task A_statement_that_is_no_good_is_refused_with_leans_messages()
    {
        await using var service = await TestService.StartAsync();
        service.Domain.Verify = (_, _) => throw new InvalidStatementException("It does not elaborate.", Samples.Messages);

        var e = await FailsWith(StatusCode.InvalidArgument, () => Ask(service));

        Assert.Equal("It does not elaborate.", e.Status.Detail);
        Assert.Equal(["info ∀", "warning", "error"], e.Detail<V1.InvalidStatement>().Messages.Select(m => m.Text));
    }

    [Fact]
    public async Task A_grade_that_can_not_be_had_is_refused_by_name()
    {
        await using var service = await TestService.StartAsync();
        service.Domain.Verify = (_, _) => throw new NotSupportedException("Grade 'Replayed' can't be had yet.");

        var fields = await FieldsRefused(async () => await service.Client.VerifyAsync(new V1.VerifyRequest { Text = Samples.Text }, cancellationToken: Token));

        Assert.Equal(["grade"], fields);
    }

    [Fact]
    public async Task A_full_queue_tells_me_when_to_try_again()
    {
        await using var service = await TestService.StartAsync(options: TestService.Options with { RetryAfter = TimeSpan.FromSeconds(3) });
        service.Domain.Verify = (_, _) => Task.FromResult(Samples.Overloaded);

        var e = await FailsWith(StatusCode.ResourceExhausted, () => Ask(service));

        Assert.Equal("The queue is full.", e.Status.Detail);
        Assert.Equal(TimeSpan.FromSeconds(3), e.Detail<RetryInfo>().RetryDelay.ToTimeSpan());
    }

    public static TheoryData<Exception, StatusCode> DomainFailures => new()
    {
        { new StoreException("damaged"), StatusCode.DataLoss },
        { new StoreException("locked", new TimeoutException()), StatusCode.Unavailable },
        { new ToolchainException("no Lean here"), StatusCode.FailedPrecondition },
        { new OperationCanceledException(), StatusCode.Cancelled },
    };

    [Theory]
    [MemberData(nameof(DomainFailures), DisableDiscoveryEnumeration = true)]
    public async Task A_failure_of_the_domain_has_its_own_status(Exception failure, StatusCode code)
    {
        await using var service = await TestService.StartAsync();
        service.Domain.Verify = (_, _) => throw failure;

        var e = await FailsWith(code, () => Ask(service));

        if (code != StatusCode.Cancelled)
        {
            Assert.Equal(failure.Message, e.Status.Detail);
        }
    }

    [Fact]
    public async Task A_failure_that_nobody_foresaw_tells_me_an_id_and_nothing_else()
    {
        await using var service = await TestService.StartAsync();
        service.Domain.Verify = (_, _) => throw new InvalidOperationException("secret inside");

        var e = await FailsWith(StatusCode.Internal, () => Ask(service));

        var id = e.Detail<RequestInfo>().RequestId;
        Assert.DoesNotContain("secret inside", e.ToString(), StringComparison.Ordinal);
        Assert.Contains(id, e.Status.Detail, StringComparison.Ordinal);
        Assert.Contains(service.Log.Lines, line => line.Contains(id, StringComparison.Ordinal) && line.Contains("secret inside", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cancelling_my_call_stops_the_work()
    {
        await using var service = await TestService.StartAsync();
        var (asked, stopped) = Hold(service);
        using var mine = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var call = service.Client.VerifyAsync(new V1.VerifyRequest { Text = Samples.Text }, cancellationToken: mine.Token);
        await asked.Task.WaitAsync(Token);
        await mine.CancelAsync();

        await FailsWith(StatusCode.Cancelled, async () => await call);
        await stopped.Task.WaitAsync(Token);
    }

    [Fact]
    public async Task My_deadline_stops_the_work()
    {
        await using var service = await TestService.StartAsync();
        var (_, stopped) = Hold(service);
        // Everything is warm before the clock runs, so that the call reaches the verifier in time.
        await service.Client.GetStatusAsync(new V1.GetStatusRequest(), cancellationToken: Token);

        await FailsWith(StatusCode.DeadlineExceeded, async () => await service.Client.VerifyAsync(
            new V1.VerifyRequest { Text = Samples.Text }, deadline: DateTime.UtcNow.AddSeconds(2), cancellationToken: Token));

        await stopped.Task.WaitAsync(Token);
    }

    [Fact]
    public async Task A_message_may_be_as_long_as_the_limit_and_no_longer()
    {
        await using var service = await TestService.StartAsync(options: TestService.Options with { MaxMessageBytes = 6_000_000 });
        var asked = 0;
        service.Domain.Verify = (_, _) =>
        {
            asked++;
            return Task.FromResult(Samples.Verdict(VerdictKind.Rejected));
        };

        await service.Client.VerifyAsync(new V1.VerifyRequest { Text = new string('-', 5_900_000) }, cancellationToken: Token);
        await FailsWith(StatusCode.ResourceExhausted, async () => await service.Client.VerifyAsync(
            new V1.VerifyRequest { Text = new string('-', 6_000_000) }, cancellationToken: Token));

        Assert.Equal(1, asked);
    }

    private static async Task Ask(TestService service) =>
        await service.Client.VerifyAsync(new V1.VerifyRequest { Text = Samples.Text }, cancellationToken: Token);

    private static (TaskCompletionSource Asked, TaskCompletionSource Stopped) Hold(TestService service)
    {
        var (asked, stopped) = (new TaskCompletionSource(), new TaskCompletionSource());
        service.Domain.Verify = async (_, token) =>
        {
            asked.SetResult();
            await FakeDomain.Cancellation(token);
            stopped.SetResult();
            return Samples.Verdict(VerdictKind.Cancelled);
        };
        return (asked, stopped);
    }
}
