using CliWrap;
using Prover.Lean.Isolation;

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

    private static readonly Lazy<Task<string[]>> Limits = new(() => ProbeAsync("prlimit", "--core=0"));

    /// <summary>True when <see cref="LeanProcessOptions.AddressSpaceLimitBytes"/> can be kept here.</summary>
    public static async Task<bool> CanLimitAddressSpaceAsync() => (await Limits.Value.ConfigureAwait(false)).Length > 0;

    /// <summary>What to put in front of a command: the sandbox, when there is one, and the limits inside it.</summary>
    public static async Task<IReadOnlyList<string>> PrefixAsync(LeanProcessOptions options) =>
    [
        .. await Session.Value.ConfigureAwait(false),
        .. await DeathSignal.Value.ConfigureAwait(false),
        .. options.Sandbox is { } sandbox ? BubblewrapCommand.Prefix(sandbox) : [],
        .. await LimitsAsync(options).ConfigureAwait(false),
    ];

    private static async Task<IReadOnlyList<string>> LimitsAsync(LeanProcessOptions options)
    {
        List<string> limits = [];
        void Add(string name, long value)
        {
            if (value > 0)
            {
                limits.Add($"--{name}={value}");
            }
        }

        Add("as", options.AddressSpaceLimitBytes);
        Add("fsize", options.FileSizeLimitBytes);

        // The kernel counts the threads of a user. In a user namespace (since Linux 5.14) those are the sandbox's; outside they
        // are all that the user runs anywhere, of which we know nothing.
        Add("nproc", options.Sandbox is null ? 0 : options.ThreadLimit);
        return limits.Count > 0 && await Limits.Value.ConfigureAwait(false) is [var prlimit, ..] ? [prlimit, "--core=0", .. limits, "--"] : [];
    }

    // Asked to run something harmless: BusyBox has programs of the same names that lack these options.
    private static async Task<string[]> ProbeAsync(params string[] command)
    {
        if (!OperatingSystem.IsLinux() || Executables.Find(command[0]) is not { } program)
        {
            return [];
        }

        using var limit = new CancellationTokenSource(ProbeLimit);
        try
        {
            var result = await Cli.Wrap(program).WithArguments([.. command[1..], "true"])
                .WithValidation(CommandResultValidation.None).ExecuteAsync(limit.Token).ConfigureAwait(false);
            return result.IsSuccess ? [Place(program), .. command[1..]] : [];
        }
        catch (Exception e) when (e is OperationCanceledException or System.ComponentModel.Win32Exception or TimeoutException)
        {
            return [];
        }
    }

    // A full path, since the command's environment need not hold our PATH, and without links, since a sandbox need not hold
    // those; but BusyBox knows by the link's name what it is asked for.
    private static string Place(string program) =>
        RealPath.Of(program) is var real && Path.GetFileName(real) == Path.GetFileName(program) ? real : program;
}
