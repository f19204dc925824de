using Prover.Lean.Isolation;
using Prover.Lean.Processes;

namespace Prover.Lean.StandIn;

/// <summary>A program that uses this library and is then killed: what it started must not live on.</summary>
internal static class Owner
{
    public static Task<int> RunAsync() => RunAsync(new LeanProcessOptions { Command = Environment.ProcessPath!, Arguments = ["hang"] });

    /// <summary>Starts a <c>sleep</c> in a sandbox.</summary>
    public static async Task<int> RunSandboxedAsync(string seconds)
    {
        var protection = await Protection.FindAsync();
        return await RunAsync(new LeanProcessOptions
        {
            Command = "sh",
            Arguments = ["-c", "exec sleep $0", seconds],
            Sandbox = new Sandbox { Bubblewrap = protection.Bubblewrap! },
        });
    }

    private static async Task<int> RunAsync(LeanProcessOptions options)
    {
        var lean = await LeanProcess.StartAsync(options, TimeProvider.System);
        Requests.Next();
        Requests.Answer($"{{\"child\": {lean.Id}}}");
        return Requests.Hang();
    }
}
