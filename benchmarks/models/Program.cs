// What the client side of models costs: a server that answers every request in 50 ms, 64 requests in flight.
// Ideal is 50 ms for every 64 requests; beside it, in the same run, a bare HttpClient that reads the same streams and does nothing else.
// The server is a process of its own, so that memory is the client's alone.
//
//   dotnet run -c Release --project benchmarks/models [-- --requests 20000 --rounds 3]
//
// Aims: at most 5 % added to the wall time, memory flat over all requests. Run it on a calm machine: the server takes part of the processors.
using System.Diagnostics;
using System.Globalization;
using Prover.Models;
using Prover.Models.Configuration;
using Prover.ModelsBenchmark;

const int InFlight = 64;
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["--serve", ..])
{
    await Server.ServeAsync();
    return;
}

var requests = Given("--requests", 20_000);
var rounds = Given("--rounds", 3);
using var server = Server.Start();
var endpoint = new Uri(await server.EndpointAsync());
using var models = new ConfiguredModels(new ModelsConfiguration
{
    Source = "benchmark",
    Models = [KeyValuePair.Create("m", new ModelOptions { Endpoint = endpoint.ToString(), Model = "m", MaxConcurrentRequests = InFlight })],
});
Client[] clients = [Client.Bare(endpoint), Client.Pipeline(models.Get("m")), Client.Session(models.Get("m"))];

Console.WriteLine($"{Environment.ProcessorCount} processors, {InFlight} requests in flight, answers after {Server.Answer.TotalMilliseconds:0} ms");
foreach (var client in clients)
{
    await Load.RunAsync(client, InFlight * 20, InFlight);
}

const int PerRound = InFlight * 40;
var times = clients.ToDictionary(c => c, _ => new List<double>());
for (var round = 0; round < rounds; round++)
{
    foreach (var client in clients)
    {
        times[client].Add(await Load.RunAsync(client, PerRound, InFlight));
    }
}

var ideal = Server.Answer.TotalSeconds * PerRound / InFlight;
var bare = Median(times[clients[0]]);
Console.WriteLine($"{PerRound} requests, median of {rounds} rounds: ideal {ideal:0.000} s");
foreach (var client in clients)
{
    var time = Median(times[client]);
    Console.WriteLine(
        $"  {client.Name,-24} {time:0.000} s, {100 * ((time / ideal) - 1):0.0} % above the ideal, {100 * ((time / bare) - 1):+0.0;-0.0} % to the bare client"
        + $" (rounds {string.Join(" ", times[client].Select(t => $"{t:0.000}"))})");
}

Console.WriteLine($"Memory over {requests} requests through {clients[2].Name}:");
using var self = Process.GetCurrentProcess();
for (var quarter = 1; quarter <= 4; quarter++)
{
    var processor = self.TotalProcessorTime;
    await Load.RunAsync(clients[2], requests / 4, InFlight);
    self.Refresh();
    var each = (self.TotalProcessorTime - processor).TotalMicroseconds / (requests / 4);
    GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
    GC.WaitForPendingFinalizers();
    GC.Collect();
    self.Refresh();
    Console.WriteLine(
        $"  {requests / 4 * quarter,6}: managed heap {GC.GetTotalMemory(true) / 1_048_576.0:0.00} MB, working set {self.WorkingSet64 / 1_048_576.0:0.0} MB, {each:0} µs of processor a request");
}

int Given(string name, int otherwise) => Array.IndexOf(args, name) is >= 0 and var at ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;

static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
