using System.Diagnostics;
using System.Globalization;

namespace Prover.Lean.Tests.Isolation;

/// <summary>Processes <c>sleep 600.MARK</c>, which can be told from all others on the machine, also from outside their sandbox.</summary>
internal static class Marks
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static string New() => Random.Shared.Next(100_000_000, 1_000_000_000).ToString(CultureInfo.InvariantCulture);

    public static IReadOnlyList<int> Running(string mark) =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0 && CommandLine(id) == $"sleep\0600.{mark}\0" && Processes.StandIn.IsRunning(id)),
    ];

    /// <summary>The one that runs, once it does; fails if it does not come.</summary>
    public static async Task<int> StartAsync(string mark)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        IReadOnlyList<int> running;
        while ((running = Running(mark)).Count == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), limit.Token);
        }

        return Assert.Single(running);
    }

    /// <summary>Returns once all have ended; fails if they go on.</summary>
    public static async Task EndAsync(string mark)
    {
        foreach (var id in Running(mark))
        {
            await Processes.StandIn.EndsAsync(id);
        }
    }

    public static void Kill(int id)
    {
        using var process = Process.GetProcessById(id);
        process.Kill();
    }

    private static string CommandLine(int id)
    {
        try
        {
            return File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/cmdline"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return string.Empty; // It has just ended.
        }
    }
}
