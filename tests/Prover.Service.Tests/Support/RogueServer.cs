using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Prover.Service.Client;

namespace Prover.Service.Tests.Support;

/// <summary>A server that speaks the contract and does not keep it.</summary>
internal sealed class RogueServer : V1.ProverService.ProverServiceBase, IAsyncDisposable
{
    private WebApplication? _app;

    public Func<ServerCallContext, V1.VerifyResponse> OnVerify { get; init; } = _ => new();

    public Func<IServerStreamWriter<V1.ProveResponse>, ServerCallContext, Task> OnProve { get; init; } = (_, _) => Task.CompletedTask;

    public async Task<ProverConnection> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(System.Net.IPAddress.Loopback, 0, l => l.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(this);
        _app = builder.Build();
        _app.MapGrpcService<RogueServer>();
        await _app.StartAsync(TestContext.Current.CancellationToken);
        return new ProverConnection(new ProverClientOptions { Address = new Uri(_app.Urls.Single()), ApiKey = null });
    }

    public override Task<V1.VerifyResponse> Verify(V1.VerifyRequest request, ServerCallContext context) => Task.FromResult(OnVerify(context));

    public override Task Prove(V1.ProveRequest request, IServerStreamWriter<V1.ProveResponse> responseStream, ServerCallContext context) =>
        OnProve(responseStream, context);

    public async ValueTask DisposeAsync()
    {
        if (_app is { } app)
        {
            // The container disposes this very object too.
            _app = null;
            await app.DisposeAsync();
        }
    }
}
