using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Prover.Datasets.Formats;

/// <summary>Rows as JSON, one a line. Mathematics stays readable.</summary>
[JsonSerializable(typeof(SftRecord))]
[JsonSerializable(typeof(PreferenceRecord))]
[JsonSerializable(typeof(GrpoRecord))]
[JsonSerializable(typeof(ProofRecord))]
[JsonSerializable(typeof(StatementRecord))]
internal sealed partial class RecordJson : JsonSerializerContext
{
    public static RecordJson Lines => Written.Plain;

    private static class Written
    {
        public static readonly RecordJson Plain = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
