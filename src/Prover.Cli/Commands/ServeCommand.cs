using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Prover.Cli.Output;
using Prover.Core.Checking;
using Prover.Core.Lean;
using Prover.Core.Memory;
using Prover.Lean.Pool;
using Prover.Service.Composition;
using Prover.Service.Hosting;

namespace Prover.Cli.Commands;

/// <summary><c>prover serve</c>: the gRPC service.</summary>
internal static class ServeCommand
{
    private static readonly Option<string[]> Listen = new("--listen")
    {
        Description = "Address to listen on, http://host:port (HTTP/2 in clear text); may be given again.",
        DefaultValueFactory = _ => [.. new ProverServiceOptions().Addresses],
        HelpName = "URL",
    };

    private static readonly Option<string[]> ListenJson = new("--listen-json")
    {
        Description = "Address to listen on for JSON over HTTP/1.1: POST /v1/rewards; may be given again. Default: none.",
        HelpName = "URL",
    };

    private static readonly Option<string?> Rounds = new("--rounds")
    {
        Description = "A folder whose folders are campaigns of 'prover rounds start': clients may look on. Default: none.",
        HelpName = "DIR",
    };

    private static readonly Option<int> Queue = new("--queue")
    {
        Description = "Checks that may wait for a worker; more are refused.",
        DefaultValueFactory = _ => new LeanPoolOptions().QueueCapacity,
        HelpName = "N",
    };

    public static Command Create()
    {
        var command = new VerbCommand(
            "serve",
            "Serve over gRPC until SIGTERM or Ctrl-C; running calls are finished first. PROVER_API_KEY sets the key that clients must send.",
            "prover serve",
            "prover serve --listen http://127.0.0.1:8080 --workers 4",
            "PROVER_API_KEY=… prover serve --listen http://0.0.0.0:50051")
        {
            Listen, ListenJson, Rounds, Queue, SharedOptions.Workers, SharedOptions.Store, SharedOptions.Memory, ModelOptions.ModelsFile, SharedOptions.Toolchain, SharedOptions.AllowUnprotected,
        };
        command.SetAction((parsed, cancellationToken) => VerbContext.RunAsync(parsed, context => RunAsync(context, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var options = context.LocalOptions(spares: 1);
        options = options with { Pool = options.Pool with { QueueCapacity = context.Parsed.GetValue(Queue) } };
        await using var host = ProverHost.Create(
            new ProverServiceOptions
            {
                Addresses = context.Parsed.GetRequiredValue(Listen),
                JsonAddresses = context.Parsed.GetValue(ListenJson) ?? [],
                RoundsFolder = context.Parsed.GetValue(Rounds),
            },
            services => services.AddProver(options));

        // Installing shows its progress here; warming up the first worker goes on beside the first calls.
        await host.Services.GetRequiredService<ILeanToolchain>().PrepareAsync(context.Progress, cancellationToken).ConfigureAwait(false);

        // Read now: a memory that is damaged, or another process's, is no reason to fail the first call.
        _ = host.Services.GetService<ITacticMemory>();
        await host.StartAsync(cancellationToken).ConfigureAwait(false);
        _ = host.Services.GetRequiredService<ILeanChecker>().WarmUpAsync(string.Empty, cancellationToken);
        context.Output.WriteLine($"listening on {string.Join(", ", host.Addresses)}");
        await host.WaitForShutdownAsync(cancellationToken).ConfigureAwait(false);
        return ExitCode.Proved;
    }
}
