using System.Text.Json;
using System.Text.Json.Serialization;

namespace Prover.Models.Configuration;

/// <summary>The shape of the file. A field that nobody knows is an error: it would be a setting that silently does nothing.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(ModelsDocument))]
[JsonSerializable(typeof(ModelOptions))]
internal sealed partial class ModelsJson : JsonSerializerContext;

/// <summary>The outermost object; models are read one by one so that an error can name its model.</summary>
internal sealed class ModelsDocument
{
    public JsonElement Models { get; set; }

    public CacheOptions? Cache { get; set; }
}

/// <summary>The cache of answers, for evaluations that shall be repeatable.</summary>
public sealed class CacheOptions
{
    /// <summary>Where answers are kept; created when it is missing. <c>~/</c> is the home folder.</summary>
    public string Directory { get; set; } = string.Empty;
}
