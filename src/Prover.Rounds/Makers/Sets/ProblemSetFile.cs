using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Prover.Bench.Files;

namespace Prover.Rounds.Makers.Sets;

/// <summary>Writes problems as JSON lines in the shape of miniF2F, which <see cref="Bench.Data.DataSetReader"/> reads.</summary>
public static class ProblemSetFile
{
    /// <summary>The split of made problems.</summary>
    public const string Split = "made";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a file whole, in place of what is there. Maker, family, template, seed, difficulty (0 to 1) and level (the maker's), truth and provenance stand beside what
    /// miniF2F has.</summary>
    public static async Task WriteAsync(string path, IEnumerable<MadeProblem> problems, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var lines = new ArrayBufferWriter<byte>();
        foreach (var problem in problems)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Write(lines, problem);
        }

        await WholeFile.WriteAsync(path, lines.WrittenMemory, cancellationToken).ConfigureAwait(false);
    }

    private static void Write(ArrayBufferWriter<byte> lines, MadeProblem problem)
    {
        using (var json = new Utf8JsonWriter(lines, Options))
        {
            json.WriteStartObject();
            json.WriteString("name", problem.Name);
            json.WriteString("split", Split);
            json.WriteString("header", string.Empty);
            json.WriteString("formal_statement", $"{problem.Statement} := by sorry");
            json.WriteString("maker", problem.Maker);
            json.WriteString("family", problem.Family);
            json.WriteString("template", problem.Template);
            json.WriteNumber("seed", problem.Seed);

            // From 0 to 1, as rounds read it; the maker's own scale beside it.
            json.WriteNumber("difficulty", (double)problem.Difficulty / MadeProblem.Hardest);
            json.WriteNumber("level", problem.Difficulty);
            json.WriteBoolean("true_by_construction", problem.IsTrueByConstruction);
            json.WriteString("provenance", problem.Provenance);
            json.WriteEndObject();
        }

        lines.Write("\n"u8);
    }
}
