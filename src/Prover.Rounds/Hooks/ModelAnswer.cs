using System.Text.Json;
using System.Text.Json.Nodes;

namespace Prover.Rounds.Hooks;

/// <summary>Reads the <c>model.json</c> that a command leaves: <c>endpoint</c>, <c>model</c>, and any other setting of a model in a <c>models.json</c>.</summary>
internal static class ModelAnswer
{
    /// <exception cref="HookException">There is none, or it is none.</exception>
    public static async Task<TrainedModel> ReadAsync(string path, string campaign, CancellationToken cancellationToken)
    {
        try
        {
            var text = await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false);
            var json = JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) as JsonObject
                ?? throw Wrong("it is no JSON object");
            var endpoint = Text(json, "endpoint");
            if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            {
                throw Wrong($"its 'endpoint' must be an address with http or https, not '{endpoint}'");
            }

            var model = Text(json, "model");
            json.Remove("endpoint");
            json.Remove("model");
            return new TrainedModel(address, model) { Settings = json.Count == 0 ? null : json };
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new HookException($"The command ended well, but left no '{path}'. It must write {{\"endpoint\": …, \"model\": …}} there (PROVER_RESULT_FILE). Mend it, and go on with 'prover rounds resume {campaign}'.", e);
        }
        catch (JsonException e)
        {
            throw Wrong($"it is no JSON: {e.Message}");
        }

        string Text(JsonObject json, string name) =>
            json.TryGetPropertyValue(name, out var value) && value is JsonValue text && text.TryGetValue<string>(out var word) && !string.IsNullOrWhiteSpace(word)
                ? word
                : throw Wrong($"it has no text '{name}'");

        HookException Wrong(string what) =>
            new($"What the command left in '{path}' can't be used: {what}. It must be {{\"endpoint\": …, \"model\": …}}. Mend the command, and go on with 'prover rounds resume {campaign}'.");
    }
}
