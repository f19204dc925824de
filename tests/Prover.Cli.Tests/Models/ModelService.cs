using Prover.Models.StandIn;

namespace Prover.Cli.Tests.Models;

/// <summary>A served prover with real Lean, whose one model, <c>fake</c>, is a server over HTTP that answers as the test at hand says.</summary>
public sealed class ModelService : IAsyncLifetime
{
    private readonly Cli _cli = new();
    private readonly CancellationTokenSource _stop = new();
    private StandInServer _model = null!;
    private Task _serving = Task.CompletedTask;

    /// <summary>Address of the service.</summary>
    public string Address { get; private set; } = string.Empty;

    /// <summary>What the model says.</summary>
    public Func<StandInRequest, Answer> Script { get; set; } = _ => Answer.Error(500);

    public Ledger Ledger => _model.Ledger;

    public async ValueTask InitializeAsync()
    {
        _model = await StandInServer.StartAsync(request => Script(request));
        var models = _cli.File("models.json", $$"""
            // the models of these tests
            { "models": { "fake": { "endpoint": "{{_model.Endpoint}}", "model": "fake-1", "maxOutputTokens": 600, "maxChoices": 2,
              "retryDelaySeconds": 0.001, "price": { "inputPerMillion": 1, "outputPerMillion": 2 } } } }
            """);
        using var quiet = new StringWriter();
        var output = new FirstLineWriter();
        _serving = CommandLine.RunAsync(
            ["serve", "--listen", "http://127.0.0.1:0", "--store", _cli.Store, "--toolchain", "embedded", "--workers", "1", "--models-file", models],
            output, quiet, _stop.Token);
        var first = await Task.WhenAny(output.FirstLine, _serving);
        Assert.True(first == output.FirstLine, quiet.ToString());
        Address = (await output.FirstLine)["listening on ".Length..];
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        await _model.DisposeAsync();
        _stop.Dispose();
        _cli.Dispose();
    }
}
