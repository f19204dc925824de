using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Prover.Lean.Isolation;

/// <summary>Takes files out of a folder in which somebody hostile had a free hand.</summary>
internal static class HostileFile
{
    private const int BufferBytes = 1 << 16;

    /// <summary>Copies a regular file. Copied and not moved: who wrote it may still hold it open.</summary>
    /// <exception cref="IOException">It is no regular file, or there is none, or it is larger than allowed; there is no target then.</exception>
    public static async Task CopyAsync(string source, string target, long maxBytes, CancellationToken cancellationToken)
    {
        using var handle = Open(source);
        try
        {
            var copy = new FileStream(target, FileMode.Create, FileAccess.Write, FileShare.None, BufferBytes, useAsync: true);
            await using var closed = copy.ConfigureAwait(false);
            var buffer = new byte[BufferBytes];
            for (long at = 0; ;)
            {
                var count = await RandomAccess.ReadAsync(handle, buffer, at, cancellationToken).ConfigureAwait(false);
                if (count == 0)
                {
                    return;
                }

                at += count;
                if (at > maxBytes)
                {
                    throw new IOException($"'{source}' is larger than {maxBytes:N0} bytes.");
                }

                await copy.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
            }
        }
        catch
        {
            File.Delete(target);
            throw;
        }
    }

    /// <summary>Opens a regular file for reading; follows no link and waits for nobody.</summary>
    /// <exception cref="IOException">It is none.</exception>
    public static SafeFileHandle Open(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return (new FileInfo(path).Attributes & (FileAttributes.ReparsePoint | FileAttributes.Directory | FileAttributes.Device)) == 0
                ? File.OpenHandle(path)
                : throw new IOException($"'{path}' is no regular file.");
        }

        var descriptor = LinuxFile.Open(path);
        if (descriptor < 0)
        {
            throw new IOException($"'{path}' can't be opened: {Marshal.GetLastPInvokeErrorMessage()}.");
        }

        var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        if (LinuxFile.IsRegular(descriptor))
        {
            return handle;
        }

        handle.Dispose();
        throw new IOException($"'{path}' is no regular file.");
    }
}
