using System.Text.Json;
using System.Text.Json.Nodes;
using Prover.Bench.Runs;

namespace Prover.Rounds.Rounds;

/// <summary>Whether two settings are of the same campaign: everything must be the same that can change a result.</summary>
internal static class CampaignIdentity
{
    /// <exception cref="RoundsException">They are of different campaigns.</exception>
    public static void Demand(string folder, CampaignSettings there, CampaignSettings asked)
    {
        var differing = RunIdentity.Differences(Fixed(there), Fixed(asked));
        if (differing.Count > 0)
        {
            throw new RoundsException(
                $"The rounds in '{folder}' were begun with other settings: {string.Join("; ", differing)}. Results must not mix: name another folder, or go on with 'prover rounds resume'.");
        }
    }

    private static JsonObject Fixed(CampaignSettings settings)
    {
        // More rounds go on where fewer ended.
        var json = JsonSerializer.SerializeToNode(settings, RoundsJson.Lines.CampaignSettings)!.AsObject();
        json.Remove("rounds");
        return json;
    }
}
