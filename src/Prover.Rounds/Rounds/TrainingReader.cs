using System.Text.Json;
using Prover.Bench.Data;

namespace Prover.Rounds.Rounds;

/// <summary>Reads problems to train on: what <see cref="DataSetReader"/> reads, and of JSON lines also <c>difficulty</c> (a number from 0 to 1) and
/// <c>parent</c> (the name of the problem that it is a variant of).</summary>
public static class TrainingReader
{
    /// <summary>Reads files or folders.</summary>
    /// <exception cref="DataSetException">One can't be used; the message names the place and the remedy.</exception>
    public static async Task<TrainingSet> ReadAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        List<DataIdentity> sources = [];
        List<TrainingProblem> problems = [];
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            var data = await DataSetReader.ReadAsync(path, cancellationToken: cancellationToken).ConfigureAwait(false);
            sources.Add(data.Identity);
            var extras = File.Exists(path) ? await ExtrasAsync(path, cancellationToken).ConfigureAwait(false) : [];
            foreach (var problem in data.Problems)
            {
                if (!places.TryAdd(problem.Name, path))
                {
                    throw new DataSetException($"The name '{problem.Name}' is in {places[problem.Name]} and in {path}. Rename one of them: proofs are kept by the names of problems.");
                }

                var extra = extras.GetValueOrDefault(problem.Name);
                problems.Add(new TrainingProblem(problem) { Difficulty = extra.Difficulty, Parent = extra.Parent });
            }
        }

        return new TrainingSet(sources, problems);
    }

    private static async Task<Dictionary<string, (double? Difficulty, string? Parent)>> ExtrasAsync(string path, CancellationToken cancellationToken)
    {
        var extras = new Dictionary<string, (double?, string?)>(StringComparer.Ordinal);
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(path, cancellationToken).ConfigureAwait(false))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var name = Text(root, "name") ?? Text(root, "problem_id");
            if (name is not null)
            {
                extras[name] = (Difficulty(root, $"{path}, line {number}"), Text(root, "parent"));
            }
        }

        return extras;
    }

    private static double? Difficulty(JsonElement json, string place)
    {
        if (!json.TryGetProperty("difficulty", out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Number && value.GetDouble() is >= 0 and <= 1 and var difficulty
            ? difficulty
            : throw new DataSetException($"{place}: 'difficulty' must be a number from 0 (easy) to 1 (hard), not {value.GetRawText()}. Scale it, or leave it out to have it estimated.");
    }

    private static string? Text(JsonElement json, string property) =>
        json.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
