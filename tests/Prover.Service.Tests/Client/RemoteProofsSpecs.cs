using Prover.Core.Lean;
using Prover.Core.Storage;
using Prover.Core.Verification;
using Prover.Service.Client;
using Prover.Service.Tests.Support;
using static Prover.Service.Tests.Support.Failures;

namespace Prover.Service.Tests.Client;

public sealed class RemoteProofsSpecs
{
    [Theory]
    [InlineData(null)]
    [InlineData("problem")]
    public async Task A_proof_arrives_as_it_is_kept(string? problemId)
    {
        await using var service = await TestService.StartAsync();
        service.Domain.Store.Proofs.Add(Samples.Proof("a", problemId));

        var proof = await new RemoteProofs(service.Connect()).GetProofAsync("a", Token);

        Assert.Equivalent(Samples.Proof("a", problemId), proof, strict: true);
    }

    [Fact]
    public async Task A_proof_of_the_time_before_audits_arrives_as_it_is_kept()
    {
        await using var service = await TestService.StartAsync();
        var old = Samples.Proof("a") with { Grade = Grade.Compiled, Audit = null, AskedStatement = null };
        service.Domain.Store.Proofs.Add(old);

        Assert.Equivalent(old, await new RemoteProofs(service.Connect()).GetProofAsync("a", Token), strict: true);
    }

    [Fact]
    public async Task A_proof_that_there_is_not_is_null()
    {
        await using var service = await TestService.StartAsync();

        Assert.Null(await new RemoteProofs(service.Connect()).GetProofAsync("nothing", Token));
    }

    [Fact]
    public async Task A_page_arrives_as_it_is_kept()
    {
        await using var service = await TestService.StartAsync();
        var asked = new TaskCompletionSource<ProofQuery>();
        service.Domain.Store.List = query =>
        {
            asked.SetResult(query);
            return new ProofPage([Samples.Proof("a"), Samples.Proof("b")], "next");
        };
        var query = new ProofQuery { NameContains = "one", MinimumGrade = Grade.Replayed, PageSize = 7, PageToken = "here" };

        var page = await new RemoteProofs(service.Connect()).ListProofsAsync(query, Token);

        Assert.Equal(query, await asked.Task);
        Assert.Equivalent(new ProofPage([Samples.Proof("a"), Samples.Proof("b")], "next"), page, strict: true);
    }

    [Fact]
    public async Task A_bad_page_token_is_the_same_exception_as_here()
    {
        await using var service = await TestService.StartAsync();
        service.Domain.Store.List = _ => throw new ArgumentException("token");

        await Assert.ThrowsAsync<ArgumentException>(() => new RemoteProofs(service.Connect()).ListProofsAsync(new ProofQuery { PageToken = "x" }, Token));
    }

    [Fact]
    public async Task A_broken_store_is_the_same_exception_as_here()
    {
        await using var service = await TestService.StartAsync();
        service.Domain.Store.Failure = new StoreException("damaged");
        var proofs = new RemoteProofs(service.Connect());

        await Assert.ThrowsAsync<StoreException>(() => proofs.GetProofAsync("a", Token));
        await Assert.ThrowsAsync<StoreException>(() => proofs.ListProofsAsync(new ProofQuery(), Token));
    }

    [Fact]
    public async Task Cancelling_is_the_same_exception_as_here()
    {
        await using var service = await TestService.StartAsync();
        var proofs = new RemoteProofs(service.Connect());
        using var mine = new CancellationTokenSource();
        await mine.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => proofs.GetProofAsync("a", mine.Token));
        await Assert.ThrowsAsync<OperationCanceledException>(() => proofs.ListProofsAsync(new ProofQuery(), mine.Token));
    }

    [Fact]
    public async Task A_server_without_its_key_says_which_variable_to_set()
    {
        await using var service = await TestService.StartAsync(options: TestService.Options with { ApiKey = "key" });

        var e = await Assert.ThrowsAsync<ToolchainException>(() => new RemoteProofs(service.Connect()).ListProofsAsync(new ProofQuery(), Token));

        Assert.Contains("PROVER_API_KEY", e.Message, StringComparison.Ordinal);
    }
}
