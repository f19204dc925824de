namespace Prover.Lean.Isolation;

/// <summary>Folders that a sandboxed program may write.</summary>
internal static class ScratchFolder
{
    /// <summary>Deletes what can be deleted; whoever wrote there may have seen to it that not all can.</summary>
    public static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true); // links are deleted and not followed
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Left to whoever cleans the folder for temporary files.
        }
    }
}
