using System.Globalization;

namespace Prover.Rounds.Rounds;

/// <summary>Where things lie in a campaign's folder. See <c>docs/rounds.md</c>.</summary>
internal sealed record CampaignPaths(string Folder)
{
    public string Settings => Path.Combine(Folder, "campaign.json");

    public string Train => Path.Combine(Folder, "train.jsonl");

    public string HeldOut => Path.Combine(Folder, "held-out.jsonl");

    /// <summary>Held by the process that works on the campaign.</summary>
    public string Gate => Path.Combine(Folder, "campaign.lock");

    public string Pool => Path.Combine(Folder, "pool.jsonl");

    public string Models => Path.Combine(Folder, RoundsFolder.ModelsFileName);

    public string Checks => Path.Combine(Folder, "checks");

    public string Rounds => Path.Combine(Folder, "rounds");

    public RoundPaths Round(int round) => new(Path.Combine(Rounds, round.ToString("000", CultureInfo.InvariantCulture)));
}

/// <summary>Where things lie in a round's folder.</summary>
internal sealed record RoundPaths(string Folder)
{
    public string Record => Path.Combine(Folder, "round.json");

    public string Problems => Path.Combine(Folder, "problems.jsonl");

    public string Attempts => Path.Combine(Folder, "attempts");

    public string Outcomes => Path.Combine(Folder, "outcomes.jsonl");

    public string Variants => Path.Combine(Folder, "variants.jsonl");

    public string Learned => Path.Combine(Folder, "learned.json");

    public string Log => Path.Combine(Folder, "learned.log");

    public string Export => Path.Combine(Folder, "export");

    public string Output => Path.Combine(Folder, "output");

    public string HeldOut => Path.Combine(Folder, "held-out");
}
