using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Prover.Core.Memory.Files;

/// <summary>The first line of a memory's file.</summary>
internal sealed record MemoryHeader(int Memory);

/// <summary>A line of a memory's file: a proof.</summary>
internal sealed record MemoryRecord(string Id, IReadOnlyList<MemoryStep> Steps)
{
    /// <summary>What found it; missing where that is not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Method { get; init; }

    /// <summary>How long Lean took to check it; missing where that is not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Seconds { get; init; }

    public static MemoryRecord Of(LearnedProof proof) =>
        new(proof.Id, [.. proof.Steps.Select(s => new MemoryStep(s.Goal, s.Tactic, s.GoalsLeft))]) { Method = proof.Method, Seconds = proof.Seconds };

    public LearnedProof ToProof() => new(Id, [.. Steps.Select(s => new ProofStep(s.Goal, s.Tactic) { GoalsLeft = s.Left })]) { Method = Method, Seconds = Seconds };
}

/// <summary>A step of a proof in a line.</summary>
internal sealed record MemoryStep(string Goal, string Tactic, int Left);

/// <summary>How lines are written and read.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(MemoryHeader))]
[JsonSerializable(typeof(MemoryRecord))]
internal sealed partial class MemoryJson : JsonSerializerContext
{
    /// <summary>Leaves <c>⊢</c> and <c>∀</c> as they are: files are read by people too.</summary>
    public static MemoryJson Readable => Written.Lines;

    // Apart, since the order in which one class's own statics are made is the generator's.
    private static class Written
    {
        public static MemoryJson Lines { get; } =
            new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
