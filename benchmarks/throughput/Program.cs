// Ratios measured side by side in one run. Every figure is printed with its spread and with what the project aims at.
using System.Diagnostics;
using System.Globalization;
using Prover.Core.Checking;
using Prover.Core.Lean;
using Prover.Core.Storage.LiteDb;
using Prover.Core.Verification;
using Prover.Lean.Embedded;
using Prover.Lean.Pool;
using Prover.Throughput;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
var rounds = args is ["--rounds", var given] ? int.Parse(given, CultureInfo.InvariantCulture) : 5;
var lean = new EmbeddedToolchain();
Console.WriteLine($"{await lean.PrepareAsync()}, {Environment.ProcessorCount} processors, {rounds} rounds of {Corpus.Texts.Count} texts");

await using var one = new LeanPool(lean, new LeanPoolOptions { Workers = 1, Spares = 0 });
await using var two = new LeanPool(lean, new LeanPoolOptions { Workers = 2, Spares = 0 });
foreach (var pool in (LeanPool[])[one, two, one, two, two, two])
{
    await BatchAsync(pool);
}

// First, as long as every process has done the same work: V8 goes on optimising for hundreds of checks.
await WorkersAsync();
await OverheadAsync();
await StoreAsync();
await ProcessesAsync();

// The whole stack, from the pool's door to its answer, beside the time that Lean reports from inside: what is left is ours.
// The kernel's second check, which every verdict pays for, is Lean's time too and shown apart.
async Task OverheadAsync()
{
    var (whole, own, extra, verdict) = (new Series(), new Series(), new Series(), new Series());
    var verifier = new Verifier(one, new StatementCompiler(one));
    for (var round = 0; round < rounds * 4; round++)
    {
        foreach (var text in Corpus.Texts)
        {
            var watch = Stopwatch.GetTimestamp();
            var outcome = await one.CheckAsync(new CheckRequest { Text = text, AskKernelAgain = false });
            var all = Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
            var inside = ((CheckOutcome.Completed)outcome).Elaboration.TotalMilliseconds;
            whole.Add(all);
            own.Add(inside);
            extra.Add(all - inside);

            watch = Stopwatch.GetTimestamp();
            await verifier.VerifyAsync(new VerifyRequest { Text = text, Grade = Grade.Compiled });
            verdict.Add(Stopwatch.GetElapsedTime(watch).TotalMilliseconds / all);
        }
    }

    Print("check, whole stack", whole.Spread("ms"));
    Print("check, Lean's elaboration alone", own.Spread("ms"));
    Print(
        "overhead",
        $"{extra.Spread("ms")}, at the median {100 * extra.Median / own.Median:0.0} % of Lean's time",
        extra.Median <= 5 || extra.Median <= 0.05 * own.Median,
        "≤ 5 % or 5 ms");
    Print("verdict (kernel asked again) : check", verdict.Spread("×"));
}

// Beside it a control: what two busy loops gain over one on this machine at the same moment.
async Task WorkersAsync()
{
    var (ratio, machine) = (new Series(), new Series());
    for (var round = 0; round < rounds; round++)
    {
        ratio.Add(await BatchAsync(one) / await BatchAsync(two));
        machine.Add(2 * await SpinAsync(1) / await SpinAsync(2));
    }

    Print("two workers against one", ratio.Spread("×"), ratio.Median >= 1.7, "≥ 1.7 ×");
    Print("control: two busy loops against one", machine.Spread("×"));
}

static async Task<double> SpinAsync(int loops)
{
    var watch = Stopwatch.GetTimestamp();
    await Task.WhenAll(Enumerable.Range(0, loops).Select(_ => Task.Run(() =>
    {
        var sum = 0L;
        for (var i = 0L; i < 400_000_000; i++)
        {
            sum += i * i % 7;
        }

        return sum;
    })));
    return Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
}

async Task StoreAsync()
{
    var folder = Directory.CreateTempSubdirectory("prover-benchmark-").FullName;
    await using (var store = new LiteDbProofStore(Path.Combine(folder, "proofs.db")))
    {
        var verifier = new Verifier(one, new StatementCompiler(one), store: store);
        var request = new VerifyRequest { Text = Corpus.Texts[0], Grade = Grade.Compiled };
        await verifier.VerifyAsync(request);
        var kept = new Series();
        for (var i = 0; i < 200; i++)
        {
            var watch = Stopwatch.GetTimestamp();
            var verdict = await verifier.VerifyAsync(request);
            kept.Add(Stopwatch.GetElapsedTime(watch).TotalMilliseconds);
            Debug.Assert(verdict.Cached, "The second answer comes from the store.");
        }

        Print("repeated check, from the store", kept.Spread("ms"), kept.Median <= 2, "≤ 2 ms");
    }

    Directory.Delete(folder, recursive: true);
}

// One process per proof beside the warm pool, the same texts in turn.
async Task ProcessesAsync()
{
    var (start, ratio) = (new Series(), new Series());
    foreach (var text in Corpus.Texts.Take(Math.Max(3, rounds)))
    {
        var watch = Stopwatch.GetTimestamp();
        await using (var session = await lean.OpenAsync(LeanImports.None))
        {
            start.Add(Stopwatch.GetElapsedTime(watch).TotalSeconds);
            await session.RunAsync(text);
        }

        var cold = Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
        watch = Stopwatch.GetTimestamp();
        await one.CheckAsync(new() { Text = text });
        ratio.Add(cold / Stopwatch.GetElapsedTime(watch).TotalMilliseconds);
    }

    Print("start to ready", start.Spread("s"));
    Print("pool against one process per proof", ratio.Spread("×"), ratio.Median >= 20, "≥ 20 ×");
}

static async Task<double> BatchAsync(LeanPool pool)
{
    var watch = Stopwatch.GetTimestamp();
    await Task.WhenAll(Enumerable.Repeat(Corpus.Texts, 8).SelectMany(texts => texts).Select(text => pool.CheckAsync(new() { Text = text })));
    return Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
}

static void Print(string name, string figure, bool? reached = null, string? aim = null) =>
    Console.WriteLine($"{name,-36} {figure}{(reached is { } yes ? $"   aim {aim}: {(yes ? "reached" : "missed")}" : string.Empty)}");
