using System.Diagnostics;
using Prover.Core.Memory;
using Prover.Core.Memory.Features;
using Prover.Core.Memory.Neighbours;
using Prover.Core.Memory.Terms;

namespace Prover.MemoryBenchmark;

/// <summary>One memory that grows, measured at each size: what it costs to ask, to learn and to open it.</summary>
internal static class Growth
{
    private const int Queries = 500;
    private const int RecallQueries = 200;
    private const int Neighbours = 40;
    private const int Repetitions = 5;

    public static async Task<IReadOnlyList<GrowthRow>> MeasureAsync(string folder, IReadOnlyList<int> sizes)
    {
        var path = Path.Combine(folder, "memory.jsonl");
        await WarmUpAsync();
        var rows = new List<GrowthRow>();
        var learned = 0;
        foreach (var size in sizes)
        {
            var learning = await LearnAsync(path, learned, size);
            learned = size;
            rows.Add(await RowAsync(path, learning));
            Console.Error.WriteLine($"{size:N0} proofs measured");
        }

        return rows;
    }

    // Apart, so that nothing holds the memory when the next one is weighed.
    private static async Task<Times> LearnAsync(string path, int from, int to)
    {
        var times = new List<double>();
        await using var memory = await TacticMemory.OpenAsync(path);
        for (var i = from; i < to; i++)
        {
            var proof = SyntheticProofs.Of(i);
            var began = Stopwatch.GetTimestamp();
            await memory.LearnAsync(proof);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        return Times.Of(times);
    }

    private static async Task<GrowthRow> RowAsync(string path, Times learning)
    {
        // What was awaited last is still on the stack, and with it the memory that it filled.
        await Task.Yield();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (began, processorBefore) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await using var memory = await TacticMemory.OpenAsync(path);
        var opening = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var processor = (Environment.CpuUsage.TotalTime - processorBefore).TotalSeconds;
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        var goals = Enumerable.Range(1, Queries).Select(i => SyntheticProofs.Goal(1_000_000 + i)).ToList();
        var suggesting = Times.Of(goals.Select(goal => Best(() => memory.Suggest(goal, 32))));

        // The part without adaptation, and how much of the truth it finds, by an index of the same steps.
        using var index = new StepIndex();
        var adding = new List<double>();
        for (var i = 0; i < memory.Count; i++)
        {
            var proof = SyntheticProofs.Of(i);
            adding.Add(Time(() => index.Add(PreparedProof.Of(proof))));
        }

        var features = goals.Select(goal => GoalFingerprint.Of(GoalTerms.Read(goal)!)).ToList();
        var finding = Times.Of(features.Select(f => Best(() => index.Nearest(f, Neighbours))));
        var comparing = Times.Of(features.Take(RecallQueries).Select(f => Best(() => index.Nearest(f, Neighbours, exact: true))));
        var (first, ten) = Recall(index, features.Take(RecallQueries));
        return new GrowthRow(memory.Statistics, suggesting, finding, comparing, learning, Times.Of(adding), opening, processor, bytes, new FileInfo(path).Length, first, ten);
    }

    private static (double First, double Ten) Recall(StepIndex index, IEnumerable<int[]> goals)
    {
        var (count, first, ten) = (0, 0, 0.0);
        foreach (var goal in goals)
        {
            var (quick, exact) = (index.Nearest(goal, 10).Neighbours, index.Nearest(goal, 10, exact: true).Neighbours);
            count++;
            first += quick[0].Similarity >= exact[0].Similarity ? 1 : 0;
            ten += quick.Count(n => n.Similarity >= exact[^1].Similarity) / (double)exact.Count;
        }

        return ((double)first / count, ten / count);
    }

    // So that no figure is that of the compiler.
    private static async Task WarmUpAsync()
    {
        await using var memory = TacticMemory.InMemory();
        for (var i = 0; i < 1500; i++)
        {
            await memory.LearnAsync(SyntheticProofs.Of(2_000_000 + i));
            memory.Suggest(SyntheticProofs.Goal(2_000_000 + i), 32);
        }
    }

    // The best of some: the machine does other things too.
    private static double Best(Action action) => Enumerable.Range(0, Repetitions).Min(_ => Time(action));

    private static double Time(Action action)
    {
        var began = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }
}
