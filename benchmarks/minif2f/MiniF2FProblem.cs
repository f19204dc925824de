using System.Text.Json;

namespace Prover.MiniF2F;

/// <summary>A problem of miniF2F in the JSONL shape of DeepSeek-Prover and Goedel-Prover.</summary>
internal sealed record MiniF2FProblem(string Name, string Split, string FormalStatement)
{
    /// <summary>Reads a file of one JSON object a line.</summary>
    /// <exception cref="InvalidDataException">A line is no problem; the message says which.</exception>
    public static IEnumerable<MiniF2FProblem> Read(string path)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            MiniF2FProblem problem;
            try
            {
                using var json = JsonDocument.Parse(line);
                problem = new MiniF2FProblem(Text(json, "name"), Text(json, "split"), Text(json, "formal_statement"));
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new InvalidDataException($"{path}, line {number}: expected an object with name, split and formal_statement. {e.Message}");
            }

            yield return problem;
        }
    }

    private static string Text(JsonDocument json, string property) => json.RootElement.GetProperty(property).GetString() ?? string.Empty;
}
