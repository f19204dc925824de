using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Prover.Service.Hosting;

/// <summary>The gRPC service as a program: <see cref="RunAsync"/> serves until SIGTERM, Ctrl-C or cancellation, then lets
/// running calls finish.</summary>
public sealed class ProverHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ProverServiceOptions _options;

    private ProverHost(WebApplication app, ProverServiceOptions options)
    {
        _app = app;
        _options = options;
    }

    /// <summary>Where it listens, with the real ports; empty before the start.</summary>
    public IReadOnlyList<Uri> Addresses => [.. _app.Urls.Select(url => new Uri(url))];

    /// <summary>What was registered, e.g. to warm up a pool once the service listens.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Puts the service together without starting it.</summary>
    /// <param name="options">How it listens and what it allows.</param>
    /// <param name="register">Registers <c>IVerifier</c>, <c>IProofSearch</c>, <c>IFormalization</c>, <c>IProofStore</c> and <c>ILeanChecker</c>, and
    /// whatever else (a <see cref="TimeProvider"/>, logging). Logs go to standard error unless this says otherwise.</param>
    /// <exception cref="ArgumentException">An option makes no sense.</exception>
    /// <exception cref="InvalidOperationException">One of the four services is not registered.</exception>
    public static ProverHost Create(ProverServiceOptions options, Action<IServiceCollection> register)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(register);
        options.Validate();

        // The empty builder reads no settings of the folder or machine it happens to run in.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "prover" });
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("Grpc", LogLevel.Warning);
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(
            console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        register(builder.Services);
        builder.Services.AddProverService(options);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Configure(options));
        var app = builder.Build();
        app.MapProverService();
        return new ProverHost(app, options);
    }

    /// <summary>Serves until SIGTERM, Ctrl-C or cancellation, and returns when it has shut down.</summary>
    /// <exception cref="IOException">An address can't be had, e.g. because another program listens there.</exception>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        await StartAsync(cancellationToken).ConfigureAwait(false);
        await WaitForShutdownAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Returns when SIGTERM, Ctrl-C or cancellation has ended it, after its calls have finished.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken = default) => _app.WaitForShutdownAsync(cancellationToken);

    /// <summary>Returns when it listens.</summary>
    /// <exception cref="IOException">As <see cref="RunAsync"/>.</exception>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        await _app.StartAsync(cancellationToken).ConfigureAwait(false);
        var logger = Services.GetRequiredService<ILogger<ProverHost>>();
        var addresses = string.Join(", ", _app.Urls);
        HostLog.Listening(logger, addresses, _options.ApiKey is not null);
        if (_options.ApiKey is null && _options.Addresses.Concat(_options.JsonAddresses).Any(a => ListenAddress.TryParse(a) is { IsLoopback: false }))
        {
            HostLog.Unprotected(logger, addresses);
        }
    }

    /// <summary>Refuses new calls, lets running ones finish within the grace, cancels what is left, and stops.</summary>
    public Task StopAsync(CancellationToken cancellationToken = default) => _app.StopAsync(cancellationToken);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
