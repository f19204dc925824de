using System.Runtime.InteropServices;

namespace Prover.Lean.Isolation;

/// <summary>What .NET can't say of a file: not to follow a link, not to wait at a pipe, and of which type it is.</summary>
internal static class LinuxFile
{
    private const int NonBlocking = 0x800;
    private const int CloseOnExec = 0x80000;
    private const int EmptyPath = 0x1000;
    private const uint TypeAndMode = 1;

    // The layout of struct statx is the same everywhere, unlike that of struct stat.
    private const int StatxBytes = 256;
    private const int ModeOffset = 28;
    private const int TypeMask = 0xf000;
    private const int RegularType = 0x8000;

    // open(2)'s own value on the ARM and POWER families.
    private static readonly int NoFollow =
        RuntimeInformation.ProcessArchitecture is Architecture.Arm or Architecture.Armv6 or Architecture.Arm64 or Architecture.Ppc64le ? 0x8000 : 0x20000;

    /// <summary>A descriptor for reading; negative when there is none.</summary>
    public static int Open(string path) => NativeOpen(path, NoFollow | NonBlocking | CloseOnExec);

    public static bool IsRegular(int descriptor)
    {
        var status = new byte[StatxBytes];
        return Statx(descriptor, string.Empty, EmptyPath, TypeAndMode, status) == 0
            && (BitConverter.ToUInt16(status, ModeOffset) & TypeMask) == RegularType;
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int NativeOpen([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "statx", SetLastError = true)]
    private static extern int Statx(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, byte[] status);
}
