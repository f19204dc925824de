using System.ComponentModel;
using System.Text;
using CliWrap;

namespace Prover.Bench.Data.Fetching;

/// <summary>Runs git in a repository of its own: without prompts, and without the user's and the system's configuration.</summary>
/// <param name="executable">The command.</param>
/// <param name="folder">The bare repository.</param>
internal sealed class GitCommand(string executable, string folder)
{
    // What a caller's environment could change about which repository is meant or how it is reached.
    private static readonly string[] Removed =
    [
        "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_NAMESPACE",
        "GIT_CONFIG_COUNT", "GIT_CONFIG_PARAMETERS", "GIT_TEMPLATE_DIR", "GIT_ASKPASS", "SSH_ASKPASS", "GIT_SSH", "GIT_TRACE", "GIT_REPLACE_REF_BASE",
    ];

    private static readonly Dictionary<string, string?> Environment = new(Removed.Select(name => KeyValuePair.Create(name, (string?)null)))
    {
        ["GIT_TERMINAL_PROMPT"] = "0",
        ["GIT_CONFIG_NOSYSTEM"] = "1",
        ["GIT_CONFIG_GLOBAL"] = "/dev/null",
        ["GIT_ALLOW_PROTOCOL"] = "https:http:ssh:git:file",
        ["GIT_SSH_COMMAND"] = "ssh -o BatchMode=yes",
        ["GIT_NO_REPLACE_OBJECTS"] = "1",
        ["LC_ALL"] = "C",
    };

    /// <summary>Runs git to its end.</summary>
    /// <exception cref="DataSetException">There is no git.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; git and what it started are ended.</exception>
    public async Task<GitResult> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        using var output = new MemoryStream();
        var errors = new StringBuilder();
        try
        {
            var result = await Cli.Wrap(executable)
                .WithArguments(["--git-dir", folder, .. arguments])
                .WithEnvironmentVariables(Environment)
                .WithStandardOutputPipe(PipeTarget.ToStream(output))
                .WithStandardErrorPipe(PipeTarget.ToStringBuilder(errors))
                .WithValidation(CommandResultValidation.None)
                .ExecuteAsync(cancellationToken).ConfigureAwait(false);
            return new GitResult(result.ExitCode == 0, output.ToArray(), errors.ToString().Trim());
        }
        catch (Win32Exception e)
        {
            throw new DataSetException($"'{executable}' can't be run: {e.Message}. Install git (e.g. 'apt install git').", e);
        }
    }
}

/// <summary>How git ended.</summary>
/// <param name="IsFine">Whether it did what it was asked.</param>
/// <param name="Output">What it wrote on standard output.</param>
/// <param name="Errors">What it wrote on standard error.</param>
internal sealed record GitResult(bool IsFine, byte[] Output, string Errors);
