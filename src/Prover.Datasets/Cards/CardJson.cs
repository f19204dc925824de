using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Prover.Datasets.Cards;

/// <summary>Cards as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true, NewLine = "\n", RespectNullableAnnotations = true)]
[JsonSerializable(typeof(DataCard))]
internal sealed partial class CardJson : JsonSerializerContext
{
    private static class Written
    {
        public static readonly CardJson Readable = new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    public static byte[] Write(DataCard card) => [.. JsonSerializer.SerializeToUtf8Bytes(card, Written.Readable.DataCard), (byte)'\n'];

    /// <exception cref="JsonException">It is none.</exception>
    public static DataCard Read(byte[] json) => JsonSerializer.Deserialize(json, Written.Readable.DataCard) ?? throw new JsonException("The card is null.");
}
