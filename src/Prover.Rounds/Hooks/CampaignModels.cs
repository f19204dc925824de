using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Prover.Bench.Files;
using Prover.Rounds.Rounds;

namespace Prover.Rounds.Hooks;

/// <summary>The campaign's own configuration of models: what the user had configured when it began, and the models that its rounds trained.</summary>
public static class CampaignModels
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The name of the model that a round trained.</summary>
    public static string NameOf(int round) => $"trained-{round.ToString("000", System.Globalization.CultureInfo.InvariantCulture)}";

    /// <summary>Takes the user's configuration over, unless the campaign has one.</summary>
    /// <param name="path">The campaign's file.</param>
    /// <param name="user">The user's file; it holds no keys, only where they are found.</param>
    /// <param name="cancellationToken">The token.</param>
    public static async Task BeginAsync(string path, string user, CancellationToken cancellationToken = default)
    {
        if (!File.Exists(path) && File.Exists(user))
        {
            await WholeFile.WriteAsync(path, await File.ReadAllBytesAsync(user, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Puts a model in, in place of one of its name.</summary>
    /// <param name="path">The campaign's file.</param>
    /// <param name="name">The model's name.</param>
    /// <param name="like">A model of the file whose settings it takes where it has none of its own; null for none.</param>
    /// <param name="model">The model.</param>
    /// <param name="cancellationToken">The token.</param>
    /// <exception cref="RoundsException">The file is no configuration.</exception>
    public static async Task RegisterAsync(string path, string name, string? like, TrainedModel model, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        var root = await ReadAsync(path, cancellationToken).ConfigureAwait(false);
        if (root["models"] is not JsonObject models)
        {
            root["models"] = models = [];
        }

        var entry = like is not null && models[like] is JsonObject known ? known.DeepClone().AsObject() : [];
        entry["endpoint"] = model.Endpoint.ToString();
        entry["model"] = model.Model;
        foreach (var (setting, value) in model.Settings ?? [])
        {
            entry[setting] = value?.DeepClone();
        }

        models[name] = entry;
        await WholeFile.WriteAsync(path, root.ToJsonString(Readable) + "\n", cancellationToken).ConfigureAwait(false);
    }

    private static async Task<JsonObject> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        try
        {
            return JsonNode.Parse(await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false), documentOptions: Lenient) as JsonObject ?? throw new JsonException("It is no object.");
        }
        catch (JsonException e)
        {
            throw new RoundsException($"'{path}' is no configuration of models: {e.Message} Mend it.", e);
        }
    }
}
