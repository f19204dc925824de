using System.Text;
using CliWrap;
using CliWrap.Buffered;
using Prover.Bench.Tests.Runs;

namespace Prover.Bench.Tests.Data.Fetching;

/// <summary>A git repository on this machine.</summary>
internal sealed class LocalRepository : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Address => $"file://{_folder.Path}";

    /// <summary>Commits a file; returns the commit's id.</summary>
    public async Task<string> CommitAsync(string path, string text)
    {
        await GitAsync("init", "--quiet");
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[path])!);
        await File.WriteAllTextAsync(_folder[path], text, new UTF8Encoding(false), TestContext.Current.CancellationToken);
        await GitAsync("add", "--all");
        await GitAsync("-c", "user.name=Test", "-c", "user.email=test@example.org", "commit", "--quiet", "--message", "Data");
        return await GitAsync("rev-parse", "HEAD");
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder.Path))
        {
            _folder.Dispose();
        }
    }

    private async Task<string> GitAsync(params string[] arguments)
    {
        var result = await Cli.Wrap("git")
            .WithArguments(arguments)
            .WithWorkingDirectory(_folder.Path)
            .WithEnvironmentVariables(e => e.Set("GIT_CONFIG_NOSYSTEM", "1").Set("GIT_CONFIG_GLOBAL", "/dev/null").Set("GIT_DIR", null).Set("GIT_INDEX_FILE", null).Set("GIT_WORK_TREE", null))
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        return result.StandardOutput.Trim();
    }
}
