using System.Diagnostics;
using Prover.Models.StandIn;

namespace Prover.ModelsBenchmark;

/// <summary>The stand-in in a process of its own: this program again, which ends with its standard input.</summary>
internal sealed class Server(Process process) : IDisposable
{
    /// <summary>When an answer comes.</summary>
    public static readonly TimeSpan Answer = TimeSpan.FromMilliseconds(50);

    // Some 60 tokens in 15 events: the size of a short proof.
    private static readonly Answer Proof = Models.StandIn.Answer.Text(
        "```lean4\ntheorem even_sq_add (n : ℕ) : Even (n ^ 2 + n) := by\n  have h : n ^ 2 + n = n * (n + 1) := by ring\n"
        + "  rw [h]\n  exact Nat.even_mul_succ_self n\n```\nThe product of two neighbours is even.").InEventsOf(4);

    public static Server Start()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add(typeof(Server).Assembly.Location);
        }

        start.ArgumentList.Add("--serve");
        return new Server(Process.Start(start)!);
    }

    public static async Task ServeAsync()
    {
        await using var server = await StandInServer.StartAsync(async (_, left) =>
        {
            await Task.Delay(Answer, left);
            return Proof;
        });
        Console.WriteLine(server.Endpoint);
        await Console.In.ReadToEndAsync();
    }

    public async Task<string> EndpointAsync() =>
        await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server did not start.");

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit(10_000);
        process.Dispose();
    }
}
