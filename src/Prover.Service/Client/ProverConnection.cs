using Grpc.Core.Interceptors;
using Grpc.Net.Client;

namespace Prover.Service.Client;

/// <summary>A channel to a running service, shared by <see cref="RemoteVerifier"/>, <see cref="RemoteProofSearch"/>,
/// <see cref="RemoteDeepThinker"/> and <see cref="RemoteProofs"/>. Connects at the first call.</summary>
/// <remarks>Thread-safe. Disposing it ends the calls that still run.</remarks>
public sealed class ProverConnection : IDisposable
{
    private readonly GrpcChannel _channel;

    /// <summary>Makes a connection; nothing is sent yet.</summary>
    /// <exception cref="ArgumentException">An option makes no sense.</exception>
    public ProverConnection(ProverClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        Address = options.Address;
        _channel = GrpcChannel.ForAddress(options.Address, new GrpcChannelOptions
        {
            MaxReceiveMessageSize = options.MaxMessageBytes,
            MaxSendMessageSize = null,
            DisposeHttpClient = true,
            HttpHandler = new SocketsHttpHandler
            {
                ConnectTimeout = TimeSpan.FromSeconds(10),
                EnableMultipleHttp2Connections = true,
                // A search can be silent for long: pings tell a silent server from a lost one.
                KeepAlivePingDelay = TimeSpan.FromSeconds(30),
                KeepAlivePingTimeout = TimeSpan.FromSeconds(20),
                PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            },
        });
        var invoker = _channel.CreateCallInvoker();
        if (options.ApiKey is { } key)
        {
            invoker = invoker.Intercept(headers =>
            {
                headers.Add("authorization", $"Bearer {key}");
                return headers;
            });
        }

        Client = new V1.ProverService.ProverServiceClient(invoker);
        DeepThink = new V1.DeepThinkService.DeepThinkServiceClient(invoker);
    }

    /// <summary>The service's URL.</summary>
    public Uri Address { get; }

    /// <summary>The generated client, for calls that no other class here wraps.</summary>
    public V1.ProverService.ProverServiceClient Client { get; }

    /// <summary>The generated client of thoughts.</summary>
    internal V1.DeepThinkService.DeepThinkServiceClient DeepThink { get; }

    /// <inheritdoc />
    public void Dispose() => _channel.Dispose();
}
