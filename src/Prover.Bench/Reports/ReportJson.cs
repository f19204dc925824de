using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Prover.Bench.Runs;
using Prover.Bench.Screening;
using Prover.Core.Verification;

namespace Prover.Bench.Reports;

/// <summary>A report as JSON: camelCase, enumerations as snake_case words as in the records of runs, times in ISO 8601.</summary>
public static class ReportJson
{
    /// <summary>Writes a report.</summary>
    public static string Write(ReportDocument document) => JsonSerializer.Serialize(document, ReportJsonContext.Readable.ReportDocument) + "\n";

    /// <summary>Reads a report.</summary>
    /// <exception cref="JsonException">The text is none.</exception>
    public static ReportDocument Read(string text) =>
        JsonSerializer.Deserialize(text, ReportJsonContext.Readable.ReportDocument) ?? throw new JsonException("The text is 'null', no report.");
}

[JsonSerializable(typeof(ReportDocument))]
internal sealed partial class ReportJsonContext : JsonSerializerContext
{
    /// <summary>Readable, since Lean texts are full of symbols; the file is JSON for programs and is never put into a page.</summary>
    public static ReportJsonContext Readable { get; } = new(new JsonSerializerOptions(JsonSerializerOptions.Default)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        WriteIndented = true,
        NewLine = "\n",
        Converters =
        {
            new SnakeCaseEnum<StatementStatus>(),
            new SnakeCaseEnum<Grade>(),
        },
    });
}
