using Prover.Lean.Processes;

namespace Prover.Lean.StandIn;

/// <summary>A program that uses this library and is then killed: what it started must not live on.</summary>
internal static class Owner
{
    public static async Task<int> RunAsync()
    {
        var options = new LeanProcessOptions { Command = Environment.ProcessPath!, Arguments = ["hang"] };
        var lean = await LeanProcess.StartAsync(options, TimeProvider.System);
        Requests.Next();
        Requests.Answer($"{{\"child\": {lean.Id}}}");
        return Requests.Hang();
    }
}
