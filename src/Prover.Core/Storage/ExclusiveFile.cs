namespace Prover.Core.Storage;

/// <summary>Files that one holder at a time has open, over all processes: the operating system frees them when a process dies.</summary>
internal static class ExclusiveFile
{
    /// <summary>Opens a file for nobody else, and makes it where it is missing; null when somebody has it.</summary>
    /// <exception cref="IOException">It can't be opened for another reason.</exception>
    public static FileStream? TryOpen(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException exception) when (exception.GetType() == typeof(IOException) && IsSharingViolation(exception))
        {
            return null;
        }
    }

    private static bool IsSharingViolation(IOException exception)
    {
        const int windowsSharingViolation = unchecked((int)0x80070020);
        const int linuxWouldBlock = 11;
        const int macWouldBlock = 35;
        return exception.HResult is windowsSharingViolation or linuxWouldBlock or macWouldBlock;
    }
}
