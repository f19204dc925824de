using System.ComponentModel;
using CliWrap;
using Prover.Lean.Processes;

namespace Prover.Lean.Isolation;

/// <summary>Finds out whether bubblewrap works here, by having it run something harmless in a real sandbox: it may be missing
/// or too old, and user namespaces may be forbidden, as they are in many containers.</summary>
internal static class BubblewrapProbe
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <param name="program">Full path of bubblewrap; null when there is none.</param>
    public static async Task<Protection> RunAsync(string? program)
    {
        if (!OperatingSystem.IsLinux())
        {
            return Protection.None("bubblewrap exists for Linux only.");
        }

        if (program is null)
        {
            return Protection.None("bubblewrap is not installed (there is no 'bwrap' on the PATH).");
        }

        var strict = new Bubblewrap(program, ForbidsNesting: true);
        if (await TryAsync(strict).ConfigureAwait(false) is null)
        {
            return Protection.By(strict);
        }

        // It came with version 0.8, and needs a /proc/sys that can be written.
        var plain = strict with { ForbidsNesting = false };
        return await TryAsync(plain).ConfigureAwait(false) is { } trouble
            ? Protection.None($"'{program}' does not work here: {trouble.TrimEnd('.')}.")
            : Protection.By(plain);
    }

    /// <summary>Null when it works.</summary>
    private static async Task<string?> TryAsync(Bubblewrap bubblewrap)
    {
        IReadOnlyList<string> prefix = BubblewrapCommand.Prefix(new Sandbox { Bubblewrap = bubblewrap });
        var errors = new OutputTail(4096);
        using var timer = new CancellationTokenSource(Limit);
        try
        {
            var result = await LaunchThread.RunAsync(() => Cli.Wrap(prefix[0])
                .WithArguments([.. prefix.Skip(1), Executables.Find("true") ?? "/bin/true"])
                .WithStandardErrorPipe(PipeTarget.Create(errors.ReadAsync))
                .WithValidation(CommandResultValidation.None)
                .ExecuteAsync(timer.Token)
                .Task).Unwrap().ConfigureAwait(false);
            return result.IsSuccess ? null : errors.Text() is { Length: > 0 } words ? words : $"it ended with {ExitCodes.Describe(result.ExitCode)}.";
        }
        catch (OperationCanceledException)
        {
            return $"it gave no answer in {Limit.TotalSeconds} s.";
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            return e.Message;
        }
    }
}
