using System.Diagnostics.Metrics;

namespace Prover.Models.Telemetry;

/// <summary>The numbers of models, under the meter "Prover" that the service exports already. Attributes hold names of models, never text.</summary>
/// <remarks>Spans and the usual <c>gen_ai</c> metrics come from Microsoft.Extensions.AI under the same name.</remarks>
internal static class ModelMetrics
{
    /// <summary>Name of the meter and of the activity source.</summary>
    public const string Name = "Prover";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> RequestCount =
        Meter.CreateCounter<long>("prover.model.requests", "{request}", "Requests by model and by how they ended, however many tries they took.");

    private static readonly Counter<long> TokenCount =
        Meter.CreateCounter<long>("prover.model.tokens", "{token}", "Tokens as servers count them, by model and direction; cached ones cost nothing.");

    private static readonly Counter<double> CostCount =
        Meter.CreateCounter<double>("prover.model.cost", null, "Cost by model and currency.");

    private static readonly Counter<long> RetryCount =
        Meter.CreateCounter<long>("prover.model.retries", "{try}", "Tries after the first, by model.");

    private static readonly Counter<long> CutCount =
        Meter.CreateCounter<long>("prover.model.cuts", "{answer}", "Streams that broke off after their beginning had been handed on, by model.");

    public static void Request(string model, string outcome) => RequestCount.Add(1, Tag("model", model), Tag("outcome", outcome));

    public static void Tokens(string model, long input, long output, bool cached)
    {
        TokenCount.Add(input, Tag("model", model), Tag("direction", "input"), Tag("cached", cached));
        TokenCount.Add(output, Tag("model", model), Tag("direction", "output"), Tag("cached", cached));
    }

    public static void Cost(string model, decimal cost, string currency) => CostCount.Add((double)cost, Tag("model", model), Tag("currency", currency));

    public static void Retry(string model) => RetryCount.Add(1, Tag("model", model));

    public static void Cut(string model) => CutCount.Add(1, Tag("model", model));

    private static KeyValuePair<string, object?> Tag(string name, object? value) => new(name, value);
}
