using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Prover.Lean.Processes;

namespace Prover.Lean.Tests.Processes;

/// <summary>The stand-in executable, and how tests talk to it.</summary>
internal static class StandIn
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static string Path { get; } =
        System.IO.Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Prover.Lean.StandIn.exe" : "Prover.Lean.StandIn");

    public static Task<LeanProcess> PlayAsync(params string[] behaviour) => PlayAsync(new LeanProcessOptions { Command = Path, Arguments = behaviour });

    public static Task<LeanProcess> PlayAsync(LeanProcessOptions options) =>
        LeanProcess.StartAsync(options, TimeProvider.System, TestContext.Current.CancellationToken);

    /// <summary>Asks for anything.</summary>
    public static async Task<JsonNode> AskAsync(this LeanProcess process, string request = "{}") =>
        JsonNode.Parse(await process.AskAsync(Encoding.UTF8.GetBytes(request), TestContext.Current.CancellationToken))!;

    /// <summary>Returns once a process that is no child of ours runs no more; fails if it goes on.</summary>
    public static async Task EndsAsync(int id)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        while (IsRunning(id))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), limit.Token);
        }
    }

    public static bool IsRunning(int id)
    {
        try
        {
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/stat"));
            return stat[stat.LastIndexOf(')') + 2] is not ('Z' or 'X');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    public static Process Start(params string[] arguments) =>
        Process.Start(new ProcessStartInfo(Path, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
}
