using System.Diagnostics;
using Prover.Bench.Throughput;
using Prover.Bench.Throughput.Corpus;
using Prover.Core.Checking;
using Prover.Core.Lean;
using Prover.Core.Storage.LiteDb;
using Prover.Core.Verification;
using Prover.Lean.Pool;

namespace Prover.Throughput;

/// <summary>What is put on top of Lean, ratios measured side by side, each with what the project aims at.</summary>
internal static class StackCosts
{
    public static async Task MeasureAsync(ILeanToolchain lean, int rounds)
    {
        await using var pool = new LeanPool(lean, new LeanPoolOptions { Workers = 1, Spares = 0 });
        var verifier = new Verifier(pool, new StatementCompiler(pool));
        foreach (var text in StandardCorpus.Texts)
        {
            await pool.CheckAsync(new CheckRequest { Text = text.Text });
        }

        Console.WriteLine();
        await OverheadAsync(pool, verifier, rounds);
        await StoreAsync(pool);
    }

    // The whole stack, from the pool's door to its answer, beside the time that Lean reports from inside: what is left is ours.
    // The kernel's second check, which every verdict at this grade pays for, is Lean's time too and shown apart.
    private static async Task OverheadAsync(LeanPool pool, Verifier verifier, int rounds)
    {
        List<double> whole = [], own = [], extra = [], verdict = [];
        for (var round = 0; round < rounds; round++)
        {
            foreach (var text in StandardCorpus.Texts)
            {
                var watch = Stopwatch.GetTimestamp();
                var outcome = await pool.CheckAsync(new CheckRequest { Text = text.Text, AskKernelAgain = false });
                var all = Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
                var inside = ((CheckOutcome.Completed)outcome).Elaboration.TotalMilliseconds;
                whole.Add(all);
                own.Add(inside);
                extra.Add(all - inside);

                watch = Stopwatch.GetTimestamp();
                await verifier.VerifyAsync(new VerifyRequest { Text = text.Text, Grade = Grade.Compiled });
                verdict.Add(Stopwatch.GetElapsedTime(watch).TotalMilliseconds / all);
            }
        }

        var (ours, leans) = (Spread.Of(extra), Spread.Of(own));
        Print("check, whole stack", $"{Spread.Of(whole)} ms");
        Print("check, Lean's elaboration alone", $"{leans} ms");
        Print("overhead", $"{ours} ms, at the median {100 * ours.Median / leans.Median:0.0} % of Lean's time", ours.Median <= 5 || ours.Median <= 0.05 * leans.Median, "≤ 5 % or 5 ms");
        Print("verdict (kernel asked again) : check", $"{Spread.Of(verdict)} ×");
    }

    private static async Task StoreAsync(LeanPool pool)
    {
        var folder = Directory.CreateTempSubdirectory("prover-benchmark-").FullName;
        await using (var store = new LiteDbProofStore(Path.Combine(folder, "proofs.db")))
        {
            var verifier = new Verifier(pool, new StatementCompiler(pool), store: store);
            var request = new VerifyRequest { Text = StandardCorpus.Texts.First(t => t.Refused is null).Text, Grade = Grade.Compiled };
            await verifier.VerifyAsync(request);
            List<double> kept = [];
            for (var i = 0; i < 200; i++)
            {
                var watch = Stopwatch.GetTimestamp();
                var verdict = await verifier.VerifyAsync(request);
                kept.Add(Stopwatch.GetElapsedTime(watch).TotalMilliseconds);
                if (!verdict.Cached)
                {
                    throw new InvalidOperationException("The second answer does not come from the store.");
                }
            }

            var spread = Spread.Of(kept);
            Print("repeated check, from the store", $"{spread} ms", spread.Median <= 2, "≤ 2 ms");
        }

        Directory.Delete(folder, recursive: true);
    }

    private static void Print(string name, string figure, bool? reached = null, string? aim = null) =>
        Console.WriteLine($"{name,-42} {figure}{(reached is { } yes ? $"   aim {aim}: {(yes ? "reached" : "missed")}" : string.Empty)}");
}
