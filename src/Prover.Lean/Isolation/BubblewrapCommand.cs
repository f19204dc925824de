using System.Globalization;

namespace Prover.Lean.Isolation;

/// <summary>bubblewrap's command line for a <see cref="Sandbox"/>.</summary>
/// <remarks>
/// The environment is not cleared here but before bubblewrap starts: it stays in the sandbox as process 1, and whoever is
/// inside can read the environment that it was started with.
/// </remarks>
internal static class BubblewrapCommand
{
    // What programs and the dynamic linker need; nothing of /etc besides, no /home, /root, /run, /var, /opt, /srv, /mnt.
    private static readonly string[] SystemPaths =
    [
        "/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32", "/nix/store", "/gnu/store",
        "/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d", "/etc/ld-musl-x86_64.path", "/etc/ld-musl-aarch64.path", "/etc/alternatives",
    ];

    /// <summary>What to put in front of a command.</summary>
    public static IReadOnlyList<string> Prefix(Sandbox sandbox) =>
    [
        sandbox.Bubblewrap.Program,

        // Processes inside see, signal and reach only each other; with the first of them the kernel ends all.
        "--unshare-user", "--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try",
        .. sandbox.Bubblewrap.ForbidsNesting ? ["--disable-userns"] : Array.Empty<string>(),

        // Nobody in particular, without the powers that root would keep, and without our terminal.
        "--uid", "1000", "--gid", "1000", "--cap-drop", "ALL", "--hostname", "lean", "--new-session",

        // bubblewrap stands between us and Lean: when it goes, Lean goes.
        "--die-with-parent",
        .. SystemPaths.SelectMany(System),
        "--proc", "/proc",
        "--dev", "/dev",
        "--size", sandbox.TemporaryBytes.ToString(CultureInfo.InvariantCulture), "--tmpfs", Sandbox.TemporaryFolder,
        .. ExposedFolders.Outermost(sandbox.ReadOnly).Where(path => !IsSystem(path)).SelectMany(path => new[] { "--ro-bind", path, path }),
        .. sandbox.Scratch is { } scratch ? ["--bind", scratch, scratch] : Array.Empty<string>(),

        // Both are file systems in memory without a bound; devices can be written to all the same.
        "--remount-ro", "/dev",
        "--remount-ro", "/",
        "--chdir", sandbox.WorkingDirectory,
        "--",
    ];

    private static string[] System(string path) => new FileInfo(path).LinkTarget switch
    {
        // Today's systems have /bin -> usr/bin; a file's link is followed.
        { } target when Directory.Exists(path) => ["--symlink", target, path],
        _ when Path.Exists(path) => ["--ro-bind", path, path],
        _ => [],
    };

    private static bool IsSystem(string path) => SystemPaths.Any(folder => ExposedFolders.IsIn(folder, path));
}
