using System.Diagnostics;
using Prover.Core.Verification;

namespace Prover.Service.Telemetry;

/// <summary>Traces of the service's work. No text, name or key is ever put into a tag.</summary>
internal static class ServiceActivity
{
    private static readonly ActivitySource Source = new(ServiceMetrics.Name);

    public static Activity? Start(string name) => Source.StartActivity(name);

    public static void Tell(this Activity? activity, Verdict verdict)
    {
        activity?.SetTag("prover.verdict", verdict.Kind.Word());
        activity?.SetTag("prover.cached", verdict.Cached);
    }
}
