using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Prover.Bench.Data;
using Prover.Bench.Screening;
using Prover.Core.Verification;

namespace Prover.Bench.Runs;

/// <summary>The files of a run's folder as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    Converters = [typeof(SnakeCaseEnum<Provers.SampleOutcome>), typeof(SnakeCaseEnum<StatementStatus>), typeof(SnakeCaseEnum<Grade>)])]
[JsonSerializable(typeof(RunSettings))]
[JsonSerializable(typeof(BenchProblem))]
[JsonSerializable(typeof(CheckedStatement))]
[JsonSerializable(typeof(SampleRecord))]
[JsonSerializable(typeof(SessionRecord))]
internal sealed partial class RunJson : JsonSerializerContext
{
    /// <summary>For files that people look into.</summary>
    public static RunJson Readable => Written.Indented;

    /// <summary>One record a line. Mathematics stays readable: the files are no web pages.</summary>
    public static RunJson Lines => Written.Plain;

    // Apart, since the order in which one class's own statics are made is the generator's.
    private static class Written
    {
        public static readonly RunJson Plain = Make(indented: false);
        public static readonly RunJson Indented = Make(indented: true);

        private static RunJson Make(bool indented) =>
            new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = indented });
    }
}

/// <summary>Words for values, in snake case as everywhere else.</summary>
internal sealed class SnakeCaseEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
