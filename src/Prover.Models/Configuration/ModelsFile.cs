using System.Text.Json;
using System.Text.RegularExpressions;
using Prover.Core.Models;

namespace Prover.Models.Configuration;

/// <summary>Finds and reads the configuration of models.</summary>
/// <remarks>Read with System.Text.Json and not with Microsoft.Extensions.Configuration: the latter turns every value into text, so that extra
/// fields of requests would lose their types, and it keeps neither the order of the models nor fields that nobody knows.</remarks>
public static partial class ModelsFile
{
    /// <summary>Environment variable that names another file.</summary>
    public const string PathVariable = "PROVER_MODELS";

    private static readonly string[] KeyFields = ["key", "apiKey", "api_key", "token", "secret", "authorization", "keyValue"];

    /// <summary>Reads the file that the environment names, else the user's own, else the shortcut by OPENAI_BASE_URL and OPENAI_MODEL;
    /// where there is nothing, there are no models.</summary>
    /// <exception cref="ModelException">The file is missing or wrong; the message names all problems and their remedies.</exception>
    public static ModelsConfiguration Find(Func<string, string?>? environment = null)
    {
        environment ??= Environment.GetEnvironmentVariable;
        if (environment(PathVariable) is { Length: > 0 } named)
        {
            return File.Exists(named)
                ? Read(named)
                : throw new ModelException($"{PathVariable} names '{named}', which is no file. Name a file with models, or unset {PathVariable}.");
        }

        var path = DefaultPath(environment);
        return File.Exists(path) ? Read(path) : Shortcut(environment);
    }

    /// <summary>Where the file is looked for.</summary>
    public static string DefaultPath(Func<string, string?>? environment = null)
    {
        environment ??= Environment.GetEnvironmentVariable;
        var home = environment("XDG_CONFIG_HOME") is { Length: > 0 } given && Path.IsPathRooted(given) ? given : UserPath.Full("~/.config");
        return Path.Combine(home, "prover", "models.json");
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="ModelException">It is wrong; the message names all problems and their remedies.</exception>
    public static ModelsConfiguration Read(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelException($"{path} can't be read: {e.Message}", e);
        }
    }

    internal static ModelsConfiguration Parse(string text, string path)
    {
        ModelsDocument document;
        try
        {
            document = JsonSerializer.Deserialize(text, ModelsJson.Default.ModelsDocument) ?? new ModelsDocument();
        }
        catch (JsonException e)
        {
            throw new ModelException($"{path}: {Told(e)}. It must be {{ \"models\": {{ \"name\": {{ \"endpoint\": …, \"model\": … }} }} }}.");
        }

        var problems = new List<string>();
        var models = new List<KeyValuePair<string, ModelOptions>>();
        if (document.Models.ValueKind is not (JsonValueKind.Object or JsonValueKind.Undefined))
        {
            problems.Add("models: must be an object of models by name");
        }
        else if (document.Models.ValueKind == JsonValueKind.Object)
        {
            foreach (var entry in document.Models.EnumerateObject())
            {
                models.AddRange(Model(entry, problems).Select(options => KeyValuePair.Create(entry.Name, options)));
            }
        }

        foreach (var twice in models.GroupBy(m => m.Key, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            problems.Add($"model '{twice.Key}': is there twice; rename one");
        }

        if (document.Cache is { Directory: "" })
        {
            problems.Add("cache.directory: must be a folder; leave out cache to keep no answers");
        }

        return problems.Count == 0
            ? new ModelsConfiguration { Source = path, Models = models, Cache = document.Cache }
            : throw new ModelException(string.Join('\n', problems.Select(p => $"{path}: {p}.")));
    }

    private static IEnumerable<ModelOptions> Model(JsonProperty entry, List<string> problems)
    {
        var literal = entry.Value.ValueKind != JsonValueKind.Object ? null
            : entry.Value.EnumerateObject().Select(p => p.Name).FirstOrDefault(name => KeyFields.Contains(name, StringComparer.OrdinalIgnoreCase));
        if (literal is not null)
        {
            problems.Add(
                $"model '{entry.Name}', {literal}: a key does not belong into this file. Put it into an environment variable and name that "
                + "with keyEnvironment, or into a file that only you can read (chmod 600) and name that with keyFile");
            return [];
        }

        try
        {
            var options = entry.Value.Deserialize(ModelsJson.Default.ModelOptions) ?? new ModelOptions();
            problems.AddRange(options.Problems().Select(p => $"model '{entry.Name}', {p.Field}: {p.Problem}"));
            return [options];
        }
        catch (JsonException e)
        {
            problems.Add($"model '{entry.Name}': {Told(e)}");
            return [];
        }
    }

    // The parser's words without its own types' names; they never repeat a value.
    private static string Told(JsonException e)
    {
        var unknown = UnknownMember().Match(e.Message);
        return unknown.Success
            ? $"there is no setting '{unknown.Groups[1].Value}'; mend or remove it"
            : e.LineNumber is { } line && (e.InnerException is JsonException || string.IsNullOrEmpty(e.Path)) ? $"line {line + 1} is not JSON" : $"{e.Path?.TrimStart('$', '.')} has a value of the wrong kind";
    }

    private static ModelsConfiguration Shortcut(Func<string, string?> environment)
    {
        const string Source = "OPENAI_BASE_URL and OPENAI_MODEL";
        if (environment("OPENAI_BASE_URL") is not { Length: > 0 } endpoint || environment("OPENAI_MODEL") is not { Length: > 0 } model)
        {
            return new ModelsConfiguration { Source = DefaultPath(environment) };
        }

        var options = new ModelOptions
        {
            Endpoint = endpoint,
            Model = model,
            KeyEnvironment = environment("OPENAI_API_KEY") is { Length: > 0 } ? "OPENAI_API_KEY" : null,
        };
        var problems = options.Problems().Select(p => $"{(p.Field == "endpoint" ? "OPENAI_BASE_URL" : "OPENAI_MODEL")}: {p.Problem}.").ToList();
        return problems.Count == 0
            ? new ModelsConfiguration { Source = Source, Models = [KeyValuePair.Create("default", options)] }
            : throw new ModelException(string.Join('\n', problems));
    }

    [GeneratedRegex("JSON property '([^']*)' could not be mapped")]
    private static partial Regex UnknownMember();
}
