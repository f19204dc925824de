using System.Globalization;

namespace Prover.Lean.Processes;

/// <summary>A process and its descendants, as Linux's <c>/proc</c> shows them (proc(5)); nothing elsewhere.</summary>
internal static class ProcessTree
{
    /// <summary>Resident memory of all together, in bytes; 0 when unknown.</summary>
    public static long MemoryBytes(int processId)
    {
        if (!OperatingSystem.IsLinux())
        {
            return 0;
        }

        var parents = new Dictionary<int, (int Parent, long Pages)>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && ReadStat(id) is { } stat)
            {
                parents[id] = stat;
            }
        }

        return parents.Where(p => Descends(p.Key)).Sum(p => p.Value.Pages) * Environment.SystemPageSize;

        bool Descends(int id)
        {
            // Bounded, since parents are read at different moments and could seem to form a ring.
            for (var steps = 0; steps < 64 && id > 1; steps++)
            {
                if (id == processId)
                {
                    return true;
                }

                id = parents.TryGetValue(id, out var stat) ? stat.Parent : 0;
            }

            return false;
        }
    }

    private static (int Parent, long Pages)? ReadStat(int id)
    {
        try
        {
            // The second field, the name, may hold anything but ends with the last ')'.
            var stat = File.ReadAllText($"/proc/{id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return (int.Parse(fields[1], CultureInfo.InvariantCulture), long.Parse(fields[21], CultureInfo.InvariantCulture));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or IndexOutOfRangeException)
        {
            return null; // It has just ended.
        }
    }
}
