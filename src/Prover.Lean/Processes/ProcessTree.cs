using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Prover.Lean.Processes;

/// <summary>A process and all that came from it, as Linux's <c>/proc</c> shows them (proc(5)); nothing elsewhere.</summary>
/// <remarks>Members are the process, its descendants, all of its session (it is started as the leader of one), and whoever
/// was a member at an earlier look: so a child that lost its parent, or left the session later, still counts.
/// Thread-safe.</remarks>
internal sealed class ProcessTree(int rootId)
{
    private const int KillRounds = 16;

    // sysconf(_SC_CLK_TCK): what /proc counts in, 100 on every Linux that .NET runs on.
    private const int TicksPerSecond = 100;

    private readonly Lock _gate = new();
    private readonly Dictionary<int, long> _startTimes = [];

    /// <summary>Resident memory of all together, in bytes, and the number of their threads; 0 when unknown.</summary>
    public (long Bytes, long Threads) Measure()
    {
        var members = Look();
        return (members.Sum(p => p.Pages) * Environment.SystemPageSize, members.Sum(p => p.Threads));
    }

    /// <summary>Processor time of all together, in user and kernel mode, those that have ended and were waited for included; null when unknown.</summary>
    public TimeSpan? MeasureProcessorTime()
    {
        var members = Look();
        return members.Count == 0 ? null : TimeSpan.FromSeconds((double)members.Sum(p => p.Ticks) / TicksPerSecond);
    }

    /// <summary>Processor time of the first thread of the process itself, in user and kernel mode; null when unknown.</summary>
    public TimeSpan? MeasureFirstThread() =>
        OperatingSystem.IsLinux() && Read($"/proc/{rootId}/task/{rootId}/stat", rootId) is { } thread ? TimeSpan.FromSeconds((double)thread.OwnTicks / TicksPerSecond) : null;

    /// <summary>Ends every member that still runs.</summary>
    /// <remarks>Only while the root's id can't have been given to another process: before or right after its end.</remarks>
    public void Kill()
    {
        // Again and again, since a member may give birth between the look and the blow.
        for (var round = 0; round < KillRounds; round++)
        {
            var running = Look().Where(p => p.State is not ('Z' or 'X')).ToList();
            if (running.Count == 0)
            {
                return;
            }

            foreach (var member in running)
            {
                Kill(member.Id);
            }
        }
    }

    private List<ProcessStat> Look()
    {
        if (!OperatingSystem.IsLinux())
        {
            return [];
        }

        var all = ReadAll();
        lock (_gate)
        {
            bool joined;
            do
            {
                joined = false;
                foreach (var process in all.Values)
                {
                    joined |= !IsKnown(process) && Belongs(process, all) && Remember(process);
                }
            }
            while (joined);

            return [.. all.Values.Where(IsKnown)];
        }
    }

    private bool Belongs(ProcessStat process, Dictionary<int, ProcessStat> all) =>
        process.Id == rootId
        || process.SessionId == rootId
        || (all.TryGetValue(process.ParentId, out var parent) && IsKnown(parent));

    private bool IsKnown(ProcessStat process) => _startTimes.TryGetValue(process.Id, out var start) && start == process.StartTime;

    private bool Remember(ProcessStat process)
    {
        _startTimes[process.Id] = process.StartTime;
        return true;
    }

    private static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // It has just ended.
        }
    }

    private static Dictionary<int, ProcessStat> ReadAll()
    {
        var all = new Dictionary<int, ProcessStat>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && Read($"/proc/{id}/stat", id) is { } stat)
            {
                all[id] = stat;
            }
        }

        return all;
    }

    private static ProcessStat? Read(string path, int id)
    {
        try
        {
            // The second field, the name, may hold anything but ends with the last ')'.
            var stat = File.ReadAllText(path);
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            long Number(int field) => long.Parse(fields[field - 3], CultureInfo.InvariantCulture);
            return new ProcessStat(id, fields[0][0], (int)Number(4), (int)Number(6), Number(20), Number(22), Number(24), Number(14) + Number(15), Number(16) + Number(17));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or IndexOutOfRangeException)
        {
            return null; // It has just ended.
        }
    }

    private sealed record ProcessStat(int Id, char State, int ParentId, int SessionId, long Threads, long StartTime, long Pages, long OwnTicks, long ChildTicks)
    {
        public long Ticks => OwnTicks + ChildTicks;
    }
}
