using System.Text.Json;

namespace Prover.Faithfulness;

/// <summary>A problem in natural language with formalizations that say the same and such that do not.</summary>
/// <param name="Id">Its name in the table.</param>
/// <param name="Text">Its text.</param>
/// <param name="Right">Faithful statements.</param>
/// <param name="Wrong">Typical mistakes, each with its kind.</param>
internal sealed record TableProblem(string Id, string Text, IReadOnlyList<string> Right, IReadOnlyList<(string Kind, string Statement)> Wrong);

/// <summary>The table <c>problems.json</c>: statements stand there without <c>theorem NAME</c>; a wrong one is a pair of its kind and itself.</summary>
internal static class TableOfProblems
{
    /// <summary>Reads the table.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static IReadOnlyList<TableProblem> Read(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(path));
            return [.. json.RootElement.EnumerateArray().Select(Problem)];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"{path}: expected an array of objects with id, text, right and wrong. {e.Message}");
        }
    }

    private static TableProblem Problem(JsonElement json) => new(
        Text(json.GetProperty("id")),
        Text(json.GetProperty("text")),
        [.. json.GetProperty("right").EnumerateArray().Select(r => Theorem(Text(r)))],
        [.. json.GetProperty("wrong").EnumerateArray().Select(w => (Text(w[0]), Theorem(Text(w[1]))))]);

    private static string Theorem(string rest) => $"theorem problem {rest}";

    private static string Text(JsonElement json) => json.GetString() ?? throw new InvalidOperationException("A text is missing.");
}
