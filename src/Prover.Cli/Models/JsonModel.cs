using Prover.Core.Models;
using Prover.Models.Probing;

namespace Prover.Cli.Models;

/// <summary>A configured model.</summary>
internal sealed record JsonModel(
    string Name, string Model, string Endpoint, int ContextTokens, int MaxOutputTokens, int MaxChoices, decimal? InputPerMillion, decimal? OutputPerMillion, string? Currency)
{
    public static JsonModel Of(ModelInfo model) => new(
        model.Name, model.ModelId, model.Endpoint.ToString(), model.ContextTokens, model.MaxOutputTokens, model.MaxChoices,
        model.Price?.InputPerMillion, model.Price?.OutputPerMillion, model.Price?.Currency);
}

/// <summary>What a model showed when it was asked.</summary>
internal sealed record JsonProbe(
    string Name, string? Problem, double FirstPieceMs, double WholeMs, string Text, bool Streams, long? InputTokens, long? OutputTokens, bool Reasons,
    bool BeginsInsideReasoning, bool GivesSeveralChoices, bool? HeedsMaxTokens)
{
    public static JsonProbe Of(ModelProbeResult result) => new(
        result.Name, result.Problem, Math.Round(result.FirstPiece.TotalMilliseconds, 1), Math.Round(result.Whole.TotalMilliseconds, 1), result.Text,
        result.Streams, result.InputTokens, result.OutputTokens, result.Reasons, result.BeginsInsideReasoning, result.GivesSeveralChoices, result.HeedsMaxTokens);
}
