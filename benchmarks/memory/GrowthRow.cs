using Prover.Core.Memory;

namespace Prover.MemoryBenchmark;

/// <summary>The median and the 99th percentile of times, in milliseconds.</summary>
internal sealed record Times(double Median, double High)
{
    public static Times Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? new Times(0, 0) : new Times(sorted[sorted.Count / 2], sorted[(int)(0.99 * (sorted.Count - 1))]);
    }

    public override string ToString() => $"{Median:0.00} / {High:0.00}";
}

/// <summary>What was measured at one size.</summary>
internal sealed record GrowthRow(
    MemoryStatistics Size, Times Suggest, Times Nearest, Times Exact, Times Learn, Times Add, double OpenSeconds, double OpenProcessor, long Bytes, long FileBytes, double FirstFound, double TenFound)
{
    public IEnumerable<(string Name, string Value)> Cells()
    {
        yield return ("proofs", $"{Size.Proofs:N0}");
        yield return ("steps", $"{Size.Steps:N0}");
        yield return ("different steps", $"{Size.DistinctSteps:N0}");
        yield return ("suggest, ms", Suggest.ToString());
        yield return ("of it k-NN, ms", Nearest.ToString());
        yield return ("k-NN by comparing all, ms", Exact.ToString());
        yield return ("nearest found", $"{100 * FirstFound:0.0} %");
        yield return ("ten nearest found", $"{100 * TenFound:0.0} %");
        yield return ("learn a proof, on disk, ms", Learn.ToString());
        yield return ("learn a proof, memory, ms", Add.ToString());
        yield return ("open, s", $"{OpenSeconds:0.00}");
        yield return ("of it processor time, s", $"{OpenProcessor:0.00}");
        yield return ("managed memory, MB", $"{Bytes / 1e6:0.0}");
        yield return ("bytes a step", $"{Bytes / Size.Steps:N0}");
        yield return ("file, MB", $"{FileBytes / 1e6:0.0}");
    }
}
