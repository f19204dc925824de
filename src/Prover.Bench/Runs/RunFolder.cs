using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Prover.Bench.Data;
using Prover.Bench.Files;
using Prover.Bench.Screening;
using Prover.Core.Storage;

namespace Prover.Bench.Runs;

/// <summary>The folder that a run is kept in: everything that is known of it, at every moment, for any number of processes.</summary>
/// <remarks>Thread-safe. What is recorded is never changed, only added to; it is on the disk before anybody hears of it.</remarks>
public sealed class RunFolder
{
    private static readonly TimeSpan GatePause = TimeSpan.FromMilliseconds(20);

    private readonly RunPaths _paths;

    private RunFolder(RunPaths paths, RunSettings settings, IReadOnlyList<BenchProblem> problems) =>
        (_paths, Settings, Problems) = (paths, settings, problems);

    /// <summary>Where it lies.</summary>
    public string Path => _paths.Folder;

    /// <summary>What was asked for.</summary>
    public RunSettings Settings { get; }

    /// <summary>The problems, in the data set's order.</summary>
    public IReadOnlyList<BenchProblem> Problems { get; }

    /// <summary>Begins a run, or joins the one that is there with the same settings. Samples may have become more, and k may differ.</summary>
    /// <exception cref="RunException">Another run is there, or none can be made.</exception>
    public static async Task<RunFolder> OpenAsync(
        string folder, RunSettings settings, DataSet data, TimeProvider? time = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(data);
        var paths = new RunPaths(System.IO.Path.GetFullPath(folder));
        try
        {
            foreach (var made in new[] { paths.Folder, paths.Checks, paths.Samples, paths.Claims, paths.Sessions })
            {
                Directory.CreateDirectory(made);
            }

            using var gate = await PassAsync(paths.Gate, time ?? TimeProvider.System, cancellationToken).ConfigureAwait(false);
            if (File.Exists(paths.Settings))
            {
                var there = await ReadSettingsAsync(paths, cancellationToken).ConfigureAwait(false);
                RunIdentity.Demand(paths.Folder, there, settings);
                settings = settings with { Samples = Math.Max(there.Samples, settings.Samples) };
            }
            else
            {
                var lines = data.Problems.Select(p => JsonSerializer.Serialize(p, RunJson.Lines.BenchProblem) + "\n");
                await WholeFile.WriteAsync(paths.Problems, string.Concat(lines), cancellationToken).ConfigureAwait(false);
            }

            await WholeFile.WriteAsync(paths.Settings, JsonSerializer.Serialize(settings, RunJson.Readable.RunSettings), cancellationToken).ConfigureAwait(false);
            return new RunFolder(paths, settings, data.Problems);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RunException($"The run can't be kept in '{paths.Folder}': {e.Message} Name another folder.", e);
        }
    }

    /// <summary>Reads all that is on record; also of a run that goes on meanwhile.</summary>
    /// <exception cref="RunException">There is no run, or a file of it is damaged.</exception>
    public static async Task<BenchRun> ReadAsync(string folder, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var read = await FindAsync(folder, cancellationToken).ConfigureAwait(false);
        var (settings, problems) = (read.Settings, read.Problems);
        var checks = new List<CheckedStatement>();
        var samples = new List<SampleRecord>();
        foreach (var problem in problems)
        {
            if (await read.ReadCheckAsync(problem.Name, cancellationToken).ConfigureAwait(false) is { } check)
            {
                checks.Add(check);
            }

            samples.AddRange(await read.ReadSamplesAsync(problem.Name, cancellationToken).ConfigureAwait(false));
        }

        return new BenchRun(read.Path, settings, problems, checks, samples, await read.ReadSessionsAsync(cancellationToken).ConfigureAwait(false));
    }

    /// <summary>A run that is there, to read problem by problem.</summary>
    /// <exception cref="RunException">There is none, or a file of it is damaged.</exception>
    internal static async Task<RunFolder> FindAsync(string folder, CancellationToken cancellationToken)
    {
        var paths = new RunPaths(System.IO.Path.GetFullPath(folder));
        var settings = await ReadSettingsAsync(paths, cancellationToken).ConfigureAwait(false);
        return new RunFolder(paths, settings, await RecordLines.ReadAsync(paths.Problems, RunJson.Lines.BenchProblem, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Takes a problem for this process; null while somebody else has it.</summary>
    internal RunClaim? TryClaim(string problem) => RunClaim.TryTake(_paths, problem);

    internal Task<CheckedStatement?> ReadCheckAsync(string problem, CancellationToken cancellationToken) =>
        ReadAsync(_paths.Check(problem), RunJson.Readable.CheckedStatement, cancellationToken);

    /// <summary>The samples of a problem by number; of one that was done again, the last.</summary>
    internal async Task<IReadOnlyList<SampleRecord>> ReadSamplesAsync(string problem, CancellationToken cancellationToken)
    {
        var all = await RecordLines.ReadAsync(_paths.SamplesOf(problem), RunJson.Lines.SampleRecord, cancellationToken).ConfigureAwait(false);
        return [.. all.GroupBy(s => s.Sample).OrderBy(g => g.Key).Select(g => g.Last())];
    }

    internal Task WriteSessionAsync(SessionRecord session) =>
        WholeFile.WriteAsync(_paths.Session(session.Id), JsonSerializer.Serialize(session, RunJson.Readable.SessionRecord), CancellationToken.None);

    private async Task<IReadOnlyList<SessionRecord>> ReadSessionsAsync(CancellationToken cancellationToken)
    {
        var sessions = new List<SessionRecord>();
        foreach (var path in Directory.Exists(_paths.Sessions) ? Directory.EnumerateFiles(_paths.Sessions, "*.json") : [])
        {
            if (await ReadAsync(path, RunJson.Readable.SessionRecord, cancellationToken).ConfigureAwait(false) is { } session)
            {
                sessions.Add(session);
            }
        }

        return [.. sessions.OrderBy(s => s.Started).ThenBy(s => s.Id, StringComparer.Ordinal)];
    }

    private static async Task<RunSettings> ReadSettingsAsync(RunPaths paths, CancellationToken cancellationToken)
    {
        var settings = await ReadAsync(paths.Settings, RunJson.Readable.RunSettings, cancellationToken).ConfigureAwait(false)
            ?? throw new RunException($"There is no run in '{paths.Folder}': it holds no {System.IO.Path.GetFileName(paths.Settings)}. Begin one with 'prover bench run'.");
        return settings.Format == RunSettings.CurrentFormat
            ? settings
            : throw new RunException($"The run in '{paths.Folder}' is of format {settings.Format}, this program's is {RunSettings.CurrentFormat}. Use the version that made it: {settings.Version}.");
    }

    private static async Task<T?> ReadAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false), type);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (JsonException e)
        {
            throw new RunException($"'{path}' is damaged: {e.Message} Delete it, and what it recorded is done again.", e);
        }
    }

    private static async Task<FileStream> PassAsync(string gate, TimeProvider time, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (ExclusiveFile.TryOpen(gate) is { } held)
            {
                return held;
            }

            await Task.Delay(GatePause, time, cancellationToken).ConfigureAwait(false);
        }
    }
}
