using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Prover.Core.Answers;

/// <summary>What answers are wrapped in: thoughts in front, tags, JSON.</summary>
internal static partial class AnswerWrapping
{
    private static readonly string[] Keys =
        ["proof", "lean", "lean4", "lean_code", "lean4_code", "code", "formal_proof", "full_proof", "theorem", "answer", "solution", "output", "response", "content", "tactics", "text"];

    /// <summary>What follows the thoughts, where a server left them in the text.</summary>
    public static string WithoutThoughts(string text)
    {
        var end = text.LastIndexOf("</think>", StringComparison.OrdinalIgnoreCase);
        if (end >= 0)
        {
            return text[(end + "</think>".Length)..];
        }

        var start = text.IndexOf("<think>", StringComparison.OrdinalIgnoreCase);
        return start >= 0 && text.AsSpan(0, start).IsWhiteSpace() ? string.Empty : text;
    }

    /// <summary>Texts that the whole is only a wrapping of, the most likely first.</summary>
    public static IEnumerable<string> Inner(string text)
    {
        if (OfJson(text) is { } json)
        {
            yield return json;
        }

        var end = ClosingTag().Match(text);
        if (end.Success)
        {
            var tag = "<" + end.Groups["tag"].Value;
            var start = text.LastIndexOf(tag, end.Index, StringComparison.OrdinalIgnoreCase);
            var open = start < 0 ? -1 : text.IndexOf('>', start);
            if (open >= 0 && open < end.Index)
            {
                yield return text[(open + 1)..end.Index];
            }
        }
    }

    /// <summary>The text that a JSON value holds; null where there is none.</summary>
    public static string? OfJson(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length < 2 || trimmed[0] is not ('{' or '"' or '['))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(trimmed);
            return OfValue(document.RootElement) is { } value ? CodeCharacters.CleanLines(value) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return trimmed[0] == '{' ? OfBrokenJson(trimmed) : null;
        }
    }

    private static string? OfValue(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return value.GetString();
            case JsonValueKind.Array when value.GetArrayLength() > 0 && value.EnumerateArray().All(e => e.ValueKind == JsonValueKind.String):
                return string.Join('\n', value.EnumerateArray().Select(e => e.GetString()));
            case JsonValueKind.Object:
                var values = value.EnumerateObject().GroupBy(p => p.Name.ToLowerInvariant()).ToDictionary(g => g.Key, g => g.Last().Value);
                return Keys.Where(values.ContainsKey).Select(k => values[k])
                    .Where(v => v.ValueKind is JsonValueKind.String or JsonValueKind.Array).Select(OfValue).FirstOrDefault(v => v is not null);
            default:
                return null;
        }
    }

    // Line breaks within strings, a missing brace: read as far as it goes.
    private static string? OfBrokenJson(string text)
    {
        var key = Key().Match(text);
        if (!key.Success)
        {
            return null;
        }

        var value = new StringBuilder();
        for (var i = key.Index + key.Length; i < text.Length && text[i] != '"'; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                value.Append(text[i]);
                continue;
            }

            i++;
            if (text[i] == 'u' && i + 4 < text.Length && ushort.TryParse(text.AsSpan(i + 1, 4), System.Globalization.NumberStyles.HexNumber, null, out var unit))
            {
                value.Append((char)unit);
                i += 4;
            }
            else
            {
                // A backslash that escapes nothing is Lean's own, as in `∨` written `\/`.
                value.Append(text[i] switch { 'n' => "\n", 't' => "\t", 'r' => "\r", '"' or '\\' or '/' => text[i].ToString(), _ => $"\\{text[i]}" });
            }
        }

        return CodeCharacters.CleanLines(value.ToString());
    }

    [GeneratedRegex(@"</(?<tag>answer|final_answer|proof|solution|lean4?|code|pre|tactics|output|result|lean_code)\s{0,8}>", RegexOptions.IgnoreCase | RegexOptions.RightToLeft)]
    private static partial Regex ClosingTag();

    [GeneratedRegex(@"""(?:proof|lean4?|lean4?_code|code|formal_proof|full_proof|answer|solution)""\s*:\s*""", RegexOptions.IgnoreCase)]
    private static partial Regex Key();
}
