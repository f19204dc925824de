namespace Prover.Lean.Processes;

/// <summary>Finds programs.</summary>
internal static class Executables
{
    private static readonly string[] Extensions = OperatingSystem.IsWindows() ? [".exe", ".cmd", ".bat", ""] : [""];

    /// <summary>The full path of a program given as a path or as a name on the <c>PATH</c>; null when there is none.</summary>
    public static string? Find(string command)
    {
        var folders = command.Contains(Path.DirectorySeparatorChar) || command.Contains('/')
            ? [Environment.CurrentDirectory]
            : (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders
            .SelectMany(folder => Extensions.Select(extension => Path.Combine(folder, command + extension)))
            .FirstOrDefault(IsExecutable);
    }

    private static bool IsExecutable(string path)
    {
        const UnixFileMode Execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Execute) != 0);
    }
}
