namespace Prover.Models.Configuration;

/// <summary>Paths as users write them.</summary>
internal static class UserPath
{
    /// <summary>With <c>~/</c> put out.</summary>
    public static string Full(string path) =>
        path.StartsWith("~/", StringComparison.Ordinal)
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), path[2..])
            : Path.GetFullPath(path);
}
