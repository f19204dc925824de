using System.Text.Json;
using Prover.Bench.Data;
using Prover.Core.Formalization;

namespace Prover.Rounds.Problems.Words;

/// <summary>A problem in natural language.</summary>
/// <param name="Name">Its name, which becomes the theorem's.</param>
/// <param name="Text">The problem.</param>
public sealed record WordProblem(string Name, string Text)
{
    // What public data sets call it.
    private static readonly string[] Fields = ["text", "problem", "informal_stmt", "informal_statement", "question"];

    /// <summary>Reads problems from JSON lines: <c>name</c> (or <c>id</c>), and the problem as <c>text</c>, <c>problem</c>, <c>informal_stmt</c>,
    /// <c>informal_statement</c> or <c>question</c>.</summary>
    /// <exception cref="DataSetException">The file can't be read, or a line is no problem; the message names file, line and remedy.</exception>
    public static async Task<IReadOnlyList<WordProblem>> ReadAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var (problems, names, number) = (new List<WordProblem>(), new HashSet<string>(StringComparer.Ordinal), 0);
        foreach (var line in await LinesAsync(path, cancellationToken).ConfigureAwait(false))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var problem = Read(line) ?? throw new DataSetException(
                $"'{path}', line {number}, is no problem in words. Each line is a JSON object with 'name' and the problem as one of '{string.Join("', '", Fields)}'.");
            if (!FormalizeRequest.IsName(problem.Name))
            {
                throw new DataSetException($"'{path}', line {number}: '{problem.Name}' is no name for a theorem. Use letters, digits and '_', beginning with a letter.");
            }

            problems.Add(names.Add(problem.Name) ? problem : throw new DataSetException($"'{path}', line {number}: there is another problem '{problem.Name}'. Rename one of them."));
        }

        return problems.Count > 0 ? problems : throw new DataSetException($"There is no problem in '{path}'.");
    }

    private static async Task<string[]> LinesAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllLinesAsync(path, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataSetException($"'{path}' can't be read: {e.Message}");
        }
    }

    private static WordProblem? Read(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return Field(document.RootElement, "name", "id") is { } name && Field(document.RootElement, Fields) is { } text ? new WordProblem(name, text) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Field(JsonElement line, params string[] fields) => line.ValueKind != JsonValueKind.Object ? null
        : fields.Select(f => line.TryGetProperty(f, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null)
            .FirstOrDefault(t => !string.IsNullOrWhiteSpace(t));
}
