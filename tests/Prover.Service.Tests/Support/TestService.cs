using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Prover.Core.Checking;
using Prover.Core.Formalization;
using Prover.Core.Proving;
using Prover.Core.Storage;
using Prover.Core.Verification;
using Prover.Service.Admission;
using Prover.Service.Client;
using Prover.Service.Health;
using Prover.Service.Hosting;

namespace Prover.Service.Tests.Support;

/// <summary>The real service on a free port of this machine, over a fake domain, with a client.</summary>
internal sealed class TestService : IAsyncDisposable
{
    public static readonly ProverServiceOptions Options = new() { Addresses = ["http://127.0.0.1:0"], ApiKey = null };

    private readonly List<IDisposable> _connections = [];

    private TestService(ProverHost host, FakeDomain domain, CapturedLog log)
    {
        Host = host;
        Domain = domain;
        Log = log;
        Channel = GrpcChannel.ForAddress(Address, new GrpcChannelOptions { MaxReceiveMessageSize = null, MaxSendMessageSize = null });
        Client = new V1.ProverService.ProverServiceClient(Channel);
    }

    public ProverHost Host { get; }

    public FakeDomain Domain { get; }

    public CapturedLog Log { get; }

    public Uri Address => Host.Addresses[0];

    public GrpcChannel Channel { get; }

    public V1.ProverService.ProverServiceClient Client { get; }

    public ActiveCalls Calls => Host.Services.GetRequiredService<ActiveCalls>();

    public static async Task<TestService> StartAsync(FakeDomain? domain = null, ProverServiceOptions? options = null, Action<IServiceCollection>? register = null)
    {
        domain ??= new FakeDomain();
        var log = new CapturedLog();
        var host = ProverHost.Create(options ?? Options, services =>
        {
            Register(services, domain, log);
            register?.Invoke(services);
        });
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new TestService(host, domain, log);
    }

    public static void Register(IServiceCollection services, FakeDomain domain, ILoggerProvider? log = null)
    {
        services.AddSingleton<IVerifier>(domain);
        services.AddSingleton<IProofSearch>(domain);
        services.AddSingleton<IFormalization>(domain);
        services.AddSingleton<ILeanChecker>(domain);
        services.AddSingleton<IProofStore>(domain.Store);
        services.AddLogging(logging =>
        {
            logging.ClearProviders();
            if (log is not null)
            {
                logging.AddProvider(log);
            }
        });
    }

    /// <summary>Waits until the attempt to make Lean ready has ended, well or not.</summary>
    public Task PreparedAsync() => Host.Services.GetRequiredService<ToolchainReadiness>().Attempt;

    public ProverConnection Connect(string? apiKey = null)
    {
        var connection = new ProverConnection(new ProverClientOptions { Address = Address, ApiKey = apiKey });
        _connections.Add(connection);
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        _connections.ForEach(c => c.Dispose());
        await Host.DisposeAsync();
    }
}
