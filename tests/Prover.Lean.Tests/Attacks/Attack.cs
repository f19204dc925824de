using System.Text.Json;
using System.Text.Json.Serialization;
using Prover.Core.Verification;

namespace Prover.Lean.Tests.Attacks;

/// <summary>What <c>attack.json</c> says of a submission that is no proof.</summary>
/// <param name="Grade">The weakest grade that stops it.</param>
/// <param name="Says">What the reason for the rejection must hold; null where the check need not end in a rejection.</param>
/// <param name="Idea">What it tries, and where it was seen first.</param>
/// <param name="Seconds">The time limit, for what would not end by itself.</param>
public sealed record Attack(Grade Grade, string? Says, string Idea, int? Seconds)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    public static async Task<Attack> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(Path.Combine(folder, "attack.json"));
        return await JsonSerializer.DeserializeAsync<Attack>(file, Json, cancellationToken)
            ?? throw new InvalidDataException($"'{folder}/attack.json' is empty.");
    }
}
