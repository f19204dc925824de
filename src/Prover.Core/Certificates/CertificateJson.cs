using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Prover.Core.Verification;

namespace Prover.Core.Certificates;

[JsonSerializable(typeof(ProofCertificate))]
internal sealed partial class CertificateJson : JsonSerializerContext
{
    /// <summary>Strict in reading, since what is passed over is checked by nobody; readable in writing, since Lean texts are full of symbols.</summary>
    public static CertificateJson Strict { get; } = new(new JsonSerializerOptions(JsonSerializerOptions.Default)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        WriteIndented = true,
        NewLine = "\n",
    });
}

/// <summary>A grade by its word and in no other way.</summary>
internal sealed class GradeWord : JsonConverter<Grade>
{
    public override Grade Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var word = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        foreach (var grade in Enum.GetValues<Grade>())
        {
            if (Word(grade) == word)
            {
                return grade;
            }
        }

        throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, Grade value, JsonSerializerOptions options) => writer.WriteStringValue(Word(value));

    /// <summary>A grade's word.</summary>
    public static string Word(Grade grade) => grade.ToString().ToLowerInvariant();
}
