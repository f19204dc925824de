using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Prover.Core.Checking;
using Prover.Core.Formalization;
using Prover.Core.Proving;
using Prover.Core.Storage;
using Prover.Core.Verification;
using Prover.Datasets.Rewards;
using Prover.Service.Admission;
using Prover.Service.Calls;
using Prover.Service.Campaigns;
using Prover.Service.DeepThinking;
using Prover.Service.Errors;
using Prover.Service.Health;
using Prover.Service.Mapping;
using Prover.Service.Rewards;
using Prover.Service.Telemetry;

namespace Prover.Service.Hosting;

/// <summary>Registers the service's own parts and lays its pipeline.</summary>
internal static class ServiceSetup
{
    private static readonly Type[] Required = [typeof(IVerifier), typeof(IProofSearch), typeof(IFormalization), typeof(IProofStore), typeof(ILeanChecker)];

    public static void AddProverService(this IServiceCollection services, ProverServiceOptions options)
    {
        foreach (var missing in Required.Where(type => services.All(s => s.ServiceType != type)))
        {
            throw new InvalidOperationException($"The service needs an {missing.Name}; register one where the host is created.");
        }

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<ActiveCalls>();
        services.AddSingleton<ServiceMetrics>();
        services.AddSingleton<RequestReader>();
        services.AddSingleton<VerifyBatch>();
        services.AddSingleton<StatusReader>();
        services.AddSingleton<ToolchainReadiness>();
        services.AddHostedService(provider => provider.GetRequiredService<ToolchainReadiness>());
        services.AddHostedService<ShutdownDrain>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = options.ShutdownGrace + 2 * ShutdownDrain.Farewell);
        services.AddMetrics();
        services.AddTelemetry();

        services.AddGrpc();
        services.AddSingleton<RewardScorer>();
        services.AddSingleton<RewardReader>();
        services.AddSingleton<RewardCall>();
        services.AddSingleton<CampaignFolders>();
        services.AddSingleton<CampaignWatch>();
        services.AddSingleton<ThinkReader>();
        services.Configure<GrpcServiceOptions<ProverEndpoint>>(Configure);
        services.Configure<GrpcServiceOptions<DatasetEndpoint>>(Configure);
        services.Configure<GrpcServiceOptions<RoundsEndpoint>>(Configure);
        services.Configure<GrpcServiceOptions<DeepThinkEndpoint>>(Configure);
        services.AddGrpcReflection();
        services.AddGrpcHealthChecks(health => health.Services.Map("prover.v1.ProverService", _ => true))
            .AddCheck<ServiceHealthCheck>("prover");
        services.Configure<HealthCheckPublisherOptions>(publisher =>
        {
            publisher.Delay = TimeSpan.Zero;
            publisher.Period = TimeSpan.FromSeconds(10);
        });

        void Configure(GrpcServiceOptions grpc)
        {
            grpc.MaxReceiveMessageSize = options.MaxMessageBytes;
            grpc.Interceptors.Add<ErrorInterceptor>();
        }
    }

    public static void Configure(this KestrelServerOptions kestrel, ProverServiceOptions options)
    {
        kestrel.AddServerHeader = false;
        // gRPC bounds each message itself, with an error that clients understand.
        kestrel.Limits.MaxRequestBodySize = null;
        // Room for calls beyond the limit, so that they are refused and do not wait in the client.
        kestrel.Limits.Http2.MaxStreamsPerConnection = Math.Max(100, options.MaxConcurrentCalls + 16);
        foreach (var address in options.Addresses)
        {
            ListenAddress.TryParse(address)?.Listen(kestrel, HttpProtocols.Http2);
        }

        foreach (var address in options.JsonAddresses)
        {
            ListenAddress.TryParse(address)?.Listen(kestrel, HttpProtocols.Http1);
        }
    }

    public static void MapProverService(this WebApplication app)
    {
        app.UseRouting();
        app.UseMiddleware<ApiKeyMiddleware>();
        app.UseMiddleware<AdmissionMiddleware>();
        app.MapGrpcService<ProverEndpoint>().WithMetadata(Guarded.Mark);
        app.MapGrpcService<DatasetEndpoint>().WithMetadata(Guarded.Mark);
        app.MapGrpcService<RoundsEndpoint>().WithMetadata(Guarded.Mark);
        app.MapGrpcService<DeepThinkEndpoint>().WithMetadata(Guarded.Mark);
        app.MapRewards();
        app.MapGrpcHealthChecksService();
        app.MapGrpcReflectionService();
    }
}
