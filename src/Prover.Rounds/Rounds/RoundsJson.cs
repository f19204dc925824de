using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Prover.Bench.Data;
using Prover.Bench.Runs;
using Prover.Core.Verification;
using Prover.Rounds.Hooks;
using Prover.Rounds.Makers.Variants;
using Prover.Rounds.Promotion;
using Prover.Rounds.Schedules;

namespace Prover.Rounds.Rounds;

/// <summary>The files of a campaign's folder as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    IgnoreReadOnlyProperties = true,
    Converters =
    [
        typeof(SnakeCaseEnum<RoundPhase>), typeof(SnakeCaseEnum<ProblemOutcome>), typeof(SnakeCaseEnum<DecisionKind>),
        typeof(SnakeCaseEnum<PromotionRule>), typeof(SnakeCaseEnum<Grade>), typeof(SnakeCaseEnum<VariantKind>),
    ])]
[JsonSerializable(typeof(CampaignSettings))]
[JsonSerializable(typeof(TrainingProblem))]
[JsonSerializable(typeof(BenchProblem))]
[JsonSerializable(typeof(RoundRecord))]
[JsonSerializable(typeof(ChosenProblem))]
[JsonSerializable(typeof(RoundOutcome))]
[JsonSerializable(typeof(VariantProblem))]
[JsonSerializable(typeof(PoolProof))]
[JsonSerializable(typeof(LearnedRecord))]
[JsonSerializable(typeof(TrainingLine))]
internal sealed partial class RoundsJson : JsonSerializerContext
{
    /// <summary>For files that people look into.</summary>
    public static RoundsJson Readable => Written.Indented;

    /// <summary>One record a line. Mathematics stays readable: the files are no web pages.</summary>
    public static RoundsJson Lines => Written.Plain;

    // Apart, since the order in which one class's own statics are made is the generator's.
    private static class Written
    {
        public static readonly RoundsJson Plain = Make(indented: false);
        public static readonly RoundsJson Indented = Make(indented: true);

        private static RoundsJson Make(bool indented) =>
            new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = indented });
    }
}
