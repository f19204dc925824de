using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace Prover.Lean.StandIn;

/// <summary>What a hostile text tries while it is elaborated: lines <c>#attempt WHAT …</c>. Each says honestly how far it came.</summary>
internal static class Attempts
{
    private const string Mark = "#attempt ";

    /// <summary>Makes the attempts of a text; null when there is none.</summary>
    public static string? Make(string text)
    {
        var attempts = text.Split('\n').Where(line => line.StartsWith(Mark, StringComparison.Ordinal)).ToList();
        return attempts.Count == 0 ? null : string.Join('\n', attempts.Select(line => Make(line[Mark.Length..].Split(' '))));
    }

    private static string Make(string[] words)
    {
        try
        {
            return $"done: {Play(words)}";
        }
        catch (Exception e) when (e is not ArgumentException)
        {
            return $"failed: {e.Message}";
        }
    }

    private static string Play(string[] words)
    {
        switch (words)
        {
            case ["read", var path]:
                return File.ReadAllText(path);
            case ["write", var path]:
                File.WriteAllText(path, "hostile");
                return path;
            case ["list", var path]:
                return string.Join(' ', Directory.EnumerateFileSystemEntries(path).Order(StringComparer.Ordinal));
            case ["connect", var port]:
                using (new TcpClient("127.0.0.1", Number(port)))
                {
                    return port;
                }

            case ["environment", var name]:
                return Environments().FirstOrDefault(e => e.StartsWith(name + "=", StringComparison.Ordinal)) ?? throw new IOException("nowhere");
            case ["namespace"]:
                return Wait(Process.Start("unshare", ["--user", "true"]));
            case ["fork", var count, var mark]:
                for (var i = 0; i < Number(count); i++)
                {
                    Process.Start("sleep", ["600." + Number(mark)]);
                }

                return count;
            case ["outlive", var mark]:
                return Wait(Process.Start("setsid", ["--fork", "sleep", "600." + Number(mark)]));
            case ["eat", var megabytes]:
                var eaten = GC.AllocateUninitializedArray<byte>(Number(megabytes) << 20);
                eaten.AsSpan().Fill(1);
                Requests.Hang();
                return $"{eaten[^1]}";
            case ["limits"]:
                return string.Join(' ', File.ReadLines("/proc/self/limits").Skip(1).Select(Limit));
            default:
                throw new ArgumentException($"Can't attempt '{string.Join(' ', words)}'.");
        }
    }

    /// <summary>Its own variables, and those of every process that it can look into.</summary>
    private static IEnumerable<string> Environments() =>
        Directory.EnumerateDirectories("/proc").Where(p => char.IsAsciiDigit(Path.GetFileName(p)[0])).SelectMany(process =>
        {
            try
            {
                return File.ReadAllText(Path.Combine(process, "environ")).Split('\0');
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return [];
            }
        });

    // "Max file size   SOFT   HARD   bytes"
    private static string Limit(string line) => $"{line[..26].Trim().Replace(' ', '-')}={line[26..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]}";

    private static string Wait(Process process)
    {
        process.WaitForExit();
        return process.ExitCode == 0 ? "0" : throw new IOException($"code {process.ExitCode}");
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
