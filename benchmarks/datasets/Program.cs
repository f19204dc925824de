// How exports of datasets grow with the store. The proofs are made up (nobody has verified them); store, reading, filters, splits and files are the
// real code. The figures are of the whole export: reading the store, near-duplicates, writing, card and checksums; in a process that has exported before.
//
//   dotnet run -c Release --project benchmarks/datasets [-- --proofs 1000,5000,20000 --attempts 5]
using System.Diagnostics;
using System.Globalization;
using Prover.Core.Prompts;
using Prover.Core.Storage;
using Prover.Core.Storage.LiteDb;
using Prover.Datasets.Exporting;
using Prover.Datasets.Formats;
using Prover.Datasets.Sources;
using Prover.DatasetsBenchmark;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var sizes = Given("--proofs", "1000,5000,20000").Split(',').Select(int.Parse).ToArray();
var attempts = int.Parse(Given("--attempts", "5"));
var folder = Directory.CreateTempSubdirectory("prover-datasets-benchmark-").FullName;
Console.WriteLine($"{attempts} attempts a proof, {Environment.ProcessorCount} processors. Seconds; proofs of the store a second; peak managed memory.");
Console.WriteLine($"{"proofs",8} {"what",-22} {"seconds",9} {"proofs/s",10} {"peak MB",8} {"file MB",8}");
try
{
    // What is compiled once is no growth; the compiler of .NET has had its second look after some thousand entries.
    await MeasureAsync(3_000, quiet: true);
    foreach (var size in sizes)
    {
        await MeasureAsync(size, quiet: false);
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}

async Task MeasureAsync(int proofs, bool quiet)
{
    var path = Path.Combine(folder, $"{proofs}.db");
    await using (var filling = new LiteDbProofStore(path))
    {
        await SyntheticStore.FillAsync(filling, proofs, attempts);
    }

    await using var store = new LiteDbProofStore(path);
    await store.GetStatisticsAsync();
    await RowAsync("list all proofs", async () =>
    {
        string? token = null;
        do
        {
            token = (await store.ListProofsAsync(new ProofQuery { PageSize = 1_000, PageToken = token })).NextPageToken;
        }
        while (token is not null);
        return 0;
    });
    await RowAsync("first page by name", async () =>
    {
        await store.ListProofsAsync(new ProofQuery { NameContains = "synthetic_1" });
        return 0;
    });
    foreach (var failures in new[] { false, true })
    {
        await RowAsync($"read, {(failures ? "all attempts" : "proofs")}", async () =>
        {
            await foreach (var _ in new StoreSource(store, store, "proofs.db").ReadAsync(new SourceRequest(failures)))
            {
            }

            return 0;
        });
    }

    foreach (var (format, files) in Enum.GetValues<DatasetFormat>().Select(f => (f, FileFormat.Jsonl)).Append((DatasetFormat.Proofs, FileFormat.Parquet)).Append((DatasetFormat.Sft, FileFormat.Parquet)))
    {
        await RowAsync($"{format.ToString().ToLowerInvariant()}, {files.ToString().ToLowerInvariant()}", () => ExportAsync(new ExportOptions { Target = Target(), Format = format, Files = files }));
    }

    await RowAsync("proofs, filtered", () => ExportAsync(new ExportOptions { Target = Target(), Format = DatasetFormat.Proofs, Filter = new() { MaxProofLength = 300, Origins = ["model"] } }));

    string Target() => Path.Combine(folder, Guid.NewGuid().ToString("N"));

    async Task<long> ExportAsync(ExportOptions options)
    {
        await new DatasetExporter(new PromptLibrary()).ExportAsync([new StoreSource(store, store, "proofs.db")], options);
        var bytes = Directory.EnumerateFiles(options.Target).Sum(f => new FileInfo(f).Length);
        Directory.Delete(options.Target, recursive: true);
        return bytes;
    }

    async Task RowAsync(string what, Func<Task<long>> work)
    {
        GC.Collect();
        using var stop = new CancellationTokenSource();
        var peak = 0L;
        // On a thread of its own: on a machine of two processors, a sleeper in the pool would take every second thread from what is measured.
        var watch = Task.Factory.StartNew(Watch, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        void Watch()
        {
            while (!stop.IsCancellationRequested)
            {
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
                Thread.Sleep(5);
            }
        }

        var clock = Stopwatch.StartNew();
        var bytes = await work();
        var seconds = clock.Elapsed.TotalSeconds;
        await stop.CancelAsync();
        await watch;
        if (!quiet)
        {
            Console.WriteLine($"{proofs,8} {what,-22} {seconds,9:0.00} {proofs / seconds,10:N0} {peak / 1e6,8:0} {bytes / 1e6,8:0.0}");
        }
    }
}

string Given(string name, string otherwise) => Array.IndexOf(args, name) is >= 0 and var at ? args[at + 1] : otherwise;
