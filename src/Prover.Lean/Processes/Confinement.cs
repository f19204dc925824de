using CliWrap;

namespace Prover.Lean.Processes;

/// <summary>The small programs of util-linux that a command is started through, where the machine has them. Each replaces
/// itself by the next, so that the command keeps the process id.</summary>
internal static class Confinement
{
    private static readonly TimeSpan ProbeLimit = TimeSpan.FromSeconds(5);

    // A session of its own: whoever loses its parent can still be found, and a Ctrl-C at the terminal goes to us alone.
    private static readonly Lazy<Task<string[]>> Session = new(() => ProbeAsync("setsid"));

    // Ended by the kernel when we are, however we end.
    private static readonly Lazy<Task<string[]>> DeathSignal = new(() => ProbeAsync("setpriv", "--pdeathsig", "KILL"));

    private static readonly Lazy<Task<bool>> Limits = new(async () => (await ProbeAsync("prlimit", "--core=0").ConfigureAwait(false)).Length > 0);

    /// <summary>True when <see cref="LeanProcessOptions.AddressSpaceLimitBytes"/> can be kept here.</summary>
    public static Task<bool> CanLimitAddressSpaceAsync() => Limits.Value;

    /// <summary>What to put in front of a command.</summary>
    public static async Task<IReadOnlyList<string>> PrefixAsync(long addressSpaceLimitBytes)
    {
        string[] limit = addressSpaceLimitBytes > 0 && await Limits.Value.ConfigureAwait(false)
            ? ["prlimit", $"--as={addressSpaceLimitBytes}", "--"]
            : [];
        return [.. await Session.Value.ConfigureAwait(false), .. await DeathSignal.Value.ConfigureAwait(false), .. limit];
    }

    // Asked to run something harmless: BusyBox has programs of the same names that lack these options.
    private static async Task<string[]> ProbeAsync(params string[] command)
    {
        if (!OperatingSystem.IsLinux() || Executables.Find(command[0]) is null)
        {
            return [];
        }

        using var limit = new CancellationTokenSource(ProbeLimit);
        try
        {
            var result = await Cli.Wrap(command[0]).WithArguments([.. command[1..], "true"])
                .WithValidation(CommandResultValidation.None).ExecuteAsync(limit.Token).ConfigureAwait(false);
            return result.IsSuccess ? command : [];
        }
        catch (Exception e) when (e is OperationCanceledException or System.ComponentModel.Win32Exception or TimeoutException)
        {
            return [];
        }
    }
}
