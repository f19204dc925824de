using Prover.Rounds.Rounds;
using Prover.Service.Errors;
using Prover.Service.Hosting;

namespace Prover.Service.Campaigns;

/// <summary>The campaigns under the folder that the service was given: each is a folder in it.</summary>
internal sealed class CampaignFolders(ProverServiceOptions options)
{
    /// <summary>Their names, sorted.</summary>
    public IReadOnlyList<string> List()
    {
        var root = Root();
        return Directory.Exists(root)
            ? [.. Directory.EnumerateDirectories(root).Where(RoundsFolder.Exists).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)]
            : [];
    }

    /// <summary>One of them; what is no plain name is none.</summary>
    public async Task<RoundsFolder> OpenAsync(string name, CancellationToken cancellationToken)
    {
        var isPlain = name.Length > 0 && name is not ("." or "..") && name.IndexOfAny(['/', '\\', ':', '\0']) < 0;
        var folder = isPlain ? Path.Combine(Root(), name) : Root();
        return isPlain && RoundsFolder.Exists(folder)
            ? await RoundsFolder.ReadAsync(folder, cancellationToken).ConfigureAwait(false)
            : throw RpcErrors.NoSuchCampaign(name).ToRpc();
    }

    private string Root() => options.RoundsFolder ?? throw RpcErrors.NoRounds().ToRpc();
}
