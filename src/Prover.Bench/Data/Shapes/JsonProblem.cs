using System.Text.Json;
using System.Text.Unicode;
using Prover.Core.Statements;

namespace Prover.Bench.Data.Shapes;

/// <summary>Reads a problem from a line of JSON.</summary>
/// <remarks>Two shapes are known. That of DeepSeek-Prover-V1.5 and Goedel-Prover has <c>name</c>, <c>formal_statement</c> and <c>header</c>; that of
/// Goedel-Prover-V2 has <c>lean4_code</c> (or <c>formal_statement</c>, without a <c>header</c>) with the header inside, and <c>name</c> or
/// <c>problem_id</c>. Both may have <c>split</c> and the problem in words. Other properties are for others.</remarks>
internal static class JsonProblem
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    /// <summary>The problem.</summary>
    /// <exception cref="FormatException">It is none; the message says why, and what to do.</exception>
    public static BenchProblem Read(ReadOnlyMemory<byte> line)
    {
        if (!Utf8.IsValid(line.Span))
        {
            throw new FormatException("it is not valid UTF-8. Save the file as UTF-8.");
        }

        try
        {
            using var json = JsonDocument.Parse(line, Options);
            return json.RootElement.ValueKind == JsonValueKind.Object ? Read(json.RootElement) : throw new FormatException("it is no JSON object.");
        }
        catch (JsonException e)
        {
            throw new FormatException($"it is no JSON: {e.Message}", e);
        }
        catch (InvalidOperationException e)
        {
            // Half of a surrogate pair, which JSON can escape and no text can hold.
            throw new FormatException($"it holds what is no text: {e.Message}", e);
        }
    }

    private static BenchProblem Read(JsonElement json)
    {
        var name = Text(json, "name") ?? Text(json, "problem_id") ?? throw Unknown("'name' nor 'problem_id'");
        var (code, statement, header) = (Text(json, "lean4_code"), Text(json, "formal_statement"), Text(json, "header"));
        if (code is not null || header is null)
        {
            var split = LeanHeader.Split(code ?? statement ?? throw Unknown("'formal_statement' nor 'lean4_code'"));
            (header, statement) = (split.Text, split.Body);
        }

        if (name.Trim().Length == 0 || name is "." or ".." || name.Any(c => char.IsControl(c) || c is '/' or '\\'))
        {
            throw new FormatException($"'{name}' can't be the name of a problem: files are named after it.");
        }

        if (string.IsNullOrWhiteSpace(statement))
        {
            throw new FormatException($"the statement of '{name}' is empty.");
        }

        var cut = StatementCut.Of(statement, isOnly: false);
        return cut switch
        {
            { Objection: { } objection } => throw new FormatException($"'{name}' can't be read: {objection}."),
            { HasProof: true } => throw new FormatException($"'{name}' comes with a proof, or with something after its statement. Cut it off after ':= by'."),
            _ => new BenchProblem(name, Text(json, "split") ?? string.Empty, header, statement)
            {
                Informal = Text(json, "informal_prefix") ?? Text(json, "informal_statement"),
            },
        };
    }

    private static FormatException Unknown(string missing) =>
        new($"it has neither {missing}. Known are the JSON lines of DeepSeek-Prover-V1.5 (name, split, header, formal_statement) and of "
            + "Goedel-Prover-V2 (problem_id, lean4_code).");

    /// <summary>The text of a property; null when there is none.</summary>
    private static string? Text(JsonElement json, string property) =>
        !json.TryGetProperty(property, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw new FormatException($"its '{property}' is no text.");
}
