using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Prover.Cli.Output;
using Prover.Core.DeepThinking;
using Prover.Core.DeepThinking.Archive;
using Prover.Core.DeepThinking.Branches;
using Prover.Core.DeepThinking.Council;

namespace Prover.Cli.DeepThinking;

/// <summary>The one JSON object that <c>prover deepthink --json</c> prints.</summary>
internal sealed record JsonThought(
    JsonReport Result,
    IReadOnlyList<BranchReport> Branches,
    IReadOnlyList<BranchPlan> NotBegun,
    IReadOnlyList<SubgoalReport> Subgoals,
    CouncilReport? Council,
    IReadOnlyList<CaughtFraud> Caught,
    double SpentWallSeconds,
    double SpentCheckSeconds,
    long SpentTokens)
{
    public static JsonThought Of(DeepThinkResult result) => new(
        JsonReport.Of(result.Verdict, result.Proof) with { Origin = result.Origin },
        result.Account.Branches,
        result.Account.NotBegun,
        result.Account.Subgoals,
        result.Account.Council,
        result.Account.Caught,
        Math.Round(result.Account.Spent.Wall.TotalSeconds, 1),
        Math.Round(result.Account.Spent.Cpu.TotalSeconds, 1),
        result.Account.Spent.Models.Tokens);
}

/// <summary>A thought that <c>prover thoughts --json</c> prints.</summary>
internal sealed record JsonKeptThought(
    string Id,
    string Folder,
    ThoughtState State,
    DateTimeOffset? Begun,
    string? Statement,
    string? Proof,
    string? Origin,
    IReadOnlyList<BranchReport> Branches,
    IReadOnlyList<SubgoalReport> Subgoals,
    CouncilReport? Council,
    IReadOnlyList<CaughtFraud> Caught,
    double SpentWallSeconds,
    double SpentCheckSeconds,
    long SpentTokens)
{
    public static JsonKeptThought Of(KeptThought thought) => new(
        thought.Id,
        thought.Folder,
        thought.State,
        thought.Begun,
        thought.Request?.Statement,
        thought.Proof,
        thought.Origin,
        thought.Account.Branches,
        thought.Account.Subgoals,
        thought.Account.Council,
        thought.Account.Caught,
        Math.Round(thought.Account.Spent.Wall.TotalSeconds, 1),
        Math.Round(thought.Account.Spent.Cpu.TotalSeconds, 1),
        thought.Account.Spent.Models.Tokens);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(JsonThought))]
[JsonSerializable(typeof(JsonKeptThought))]
[JsonSerializable(typeof(IReadOnlyList<JsonKeptThought>))]
[JsonSerializable(typeof(IReadOnlyList<ModelReliability>))]
internal sealed partial class ThoughtJson : JsonSerializerContext
{
    /// <summary>Lean texts are full of symbols: they are written as they are.</summary>
    public static ThoughtJson Readable => Written.Json;

    private static class Written
    {
        public static ThoughtJson Json { get; } = new(new JsonSerializerOptions(Default.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        });
    }
}
