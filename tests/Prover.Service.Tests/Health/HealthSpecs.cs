using Grpc.Core;
using Grpc.Health.V1;
using Prover.Core.Lean;
using Prover.Core.Storage;
using Prover.Core.Verification;
using Prover.Service.Tests.Support;
using static Grpc.Health.V1.HealthCheckResponse.Types;
using static Prover.Service.Tests.Support.Failures;

namespace Prover.Service.Tests.Health;

public sealed class HealthSpecs
{
    [Theory]
    [InlineData("")]
    [InlineData("prover.v1.ProverService")]
    public async Task A_service_with_lean_and_store_serves(string name)
    {
        await using var service = await TestService.StartAsync();
        await service.PreparedAsync();

        Assert.Equal(ServingStatus.Serving, await Check(service, name));
    }

    [Fact]
    public async Task Nothing_is_known_of_other_services()
    {
        await using var service = await TestService.StartAsync();

        await FailsWith(StatusCode.NotFound, () => Check(service, "other"));
    }

    [Fact]
    public async Task It_does_not_serve_before_lean_is_ready()
    {
        var ready = new TaskCompletionSource<ToolchainIdentity>();
        await using var service = await TestService.StartAsync(new FakeDomain { Identity = () => ready.Task });

        Assert.Equal(ServingStatus.NotServing, await Check(service));
        ready.SetResult(Samples.Toolchain);
        await service.PreparedAsync();
        Assert.Equal(ServingStatus.Serving, await Check(service));
    }

    [Fact]
    public async Task It_heals_when_lean_can_be_made_ready_later()
    {
        var domain = new FakeDomain { Identity = () => throw new ToolchainException("no Lean here") };
        await using var service = await TestService.StartAsync(domain);
        await service.PreparedAsync();
        Assert.Equal(ServingStatus.NotServing, await Check(service));
        await service.PreparedAsync();

        domain.Identity = () => Task.FromResult(Samples.Toolchain);
        await Check(service);
        await service.PreparedAsync();

        Assert.Equal(ServingStatus.Serving, await Check(service));
        Assert.Contains(service.Log.Lines, line => line.Contains("no Lean here", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_does_not_serve_while_the_store_fails()
    {
        await using var service = await TestService.StartAsync();
        await service.PreparedAsync();

        service.Domain.Store.Failure = new StoreException("damaged");
        Assert.Equal(ServingStatus.NotServing, await Check(service));
        service.Domain.Store.Failure = null;
        Assert.Equal(ServingStatus.Serving, await Check(service));
    }

    [Fact]
    public async Task It_does_not_serve_while_it_shuts_down_and_watchers_are_told()
    {
        await using var service = await TestService.StartAsync();
        await service.PreparedAsync();
        var (asked, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        service.Domain.Verify = async (_, _) =>
        {
            asked.SetResult();
            await go.Task;
            return Samples.Verdict(VerdictKind.Proved);
        };
        using var watch = new Grpc.Health.V1.Health.HealthClient(service.Channel).Watch(new HealthCheckRequest(), cancellationToken: Token);
        Assert.True(await watch.ResponseStream.MoveNext(Token));
        Assert.Equal(ServingStatus.Serving, watch.ResponseStream.Current.Status);
        var running = service.Client.VerifyAsync(new V1.VerifyRequest { Text = Samples.Text }, cancellationToken: Token);
        await asked.Task.WaitAsync(Token);

        var stopping = service.Host.StopAsync(Token);
        Assert.Equal(ServingStatus.NotServing, await Check(service));
        Assert.Equal(ServingStatus.NotServing, Assert.Single(await watch.ReadAll()).Status);

        go.SetResult();
        await running;
        await stopping;
    }

    private static async Task<ServingStatus> Check(TestService service, string name = "")
    {
        var client = new Grpc.Health.V1.Health.HealthClient(service.Channel);
        var response = await client.CheckAsync(new HealthCheckRequest { Service = name }, cancellationToken: Token);
        return response.Status;
    }
}
