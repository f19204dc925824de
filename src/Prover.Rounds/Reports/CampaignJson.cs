using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Prover.Bench.Runs;
using Prover.Rounds.Makers.Variants;
using Prover.Rounds.Promotion;
using Prover.Rounds.Rounds;
using Prover.Rounds.Schedules;

namespace Prover.Rounds.Reports;

/// <summary>A report of campaigns as JSON: camelCase, enumerations as snake_case words, times in ISO 8601.</summary>
public static class CampaignJson
{
    /// <summary>Writes a report.</summary>
    public static string Write(CampaignDocument document) => JsonSerializer.Serialize(document, CampaignJsonContext.Readable.CampaignDocument) + "\n";

    /// <summary>Reads a report.</summary>
    /// <exception cref="JsonException">The text is none.</exception>
    public static CampaignDocument Read(string text) =>
        JsonSerializer.Deserialize(text, CampaignJsonContext.Readable.CampaignDocument) ?? throw new JsonException("The text is 'null', no report.");
}

[JsonSerializable(typeof(CampaignDocument))]
internal sealed partial class CampaignJsonContext : JsonSerializerContext
{
    /// <summary>Readable, since Lean texts are full of symbols; the file is JSON for programs and is never put into a page.</summary>
    public static CampaignJsonContext Readable { get; } = new(new JsonSerializerOptions(JsonSerializerOptions.Default)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        WriteIndented = true,
        NewLine = "\n",
        Converters =
        {
            new SnakeCaseEnum<RoundPhase>(), new SnakeCaseEnum<ProblemOutcome>(), new SnakeCaseEnum<DecisionKind>(), new SnakeCaseEnum<PromotionRule>(), new SnakeCaseEnum<VariantKind>(),
        },
    });
}
