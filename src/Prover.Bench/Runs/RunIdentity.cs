using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Prover.Bench.Runs;

/// <summary>Whether two settings are of the same run: everything must be the same that can change a result.</summary>
public static class RunIdentity
{
    // More samples go on where fewer ended, and k is a question to the same samples.
    private static readonly string[] Free = ["samples", "ks"];

    /// <summary>A short name for the run that these settings make, the same for the same run: letters, digits and hyphens.</summary>
    public static string NameOf(RunSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Fixed(settings).ToJsonString())));
        var words = string.Join('-', settings.Data.Name, settings.Profile, settings.Prover.Name);
        var plain = string.Concat(words.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-'));
        return $"{plain}-{hash[..10]}";
    }

    /// <exception cref="RunException">They are of different runs.</exception>
    internal static void Demand(string folder, RunSettings there, RunSettings asked)
    {
        var differing = Differences(Fixed(there), Fixed(asked));
        if (differing.Count > 0)
        {
            throw new RunException(
                $"The run in '{folder}' was begun with other settings: {string.Join("; ", differing)}. Results must not mix: name another folder, or give the settings of that run.");
        }
    }

    /// <summary>What differs between two settings, in words, a property each.</summary>
    internal static IReadOnlyList<string> Differences(JsonObject before, JsonObject now) =>
    [
        .. before.Select(p => p.Key).Union(now.Select(p => p.Key))
            .Where(k => !JsonNode.DeepEquals(before[k], now[k]))
            .Select(k => Difference(k, before[k], now[k])),
    ];

    private static string Difference(string key, JsonNode? before, JsonNode? now)
    {
        // Of the larger ones only what differs.
        if (before is JsonObject was && now is JsonObject isNow)
        {
            return string.Join("; ", was.Select(p => p.Key).Union(isNow.Select(p => p.Key))
                .Where(k => !JsonNode.DeepEquals(was[k], isNow[k]))
                .Select(k => Difference($"{key}.{k}", was[k], isNow[k])));
        }

        return $"{key} was {Word(before)} and is {Word(now)}";
    }

    private static string Word(JsonNode? value) => value?.ToJsonString(RunJson.Lines.Options) ?? "not set";

    private static JsonObject Fixed(RunSettings settings)
    {
        var json = JsonSerializer.SerializeToNode(settings, RunJson.Lines.RunSettings)!.AsObject();
        foreach (var name in Free)
        {
            json.Remove(name);
        }

        return json;
    }
}
