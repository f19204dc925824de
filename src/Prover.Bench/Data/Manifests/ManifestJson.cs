using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Prover.Bench.Data.Manifests;

/// <summary>Manifests as JSON. Strict: what is misspelt or missing is an error.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(DataSetManifest))]
internal sealed partial class ManifestJson : JsonSerializerContext
{
    /// <summary>What the name of a data file's manifest ends in.</summary>
    public const string Suffix = ".manifest.json";

    /// <summary>Reads a manifest.</summary>
    /// <param name="source">Where it stands, for errors.</param>
    /// <param name="json">The text as UTF-8.</param>
    /// <exception cref="DataSetException">It is none; the message says why.</exception>
    public static DataSetManifest Read(string source, ReadOnlySpan<byte> json)
    {
        try
        {
            var manifest = JsonSerializer.Deserialize(json, Default.DataSetManifest) ?? throw new JsonException("It is null.");
            return Objection(manifest) is { } objection ? throw new JsonException(objection) : manifest;
        }
        catch (JsonException e)
        {
            throw new DataSetException($"{source} is no manifest of a data set: {e.Message} Correct it, or fetch the data again.", e);
        }
    }

    /// <summary>The text of a manifest.</summary>
    public static string Write(DataSetManifest manifest)
    {
        var options = new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };
        return JsonSerializer.Serialize(manifest, new ManifestJson(options).DataSetManifest) + "\n";
    }

    /// <summary>Whether a text is the full id of a commit. A shorter one, or a branch, may come to mean something else.</summary>
    public static bool IsRevision(string text) => Revision().IsMatch(text);

    private static string? Objection(DataSetManifest manifest) =>
        !IsRevision(manifest.Revision) ? $"The revision '{manifest.Revision}' is no full commit id of 40 or 64 digits."
        : !RelativePath().IsMatch(manifest.Path) || manifest.Path.Split('/').Contains("..") ? $"The path '{manifest.Path}' is no path inside of a repository."
        : manifest.Splits.Count == 0 ? "It names no split."
        : manifest.Splits.FirstOrDefault(s => s.Value.Sha256 is { } hash && !Sha256().IsMatch(hash)) is { Key: { } split } ? $"The hash of split '{split}' is no SHA-256 in small hex digits."
        : null;

    [GeneratedRegex(@"\A([0-9a-f]{40}|[0-9a-f]{64})\z")]
    private static partial Regex Revision();

    [GeneratedRegex(@"\A[0-9a-f]{64}\z")]
    private static partial Regex Sha256();

    [GeneratedRegex(@"\A[^/\\:\p{C}][^\\:\p{C}]*[^/\\:\p{C}]\z")]
    private static partial Regex RelativePath();
}
