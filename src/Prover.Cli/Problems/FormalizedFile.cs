using System.Text.Encodings.Web;
using System.Text.Json;
using Prover.Cli.Input;
using Prover.Core.Formalization;
using Prover.Rounds.Problems.Filters;
using Prover.Rounds.Problems.Words;

namespace Prover.Cli.Problems;

/// <summary>A file of formalized problems, a line each, in the shape of miniF2F; only ever added to.</summary>
internal sealed class FormalizedFile : IDisposable
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly FileStream _file;
    private readonly HashSet<string> _names;

    private FormalizedFile(FileStream file, HashSet<string> names) => (_file, _names) = (file, names);

    /// <summary>Names of the problems in it.</summary>
    public IReadOnlySet<string> Names => _names;

    /// <summary>Opens a file, or makes it. A line that a killed process had begun is cut off.</summary>
    /// <exception cref="UsageException">It is none of this kind.</exception>
    public static FormalizedFile Open(string path)
    {
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        try
        {
            var (names, whole) = (new HashSet<string>(StringComparer.Ordinal), 0L);
            using var reader = new BinaryReader(file, System.Text.Encoding.UTF8, leaveOpen: true);
            var bytes = reader.ReadBytes(checked((int)file.Length)).AsSpan();
            for (int end; (end = bytes[(int)whole..].IndexOf((byte)'\n')) >= 0; whole += end + 1)
            {
                names.Add(NameIn(bytes.Slice((int)whole, end), path));
            }

            file.SetLength(whole);
            file.Seek(0, SeekOrigin.End);
            return new FormalizedFile(file, names);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Adds a problem.</summary>
    public void Add(WordProblem problem, FilterDecision decision, FormalizeResult result)
    {
        using (var json = new Utf8JsonWriter(_file, Options))
        {
            json.WriteStartObject();
            json.WriteString("name", problem.Name);
            json.WriteString("header", string.Empty);
            json.WriteString("formal_statement", decision.Statement.Length == 0 ? string.Empty : $"{decision.Statement} := by sorry");
            json.WriteString("informal_prefix", $"/-- {problem.Text.Replace("-/", "- /", StringComparison.Ordinal)} -/");
            json.WriteString("author", result.Problem?.Statement.Author);
            json.WriteString("faithfulness", result.Problem?.Level.ToString().ToLowerInvariant());
            json.WriteString("reason", decision.Reason);
            json.WriteString("provenance", "formalized");
            json.WriteEndObject();
        }

        _file.WriteByte((byte)'\n');
        _file.Flush(flushToDisk: true);
        _names.Add(problem.Name);
    }

    public void Dispose() => _file.Dispose();

    private static string NameIn(ReadOnlySpan<byte> line, string path)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            return JsonElement.ParseValue(ref reader).GetProperty("name").GetString() ?? throw new JsonException();
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new UsageException($"'{path}' holds something else than formalized problems. Choose another file with --out.");
        }
    }
}
