using System.Text;
using Prover.Bench.Data.Manifests;
using Prover.Bench.Data.Shapes;
using Prover.Bench.Files;

namespace Prover.Bench.Data.Fetching;

/// <summary>Gets public data: one file of one commit, with git, and checks that it is what the manifest says.</summary>
/// <remarks>The id of a commit is a hash over all of its content, and git checks it. Where the manifest has hashes of splits, they are checked
/// besides. A file that fails is not kept.</remarks>
/// <param name="git">The command.</param>
/// <param name="timeLimit">Wall-clock time in all; default 10 min.</param>
/// <param name="time">The clock.</param>
public sealed class DataSetFetcher(string git = "git", TimeSpan? timeLimit = null, TimeProvider? time = null)
{
    private readonly TimeSpan _timeLimit = timeLimit ?? TimeSpan.FromMinutes(10);

    /// <summary>Gets the data, unless it is there already.</summary>
    /// <param name="manifest">Which data.</param>
    /// <param name="targetFolder">Where the file and its manifest are to lie; made when it is not there.</param>
    /// <param name="revision">Another commit than the manifest's, by its full id: its content is then taken as it is, and recorded.</param>
    /// <param name="repository">Another repository, e.g. a mirror.</param>
    /// <param name="progress">Hears what is done, in words.</param>
    /// <param name="cancellationToken">Ends it, and git; nothing is kept then.</param>
    /// <exception cref="DataSetException">It can't be had; the message names the remedy.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<FetchedData> FetchAsync(
        DataSetManifest manifest,
        string targetFolder,
        string? revision = null,
        string? repository = null,
        IProgress<string>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(targetFolder);
        var wanted = manifest with { Revision = revision ?? manifest.Revision, Repository = repository ?? manifest.Repository };
        if (!ManifestJson.IsRevision(wanted.Revision))
        {
            throw new DataSetException($"'{wanted.Revision}' is no full commit id. Give all 40 digits in small letters: a branch or a shortened id may come to mean something else.");
        }

        // Of another commit nothing is known before: neither what it holds, nor what is wrong in it.
        var pinned = wanted.Revision == manifest.Revision ? manifest : null;
        try
        {
            Directory.CreateDirectory(targetFolder);
            var path = Path.Combine(targetFolder, Path.GetFileName(manifest.Path));
            if (await IsThereAsync(path, wanted, pinned, cancellationToken).ConfigureAwait(false))
            {
                progress?.Report($"{path} is there already.");
                return new FetchedData(path, WasThere: true);
            }

            progress?.Report($"Fetching {wanted.Path} of commit {wanted.Revision} from {wanted.Repository}.");
            var bytes = await DownloadAsync(wanted, cancellationToken).ConfigureAwait(false);
            var file = DataFile.OfLines($"{wanted.Path} of commit {wanted.Revision}", bytes);
            if (pinned is not null && file.Difference(pinned) is { } difference)
            {
                throw new DataSetException(
                    $"{wanted.Path} of commit {wanted.Revision} from {wanted.Repository} is not what the manifest says: {difference}. The file is not kept. "
                    + "Use the manifest's own repository, or correct the manifest.");
            }

            // The manifest first: without its file it is a fetch that was not finished, while a file without it could be anybody's.
            var kept = wanted with { Splits = file.Splits, KnownFaults = pinned?.KnownFaults ?? [], Headers = pinned?.Headers ?? [] };
            await WholeFile.WriteAsync(path + ManifestJson.Suffix, ManifestJson.Write(kept), cancellationToken).ConfigureAwait(false);
            await WholeFile.WriteAsync(path, bytes, cancellationToken).ConfigureAwait(false);
            return new FetchedData(path, WasThere: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataSetException($"The data can't be kept in '{targetFolder}': {e.Message} Choose a folder that can be written.", e);
        }
    }

    private static async Task<bool> IsThereAsync(string path, DataSetManifest wanted, DataSetManifest? pinned, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        var beside = path + ManifestJson.Suffix;
        if (!File.Exists(beside))
        {
            throw new DataSetException($"There is a file '{path}' that was not fetched: it has no manifest. Move it away, or choose another folder.");
        }

        try
        {
            var kept = ManifestJson.Read(beside, await File.ReadAllBytesAsync(beside, cancellationToken).ConfigureAwait(false));
            var file = DataFile.OfLines(path, await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false));
            return kept.Revision == wanted.Revision && kept.Path == wanted.Path && file.Difference(kept) is null && (pinned is null || file.Difference(pinned) is null);
        }
        catch (DataSetException)
        {
            return false; // Damaged: to be fetched anew.
        }
    }

    private async Task<byte[]> DownloadAsync(DataSetManifest wanted, CancellationToken cancellationToken)
    {
        using var clock = new CancellationTokenSource(_timeLimit, time ?? TimeProvider.System);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(clock.Token, cancellationToken);
        var folder = Directory.CreateTempSubdirectory("prover-fetch-").FullName;
        try
        {
            return await DownloadAsync(new GitCommand(git, folder), wanted, stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DataSetException($"{wanted.Repository} did not give the data within {_timeLimit.TotalSeconds:0} s. {ByHand(wanted)}");
        }
        catch (DataSetException e) when (e.InnerException is System.ComponentModel.Win32Exception)
        {
            throw new DataSetException($"{e.Message} Or: {ByHand(wanted)}", e);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<byte[]> DownloadAsync(GitCommand command, DataSetManifest wanted, CancellationToken cancellationToken)
    {
        var made = await command.RunAsync(["init", "--bare", "--quiet"], cancellationToken).ConfigureAwait(false);
        if (!made.IsFine)
        {
            throw new DataSetException($"git could not make a repository in the folder for temporary files: {made.Errors} See that TMPDIR can be written.");
        }

        var fetched = await command.RunAsync(
            ["fetch", "--quiet", "--no-tags", "--depth", "1", "--", wanted.Repository, wanted.Revision], cancellationToken).ConfigureAwait(false);
        if (!fetched.IsFine)
        {
            var isThere = fetched.Errors.Contains("not our ref", StringComparison.Ordinal) || fetched.Errors.Contains("couldn't find remote ref", StringComparison.Ordinal);
            throw new DataSetException(isThere
                ? $"{wanted.Repository} has no commit {wanted.Revision} ({fetched.Errors}). Check the revision and the repository."
                : $"{wanted.Repository} can't be fetched from: {fetched.Errors} Without a network: {ByHand(wanted)}");
        }

        var head = await command.RunAsync(["rev-parse", "FETCH_HEAD"], cancellationToken).ConfigureAwait(false);
        var got = Encoding.UTF8.GetString(head.Output).Trim();
        if (!head.IsFine || got != wanted.Revision)
        {
            throw new DataSetException($"{wanted.Repository} gave '{got}' instead of commit {wanted.Revision}: it is not to be trusted. {ByHand(wanted)}");
        }

        var blob = await command.RunAsync(["cat-file", "blob", $"{wanted.Revision}:{wanted.Path}"], cancellationToken).ConfigureAwait(false);
        return blob.IsFine
            ? blob.Output
            : throw new DataSetException($"There is no file '{wanted.Path}' in commit {wanted.Revision} of {wanted.Repository} ({blob.Errors}). Check the path and the revision.");
    }

    private static string ByHand(DataSetManifest wanted) =>
        $"download '{wanted.Path}' of commit {wanted.Revision} of {wanted.Repository} yourself, and give the file with --data.";
}

/// <summary>Data that was fetched.</summary>
/// <param name="Path">The file; its manifest lies beside it.</param>
/// <param name="WasThere">Whether it was there already, so that nothing was fetched.</param>
public sealed record FetchedData(string Path, bool WasThere);
