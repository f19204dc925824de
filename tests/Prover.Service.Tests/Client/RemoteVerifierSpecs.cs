using Grpc.Core;
using Prover.Core.Auditing;
using Prover.Core.Lean;
using Prover.Core.Storage;
using Prover.Core.Verification;
using Prover.Service.Client;
using Prover.Service.Tests.Support;
using static Prover.Service.Tests.Support.Failures;

namespace Prover.Service.Tests.Client;

public sealed class RemoteVerifierSpecs
{
    private static readonly VerifyRequest Request = new() { Text = Samples.Text };

    [Theory]
    [EveryKind]
    public async Task A_verdict_arrives_as_it_was_given(VerdictKind kind)
    {
        await using var service = await TestService.StartAsync();
        service.Domain.Verify = (_, _) => Task.FromResult(Samples.Verdict(kind));

        var verdict = await new RemoteVerifier(service.Connect()).VerifyAsync(Request, Token);

        Assert.Equivalent(Samples.Verdict(kind), verdict, strict: true);
    }

    [Fact]
    public async Task A_verdict_with_nothing_in_it_arrives_as_it_was_given()
    {
        await using var service = await TestService.StartAsync();
        var bare = new Verdict { Kind = VerdictKind.Infrastructure };
        service.Domain.Verify = (_, _) => Task.FromResult(bare);

        Assert.Equivalent(bare, await new RemoteVerifier(service.Connect()).VerifyAsync(Request, Token), strict: true);
    }

    [Fact]
    public async Task A_refusal_arrives_as_it_was_given_whatever_the_rule()
    {
        await using var service = await TestService.StartAsync();
        var verifier = new RemoteVerifier(service.Connect());
        foreach (var rule in Enum.GetValues<RefusalRule>())
        {
            var full = Samples.Verdict(VerdictKind.Rejected) with { Refusal = Samples.Refusal(rule) };
            var bare = full with { Refusal = new Refusal(rule, "no") };

            service.Domain.Verify = (_, _) => Task.FromResult(full);
            Assert.Equivalent(full, await verifier.VerifyAsync(Request, Token), strict: true);
            service.Domain.Verify = (_, _) => Task.FromResult(bare);
            Assert.Equivalent(bare, await verifier.VerifyAsync(Request, Token), strict: true);
        }
    }

    [Fact]
    public async Task A_rule_that_I_do_not_know_stays_readable()
    {
        var wire = new V1.Refusal { Rule = (V1.RefusalRule)99, Message = "It is impolite.", Constant = "t" };
        wire.Chain.AddRange(["t", "u"]);
        await using var rogue = new RogueServer
        {
            OnVerify = _ => new() { Verdict = new() { Kind = V1.VerdictKind.Rejected, Reason = "It is impolite.", Refusal = wire } },
        };
        using var connection = await rogue.StartAsync();

        var verdict = await new RemoteVerifier(connection).VerifyAsync(Request, Token);

        Assert.Equal((VerdictKind.Rejected, RefusalRule.Other), (verdict.Kind, verdict.Refusal!.Rule));
        Assert.Equal(("It is impolite.", "t"), (verdict.Refusal.Message, verdict.Refusal.Constant));
        Assert.Equal(["t", "u"], verdict.Refusal.Chain);
    }

    [Fact]
    public async Task A_grade_of_an_audit_that_I_do_not_know_counts_as_the_weakest()
    {
        await using var rogue = new RogueServer
        {
            OnVerify = _ => new() { Verdict = new() { Kind = V1.VerdictKind.Proved, Grade = V1.Grade.Compiled, Audit = new() { Grade = (V1.Grade)99 } } },
        };
        using var connection = await rogue.StartAsync();

        Assert.Equal(Grade.Compiled, (await new RemoteVerifier(connection).VerifyAsync(Request, Token)).Audit?.Grade);
    }

    [Fact]
    public async Task My_question_arrives_as_I_asked_it()
    {
        await using var service = await TestService.StartAsync();
        var asked = new TaskCompletionSource<VerifyRequest>();
        service.Domain.Verify = (request, _) =>
        {
            asked.SetResult(request);
            return Task.FromResult(Samples.Verdict(VerdictKind.Proved));
        };
        var request = new VerifyRequest
        {
            Text = Samples.Text,
            TheoremName = "one",
            Statement = "theorem one : 1 = 1",
            Grade = Grade.Replayed,
            TimeLimit = TimeSpan.FromMilliseconds(1_234.5),
            UseStore = false,
        };

        await new RemoteVerifier(service.Connect()).VerifyAsync(request, Token);

        Assert.Equal(request, await asked.Task);
    }

    [Fact]
    public async Task A_bad_statement_is_the_same_exception_as_here()
    {
        await using var service = await TestService.StartAsync();
        service.Domain.Verify = (_, _) => throw new InvalidStatementException("no theorem", Samples.Messages);

        var e = await Assert.ThrowsAsync<InvalidStatementException>(() => new RemoteVerifier(service.Connect()).VerifyAsync(Request, Token));

        Assert.Equal("no theorem", e.Message);
        Assert.Equal(Samples.Messages, e.Messages);
    }

    [Fact]
    public async Task An_empty_text_is_a_mistake_of_mine()
    {
        await using var service = await TestService.StartAsync();

        var e = await Assert.ThrowsAsync<ArgumentException>(() => new RemoteVerifier(service.Connect()).VerifyAsync(new() { Text = "" }, Token));

        Assert.Contains("text", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_queue_is_a_verdict_that_says_so()
    {
        await using var service = await TestService.StartAsync();
        service.Domain.Verify = (_, _) => Task.FromResult(Samples.Overloaded);

        var verdict = await new RemoteVerifier(service.Connect()).VerifyAsync(Request, Token);

        Assert.Equal((VerdictKind.Infrastructure, true), (verdict.Kind, verdict.Overloaded));
        Assert.Contains("The queue is full.", verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_no_overload()
    {
        await using var service = await TestService.StartAsync(options: TestService.Options with { MaxMessageBytes = 1_000 });

        var verdict = await new RemoteVerifier(service.Connect()).VerifyAsync(new() { Text = new string('-', 2_000) }, Token);

        Assert.Equal((VerdictKind.Infrastructure, false), (verdict.Kind, verdict.Overloaded));
        Assert.Contains("maximum", verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_is_a_verdict_and_reaches_the_server()
    {
        await using var service = await TestService.StartAsync();
        var (asked, stopped) = (new TaskCompletionSource(), new TaskCompletionSource());
        service.Domain.Verify = async (_, token) =>
        {
            asked.SetResult();
            await FakeDomain.Cancellation(token);
            stopped.SetResult();
            return Samples.Verdict(VerdictKind.Cancelled);
        };
        using var mine = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var verdict = new RemoteVerifier(service.Connect()).VerifyAsync(Request, mine.Token);
        await asked.Task.WaitAsync(Token);
        await mine.CancelAsync();

        Assert.Equal(VerdictKind.Cancelled, (await verdict).Kind);
        await stopped.Task.WaitAsync(Token);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named_with_a_remedy()
    {
        var gone = await TestService.StartAsync();
        var address = gone.Address;
        await gone.DisposeAsync();
        using var connection = new ProverConnection(new ProverClientOptions { Address = address, ApiKey = null });

        var e = await Assert.ThrowsAsync<ToolchainException>(() => new RemoteVerifier(connection).VerifyAsync(Request, Token));

        Assert.Contains(address.ToString(), e.Message, StringComparison.Ordinal);
        Assert.Contains("prover serve", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_breaks_off_gives_no_verdict_on_the_text()
    {
        await using var rogue = new RogueServer
        {
            OnVerify = context =>
            {
                context.GetHttpContext().Abort();
                return new();
            },
        };
        using var connection = await rogue.StartAsync();

        var verdict = await new RemoteVerifier(connection).VerifyAsync(Request, Token);

        Assert.Equal(VerdictKind.Infrastructure, verdict.Kind);
        Assert.Contains(connection.Address.ToString(), verdict.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(99)]
    public async Task A_kind_of_verdict_that_I_do_not_know_is_never_taken_for_a_proof(int kind)
    {
        await using var rogue = new RogueServer { OnVerify = _ => new() { Verdict = new() { Kind = (V1.VerdictKind)kind } } };
        using var connection = await rogue.StartAsync();

        Assert.Equal(VerdictKind.Infrastructure, (await new RemoteVerifier(connection).VerifyAsync(Request, Token)).Kind);
    }

    [Fact]
    public async Task An_answer_without_a_verdict_is_never_taken_for_a_proof()
    {
        await using var rogue = new RogueServer();
        using var connection = await rogue.StartAsync();

        Assert.Equal(VerdictKind.Infrastructure, (await new RemoteVerifier(connection).VerifyAsync(Request, Token)).Kind);
    }

    [Fact]
    public async Task The_key_goes_with_my_calls()
    {
        await using var service = await TestService.StartAsync(options: TestService.Options with { ApiKey = "right" });

        Assert.Equal(VerdictKind.Proved, (await new RemoteVerifier(service.Connect("right")).VerifyAsync(Request, Token)).Kind);
        var e = await Assert.ThrowsAsync<ToolchainException>(() => new RemoteVerifier(service.Connect("wrong")).VerifyAsync(Request, Token));

        Assert.Contains("PROVER_API_KEY", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trouble_of_the_server_is_the_same_exception_as_here()
    {
        await using var service = await TestService.StartAsync();
        var verifier = new RemoteVerifier(service.Connect());

        service.Domain.Verify = (_, _) => throw new StoreException("damaged");
        Assert.Contains("damaged", (await Assert.ThrowsAsync<StoreException>(() => verifier.VerifyAsync(Request, Token))).Message, StringComparison.Ordinal);
        service.Domain.Verify = (_, _) => throw new ToolchainException("no Lean here");
        Assert.Contains("no Lean here", (await Assert.ThrowsAsync<ToolchainException>(() => verifier.VerifyAsync(Request, Token))).Message, StringComparison.Ordinal);
        service.Domain.Verify = (_, _) => throw new InvalidOperationException("secret");
        Assert.Equal(VerdictKind.Infrastructure, (await verifier.VerifyAsync(Request, Token)).Kind);
    }
}
