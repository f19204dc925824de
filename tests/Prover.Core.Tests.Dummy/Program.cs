using System.Globalization;
using Prover.Core.Memory;
using Prover.Core.Storage.LiteDb;

namespace Prover.Core.Tests.Dummy;

/// <summary>Run as <c>save FILE PREFIX COUNT WRITERS</c>: saves proofs under keys <c>PREFIX-0</c>, …, by that many writers at once,
/// and prints each key as soon as the store has acknowledged it. Run as <c>hold FILE</c>: opens the file, prints a line
/// and keeps the file until its input ends. Run as <c>learn FILE PREFIX</c>: has a memory learn one proof after the other, and prints each id
/// as soon as it is learned.</summary>
public static class Program
{
    public static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["save", var file, var prefix, var count, var writers]:
                await SaveAsync(file, prefix, Number(count), Number(writers));
                return 0;
            case ["hold", var file]:
                await HoldAsync(file);
                return 0;
            case ["learn", var file, var prefix]:
                await LearnAsync(file, prefix);
                return 0;
            default:
                await Console.Error.WriteLineAsync("usage: save FILE PREFIX COUNT WRITERS | hold FILE | learn FILE PREFIX");
                return 64;
        }
    }

    private static async Task SaveAsync(string file, string prefix, int count, int writers)
    {
        await using var store = new LiteDbProofStore(file, new LiteDbProofStoreOptions { LockTimeout = TimeSpan.FromMinutes(2) });
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, writers).Select(async _ =>
        {
            while (Interlocked.Increment(ref next) is var number && number < count)
            {
                var key = $"{prefix}-{number}";
                await store.SaveVerdictAsync(SampleProofs.Submission(key), SampleProofs.Proved(key));
                Console.Out.WriteLine(key);
            }
        }));
    }

    private static async Task HoldAsync(string file)
    {
        await using var store = new LiteDbProofStore(file, new LiteDbProofStoreOptions
        {
            IdleRelease = TimeSpan.FromHours(1),
            MaximumHold = TimeSpan.FromHours(1),
        });
        await store.GetStatisticsAsync();
        Console.Out.WriteLine("held");
        await Console.In.ReadToEndAsync();
    }

    private static async Task LearnAsync(string file, string prefix)
    {
        await using var memory = await TacticMemory.OpenAsync(file);
        for (var number = 0; ; number++)
        {
            var id = $"{prefix}_{number}";
            await memory.LearnAsync(new LearnedProof(id, [new ProofStep($"x : ℤ\n⊢ f_{id} x = 0", "simp")]));
            Console.Out.WriteLine(id);
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
