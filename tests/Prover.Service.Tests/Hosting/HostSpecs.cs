using System.Net;
using System.Net.Sockets;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Prover.Core.Storage;
using Prover.Service.Hosting;
using Prover.Service.Tests.Support;
using static Prover.Service.Tests.Support.Failures;

namespace Prover.Service.Tests.Hosting;

public sealed class HostSpecs
{
    [Fact]
    public async Task I_can_run_it_until_I_cancel()
    {
        using var mine = CancellationTokenSource.CreateLinkedTokenSource(Token);
        await using var host = ProverHost.Create(TestService.Options, services => TestService.Register(services, new FakeDomain()));
        var started = new TaskCompletionSource();
        host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(started.SetResult);
        Assert.Empty(host.Addresses);

        var running = host.RunAsync(mine.Token);
        await started.Task.WaitAsync(Token);
        var address = Assert.Single(host.Addresses);
        Assert.False(running.IsCompleted);
        await mine.CancelAsync();
        await running;

        Assert.NotEqual(0, address.Port);
        using var probe = new TcpClient();
        await Assert.ThrowsAsync<SocketException>(async () => await probe.ConnectAsync(IPAddress.Loopback, address.Port, Token));
    }

    [Fact]
    public async Task It_can_listen_on_several_addresses()
    {
        await using var service = await TestService.StartAsync(options: TestService.Options with { Addresses = ["http://127.0.0.1:0", "http://localhost:0"] });

        Assert.Equal(2, service.Host.Addresses.Count);
        foreach (var address in service.Host.Addresses)
        {
            using var channel = GrpcChannel.ForAddress(address);
            var client = new V1.ProverService.ProverServiceClient(channel);
            Assert.NotNull(await client.GetStatusAsync(new V1.GetStatusRequest(), cancellationToken: Token));
        }
    }

    [Fact]
    public async Task An_address_that_is_taken_is_an_error_that_names_it()
    {
        await using var first = await TestService.StartAsync();
        var taken = first.Address.ToString();

        var e = await Assert.ThrowsAsync<IOException>(() => TestService.StartAsync(options: TestService.Options with { Addresses = [taken] }));

        Assert.Contains($"{first.Address.Port}", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_that_is_not_registered_is_named()
    {
        var e = Assert.Throws<InvalidOperationException>(() => ProverHost.Create(TestService.Options, services =>
        {
            TestService.Register(services, new FakeDomain());
            services.Remove(services.Single(s => s.ServiceType == typeof(IProofStore)));
        }));

        Assert.Contains(nameof(IProofStore), e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_warns_when_everybody_can_reach_it_without_a_key()
    {
        await using var open = await TestService.StartAsync(options: TestService.Options with { Addresses = ["http://0.0.0.0:0"] });
        await using var locked = await TestService.StartAsync(options: TestService.Options with { Addresses = ["http://0.0.0.0:0"], ApiKey = "key" });
        await using var local = await TestService.StartAsync();

        Assert.Contains(open.Log.Lines, IsWarning);
        Assert.DoesNotContain(locked.Log.Lines, IsWarning);
        Assert.DoesNotContain(local.Log.Lines, IsWarning);

        static bool IsWarning(string line) => line.StartsWith("Warning 3002 ", StringComparison.Ordinal);
    }
}
