using System.Diagnostics.Metrics;
using Prover.Core.Checking;
using Prover.Core.Verification;

namespace Prover.Service.Telemetry;

/// <summary>The numbers of the service, under the meter "Prover". No text, name or key is ever put into an attribute.</summary>
internal sealed class ServiceMetrics
{
    /// <summary>Name of the meter and of the activity source.</summary>
    public const string Name = "Prover";

    private readonly Counter<long> _verdicts;
    private readonly Histogram<double> _durations;
    private readonly UpDownCounter<long> _calls;
    private readonly Counter<long> _refusals;

    public ServiceMetrics(IMeterFactory meters, ILeanChecker checker)
    {
        var meter = meters.Create(Name);
        _verdicts = meter.CreateCounter<long>("prover.verdicts", "{verdict}", "Verdicts by kind and by what asked for them.");
        _durations = meter.CreateHistogram<double>("prover.verdict.duration", "s", "Time from question to verdict.");
        _calls = meter.CreateUpDownCounter<long>("prover.calls.active", "{call}", "Calls that run.");
        _refusals = meter.CreateCounter<long>("prover.calls.refused", "{call}", "Calls refused before they ran, by reason.");
        meter.CreateObservableGauge("prover.queue.depth", () => checker.GetStatus().Queued, "{check}", "Checks that wait.");
        meter.CreateObservableGauge("prover.workers", () => checker.GetStatus().Workers, "{process}", "Lean processes that take checks.");
        meter.CreateObservableGauge("prover.workers.busy", () => checker.GetStatus().Busy, "{process}", "Lean processes that check.");
        meter.CreateObservableGauge("prover.workers.memory", () => checker.GetStatus().MemoryBytes, "By", "Memory of all Lean processes.");
        meter.CreateObservableCounter("prover.workers.restarts", () => checker.GetStatus().Restarts, "{process}", "Lean processes replaced.");
        meter.CreateObservableCounter("prover.checks", () => checker.GetStatus().Checks, "{check}", "Checks finished.");
    }

    public void Judged(Verdict verdict, string asked)
    {
        KeyValuePair<string, object?>[] tags =
        [
            new("kind", verdict.Kind.Word()), new("asked", asked), new("cached", verdict.Cached),
        ];
        _verdicts.Add(1, tags);
        _durations.Record(verdict.Elapsed.TotalSeconds, tags);
    }

    public void CallStarted(string method) => _calls.Add(1, new KeyValuePair<string, object?>("method", method));

    public void CallEnded(string method) => _calls.Add(-1, new KeyValuePair<string, object?>("method", method));

    public void CallRefused(string reason) => _refusals.Add(1, new KeyValuePair<string, object?>("reason", reason));
}
