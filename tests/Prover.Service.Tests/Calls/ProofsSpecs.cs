using Google.Rpc;
using Grpc.Core;
using Prover.Core.Storage;
using Prover.Core.Verification;
using Prover.Service.Tests.Support;
using static Prover.Service.Tests.Support.Failures;

namespace Prover.Service.Tests.Calls;

public sealed class ProofsSpecs
{
    [Fact]
    public async Task I_can_get_a_proof()
    {
        await using var service = await TestService.StartAsync();
        service.Domain.Store.Proofs.AddRange([Samples.Proof("a"), Samples.Proof("b")]);

        var proof = await service.Client.GetProofAsync(new V1.GetProofRequest { Id = "b" }, cancellationToken: Token);

        Assert.Equal("b", proof.Id);
        Assert.Equal(Samples.Text, proof.Text);
        Assert.Equal(V1.Grade.Replayed, proof.Grade);
    }

    [Fact]
    public async Task A_proof_that_there_is_not_is_not_found()
    {
        await using var service = await TestService.StartAsync();

        var e = await FailsWith(StatusCode.NotFound, async () => await service.Client.GetProofAsync(
            new V1.GetProofRequest { Id = "nothing" }, cancellationToken: Token));

        Assert.Equal("nothing", e.Detail<ResourceInfo>().ResourceName);
    }

    [Fact]
    public async Task A_proof_without_an_id_is_refused()
    {
        await using var service = await TestService.StartAsync();

        Assert.Equal(["id"], await FieldsRefused(async () => await service.Client.GetProofAsync(
            new V1.GetProofRequest(), cancellationToken: Token)));
    }

    [Fact]
    public async Task I_can_page_through_proofs()
    {
        await using var service = await TestService.StartAsync();
        var queries = new List<ProofQuery>();
        service.Domain.Store.List = query =>
        {
            queries.Add(query);
            return query.PageToken is null
                ? new ProofPage([Samples.Proof("a"), Samples.Proof("b")], "next")
                : new ProofPage([Samples.Proof("c")], null);
        };
        var request = new V1.ListProofsRequest { PageSize = 2, NameContains = "one", MinimumGrade = V1.Grade.Audited };

        var first = await service.Client.ListProofsAsync(request, cancellationToken: Token);
        request.PageToken = first.NextPageToken;
        var second = await service.Client.ListProofsAsync(request, cancellationToken: Token);

        Assert.Equal(["a", "b", "c"], first.Proofs.Concat(second.Proofs).Select(p => p.Id));
        Assert.Equal("", second.NextPageToken);
        var asked = new ProofQuery { PageSize = 2, NameContains = "one", MinimumGrade = Grade.Audited };
        Assert.Equal([asked, asked with { PageToken = "next" }], queries);
    }

    [Fact]
    public async Task A_query_without_anything_asks_for_fifty_that_were_replayed()
    {
        await using var service = await TestService.StartAsync();
        var asked = new TaskCompletionSource<ProofQuery>();
        service.Domain.Store.List = query =>
        {
            asked.SetResult(query);
            return new ProofPage([], null);
        };

        await service.Client.ListProofsAsync(new V1.ListProofsRequest(), cancellationToken: Token);

        Assert.Equal(new ProofQuery { PageSize = 50, MinimumGrade = Grade.Replayed }, await asked.Task);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1_001)]
    public async Task A_page_of_a_size_that_there_is_not_is_refused(int size)
    {
        await using var service = await TestService.StartAsync();

        Assert.Equal(["page_size"], await FieldsRefused(async () => await service.Client.ListProofsAsync(
            new V1.ListProofsRequest { PageSize = size }, cancellationToken: Token)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_page_token_that_the_store_does_not_know_is_refused(bool asFormat)
    {
        await using var service = await TestService.StartAsync();
        service.Domain.Store.List = _ => throw (asFormat ? new FormatException() : new ArgumentException("token"));

        Assert.Equal(["page_token"], await FieldsRefused(async () => await service.Client.ListProofsAsync(
            new V1.ListProofsRequest { PageToken = "garbage" }, cancellationToken: Token)));
    }

    [Fact]
    public async Task A_broken_store_is_data_loss()
    {
        await using var service = await TestService.StartAsync();
        service.Domain.Store.Failure = new StoreException("damaged");

        await FailsWith(StatusCode.DataLoss, async () => await service.Client.GetProofAsync(
            new V1.GetProofRequest { Id = "a" }, cancellationToken: Token));
        await FailsWith(StatusCode.DataLoss, async () => await service.Client.ListProofsAsync(
            new V1.ListProofsRequest(), cancellationToken: Token));
        await FailsWith(StatusCode.DataLoss, async () => await service.Client.GetStatusAsync(
            new V1.GetStatusRequest(), cancellationToken: Token));
    }
}
