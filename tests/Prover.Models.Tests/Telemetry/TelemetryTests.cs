using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Prover.Core.Models;
using Prover.Models.Configuration;
using Prover.Models.StandIn;
using Prover.Models.Tests.Support;

namespace Prover.Models.Tests.Telemetry;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Requests_tokens_cost_and_tries_are_counted_by_model()
    {
        var counted = new ConcurrentDictionary<string, double>();
        var name = $"m-{Guid.NewGuid():N}";
        using var listener = Listen(name, counted);
        await using var server = await StandInServer.StartAsync(r => r.Number < 3 ? Answer.Error(503) : Answer.Text("abcdefgh"));
        using var models = Models(server, name, o => o.Price = new ModelPrice(1_000_000, 2_000_000));

        await Asked.HearAsync(models.Get(name).Client.GetStreamingResponseAsync([new(Microsoft.Extensions.AI.ChatRole.User, "abcd")], null, TestContext.Current.CancellationToken));

        Assert.Equal(1, counted["prover.model.requests answered"]);
        Assert.Equal(2, counted["prover.model.retries "]);
        Assert.Equal(server.Ledger.InputTokens, counted["prover.model.tokens input"]);
        Assert.Equal(server.Ledger.OutputTokens, counted["prover.model.tokens output"]);
        Assert.Equal(server.Ledger.InputTokens + (2 * server.Ledger.OutputTokens), counted["prover.model.cost USD"]);
    }

    [Fact]
    public async Task Neither_logs_nor_spans_nor_the_cache_nor_any_text_of_ours_hold_a_key()
    {
        var folder = Directory.CreateTempSubdirectory("prover-secrets-").FullName;
        var logs = new Logs();
        var spans = new ConcurrentQueue<Activity>();
        using var activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Prover",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(activities);
        try
        {
            await using var server = await StandInServer.StartAsync(r => r.Number switch
            {
                1 => Answer.Error(500, $"trouble with {r.Authorization}"),
                2 => Answer.Text("a good answer"),
                3 => Answer.Text("abcdefghijkl").WithErrorInStream($"broke at {r.Authorization}", 1),
                _ => Answer.Error(401, $"wrong key {r.Authorization}"),
            });
            var name = $"m-{Guid.NewGuid():N}";
            using var models = Models(server, name, _ => { }, new CacheOptions { Directory = folder }, logs);
            var model = models.Get(name);
            await AskAsync("one");
            await AskAsync("two");
            var error = await Assert.ThrowsAsync<ModelException>(() => AskAsync("three"));

            var said = string.Join('\n', logs.Lines.Append(error.ToString()).Append(model.ToString()).Append(models.ToString())
                .Concat(spans.SelectMany(s => s.TagObjects.Select(t => $"{t.Key}={t.Value}").Append(s.StatusDescription ?? string.Empty)
                    .Concat(s.Events.SelectMany(e => e.Tags.Select(t => $"{t.Value}")))))
                .Concat(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => File.ReadAllText(f))));
            Assert.DoesNotContain(Asked.Key, said, StringComparison.Ordinal);
            // The test is worth something only if all of them spoke.
            Assert.Contains("[key]", said, StringComparison.Ordinal);
            Assert.Contains("a go", said, StringComparison.Ordinal);
            Assert.Contains(logs.Lines, l => l.Contains("asked again", StringComparison.Ordinal));
            Assert.Contains(logs.Lines, l => l.Contains("was cut", StringComparison.Ordinal));
            Assert.Contains(spans, s => s.Tags.Any(t => t.Key.StartsWith("gen_ai", StringComparison.Ordinal)));

            Task AskAsync(string question) => Asked.HearAsync(
                model.Client.GetStreamingResponseAsync([new(Microsoft.Extensions.AI.ChatRole.User, question)], null, TestContext.Current.CancellationToken));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_secret_does_not_print_itself()
    {
        var secret = Secret.Of("m", new ModelOptions { KeyEnvironment = "K" }, _ => Asked.Key)!;

        Assert.Equal("[key]", $"{secret}");
        Assert.Equal("x [key] y", secret.Redact($"x {Asked.Key} y"));
    }

    private static ConfiguredModels Models(StandInServer server, string name, Action<ModelOptions> change, CacheOptions? cache = null, ILoggerFactory? loggers = null)
    {
        var options = new ModelOptions { Endpoint = server.Endpoint.ToString(), Model = "test/model", KeyEnvironment = "K" };
        change(options);
        var configuration = new ModelsConfiguration { Source = "f", Models = [KeyValuePair.Create(name, options)], Cache = cache };
        return new ConfiguredModels(configuration, _ => Asked.Key, new HurriedTime(TimeSpan.FromSeconds(100)), loggers);
    }

    private static MeterListener Listen(string model, ConcurrentDictionary<string, double> counted)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, l) =>
            {
                if (instrument.Meter.Name == "Prover")
                {
                    l.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((i, value, tags, _) => Add(i, value, tags));
        listener.SetMeasurementEventCallback<double>((i, value, tags, _) => Add(i, value, tags));
        listener.Start();
        return listener;

        void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var all = tags.ToArray().ToDictionary(t => t.Key, t => t.Value?.ToString());
            if (all.GetValueOrDefault("model") == model)
            {
                var part = all.GetValueOrDefault("outcome") ?? all.GetValueOrDefault("direction") ?? all.GetValueOrDefault("currency");
                counted.AddOrUpdate($"{instrument.Name} {part}", value, (_, sum) => sum + value);
            }
        }
    }

    private sealed class Logs : ILoggerFactory, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
