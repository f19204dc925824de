using System.Diagnostics.Metrics;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Prover.Core.Verification;
using Prover.Service.Tests.Support;
using static Prover.Service.Tests.Support.Failures;

namespace Prover.Service.Tests.Telemetry;

public sealed class MetricsSpecs
{
    [Fact]
    public async Task I_can_count_verdicts_by_kind()
    {
        await using var service = await TestService.StartAsync();
        using var listener = Listen(service, out var measured);
        service.Domain.Verify = (_, _) => Task.FromResult(Samples.Verdict(VerdictKind.Rejected));
        service.Domain.Prove = (_, _) => FakeDomain.Events(Samples.Search(VerdictKind.NotProved));

        await service.Client.VerifyAsync(new V1.VerifyRequest { Text = Samples.Text }, cancellationToken: Token);
        using var call = service.Client.Prove(new V1.ProveRequest { Statement = "theorem one : 1 = 1" }, cancellationToken: Token);
        await call.ReadAll();

        Assert.Equal(
            ["asked=candidate kind=infrastructure", "asked=candidate kind=timed_out", "asked=prove kind=not_proved", "asked=verify kind=rejected"],
            measured().Where(m => m.Name == "prover.verdicts").Select(m => $"asked={m.Tags["asked"]} kind={m.Tags["kind"]}").Order());
        Assert.Contains(measured(), m => m.Name == "prover.verdict.duration" && m.Value == 1.2345678);
    }

    [Fact]
    public async Task I_can_see_the_queue()
    {
        await using var service = await TestService.StartAsync();
        using var listener = Listen(service, out var measured);
        service.Domain.Pool = service.Domain.Pool with { Queued = 42 };

        listener.RecordObservableInstruments();

        Assert.Equal(42, Assert.Single(measured(), m => m.Name == "prover.queue.depth").Value);
    }

    [Fact]
    public async Task I_can_see_which_calls_run_and_which_were_refused()
    {
        await using var service = await TestService.StartAsync(options: TestService.Options with { MaxConcurrentCalls = 1 });
        using var listener = Listen(service, out var measured);
        var (asked, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        service.Domain.Verify = async (_, _) =>
        {
            asked.SetResult();
            await go.Task;
            return Samples.Verdict(VerdictKind.Proved);
        };
        var request = new V1.VerifyRequest { Text = Samples.Text };

        var running = service.Client.VerifyAsync(request, cancellationToken: Token);
        await asked.Task.WaitAsync(Token);
        await FailsWith(StatusCode.ResourceExhausted, async () => await service.Client.VerifyAsync(request, cancellationToken: Token));

        var active = Assert.Single(measured(), m => m.Name == "prover.calls.active");
        Assert.Equal((1, "Verify"), (active.Value, active.Tags["method"]));
        var refused = Assert.Single(measured(), m => m.Name == "prover.calls.refused");
        Assert.Equal((1, "full"), (refused.Value, refused.Tags["reason"]));
        go.SetResult();
        await running;
    }

    [Fact]
    public async Task No_attribute_holds_a_text_or_a_name()
    {
        await using var service = await TestService.StartAsync();
        using var listener = Listen(service, out var measured);

        await service.Client.VerifyAsync(new V1.VerifyRequest { Text = Samples.Text, Theorem = "one" }, cancellationToken: Token);

        var attributes = measured().SelectMany(m => m.Tags.Keys).Distinct().Order();
        Assert.Equal(["asked", "cached", "kind", "method"], attributes);
    }

    private static MeterListener Listen(TestService service, out Func<IReadOnlyList<Measured>> measured)
    {
        // Meters of a factory carry it as their scope: this tells the host of this test from those of others.
        var factory = service.Host.Services.GetRequiredService<IMeterFactory>();
        var all = new List<Measured>();
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == "Prover" && ReferenceEquals(instrument.Meter.Scope, factory))
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument.Name, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument.Name, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument.Name, value, tags));
        listener.Start();
        measured = () =>
        {
            lock (all)
            {
                return [.. all];
            }
        };
        return listener;

        void Add(string name, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            lock (all)
            {
                all.Add(new Measured(name, value, tags.ToArray().ToDictionary(t => t.Key, t => t.Value)));
            }
        }
    }

    private sealed record Measured(string Name, double Value, Dictionary<string, object?> Tags);
}
