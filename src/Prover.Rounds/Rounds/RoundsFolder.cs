using Prover.Bench.Data;
using Prover.Core.Storage;

namespace Prover.Rounds.Rounds;

/// <summary>The folder that a campaign is kept in: its settings, its problems, and everything that its rounds came to. It needs nothing outside of it.</summary>
/// <remarks>One process at a time works on it; any number may read it meanwhile.</remarks>
public sealed class RoundsFolder
{
    /// <summary>Name of <see cref="ModelsPath"/> within the folder.</summary>
    public const string ModelsFileName = "models.json";

    private RoundsFolder(CampaignPaths paths, CampaignSettings settings, IReadOnlyList<TrainingProblem> train, DataSet heldOut) =>
        (Paths, Settings, Train, HeldOut) = (paths, settings, train, heldOut);

    /// <summary>Where it lies.</summary>
    public string Path => Paths.Folder;

    /// <summary>What was asked for.</summary>
    public CampaignSettings Settings { get; }

    /// <summary>The problems to train on.</summary>
    public IReadOnlyList<TrainingProblem> Train { get; }

    /// <summary>The problems that no round trains on.</summary>
    public DataSet HeldOut { get; }

    /// <summary>The campaign's configuration of models: the user's, and the trained ones.</summary>
    public string ModelsPath => Paths.Models;

    internal CampaignPaths Paths { get; }

    /// <summary>Begins a campaign, or joins the one that is there with the same settings. Rounds may have become more.</summary>
    /// <exception cref="RoundsException">Another campaign is there, or none can be made.</exception>
    public static async Task<RoundsFolder> OpenAsync(
        string folder, CampaignSettings settings, IReadOnlyList<TrainingProblem> train, DataSet heldOut, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(heldOut);
        var paths = new CampaignPaths(System.IO.Path.GetFullPath(folder));
        try
        {
            Directory.CreateDirectory(paths.Folder);
            using var held = Hold(paths);
            if (await SettingsAsync(paths, cancellationToken).ConfigureAwait(false) is { } there)
            {
                CampaignIdentity.Demand(paths.Folder, there, settings);
                settings = settings with { Rounds = Math.Max(there.Rounds, settings.Rounds) };
            }
            else
            {
                await CampaignFiles.WriteLinesAsync(paths.Train, train, RoundsJson.Lines.TrainingProblem, cancellationToken).ConfigureAwait(false);
                await CampaignFiles.WriteLinesAsync(paths.HeldOut, heldOut.Problems, RoundsJson.Lines.BenchProblem, cancellationToken).ConfigureAwait(false);
            }

            // Last: a folder with settings has its problems.
            await CampaignFiles.WriteAsync(paths.Settings, settings, RoundsJson.Readable.CampaignSettings, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RoundsException($"The rounds can't be kept in '{paths.Folder}': {e.Message} Name another folder with --out.", e);
        }

        return await ReadAsync(folder, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether a campaign is kept in a folder.</summary>
    public static bool Exists(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return File.Exists(new CampaignPaths(folder).Settings);
    }

    /// <summary>Reads a campaign's settings and problems.</summary>
    /// <exception cref="RoundsException">There is none, or a file of it is damaged.</exception>
    public static async Task<RoundsFolder> ReadAsync(string folder, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var paths = new CampaignPaths(System.IO.Path.GetFullPath(folder));
        var settings = await SettingsAsync(paths, cancellationToken).ConfigureAwait(false)
            ?? throw new RoundsException($"There are no rounds in '{paths.Folder}': it holds no {System.IO.Path.GetFileName(paths.Settings)}. Begin with 'prover rounds start'.");
        var train = await CampaignFiles.ReadLinesAsync(paths.Train, RoundsJson.Lines.TrainingProblem, cancellationToken).ConfigureAwait(false);
        var heldOut = await CampaignFiles.ReadLinesAsync(paths.HeldOut, RoundsJson.Lines.BenchProblem, cancellationToken).ConfigureAwait(false);
        return new RoundsFolder(paths, settings, train, new DataSet(settings.HeldOut, heldOut));
    }

    /// <summary>The records of all rounds that have begun, in their order.</summary>
    public async Task<IReadOnlyList<RoundRecord>> ReadRoundsAsync(CancellationToken cancellationToken = default)
    {
        List<RoundRecord> records = [];
        while (await ReadRoundAsync(records.Count, cancellationToken).ConfigureAwait(false) is { } record)
        {
            records.Add(record);
        }

        return records;
    }

    /// <summary>The verified proofs, by round and in the order of its problems.</summary>
    public Task<IReadOnlyList<PoolProof>> ReadPoolAsync(CancellationToken cancellationToken = default) =>
        CampaignFiles.ReadLinesAsync(Paths.Pool, RoundsJson.Lines.PoolProof, cancellationToken);

    /// <summary>The variants of unsolved problems that rounds made, by round and in the order of their parents.</summary>
    public Task<IReadOnlyList<VariantProblem>> ReadVariantsAsync(CancellationToken cancellationToken = default) =>
        ReadVariantsAsync(int.MaxValue, cancellationToken);

    /// <summary>How the problems of a round ended, in its order; empty before it is known.</summary>
    public Task<IReadOnlyList<RoundOutcome>> ReadOutcomesAsync(int round, CancellationToken cancellationToken = default) =>
        CampaignFiles.ReadLinesAsync(Paths.Round(round).Outcomes, RoundsJson.Lines.RoundOutcome, cancellationToken);

    /// <summary>Where a round's attempts lie: a run of the harness.</summary>
    public string AttemptsPath(int round) => Paths.Round(round).Attempts;

    /// <summary>The variants that rounds before one made.</summary>
    internal async Task<IReadOnlyList<VariantProblem>> ReadVariantsAsync(int before, CancellationToken cancellationToken)
    {
        List<VariantProblem> variants = [];
        for (var round = 1; round < before && Directory.Exists(Paths.Round(round).Folder); round++)
        {
            variants.AddRange(await CampaignFiles.ReadLinesAsync(Paths.Round(round).Variants, RoundsJson.Lines.VariantProblem, cancellationToken).ConfigureAwait(false));
        }

        return variants;
    }

    /// <summary>All problems of a round: those given, and the variants that earlier rounds made.</summary>
    internal async Task<IReadOnlyList<TrainingProblem>> ReadProblemsAsync(int round, CancellationToken cancellationToken) =>
        [.. Train, .. (await ReadVariantsAsync(round, cancellationToken).ConfigureAwait(false)).Select(v => v.Training)];

    internal Task<RoundRecord?> ReadRoundAsync(int round, CancellationToken cancellationToken) =>
        CampaignFiles.ReadAsync(Paths.Round(round).Record, RoundsJson.Readable.RoundRecord, cancellationToken);

    /// <summary>Keeps others from working on it.</summary>
    /// <exception cref="RoundsException">Somebody works on it.</exception>
    internal FileStream Hold() => Hold(Paths);

    private static FileStream Hold(CampaignPaths paths) => ExclusiveFile.TryOpen(paths.Gate)
        ?? throw new RoundsException($"Another process works on the rounds in '{paths.Folder}'. Wait for it, or end it: whatever it had done stays.");

    private static async Task<CampaignSettings?> SettingsAsync(CampaignPaths paths, CancellationToken cancellationToken)
    {
        var settings = await CampaignFiles.ReadAsync(paths.Settings, RoundsJson.Readable.CampaignSettings, cancellationToken).ConfigureAwait(false);
        return settings is null || settings.Format == CampaignSettings.CurrentFormat
            ? settings
            : throw new RoundsException(
                $"The rounds in '{paths.Folder}' are of format {settings.Format}, this program's is {CampaignSettings.CurrentFormat}. Use the version that made them: {settings.Version}.");
    }
}
