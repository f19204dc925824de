using Prover.Cli.Benchmarks;
using Prover.Cli.Output;
using Prover.Rounds.Rounds;

namespace Prover.Cli.Rounds;

/// <summary>Shows how far rounds are.</summary>
internal sealed class RoundsDisplay(ProgressDisplay display) : IProgress<RoundsProgress>
{
    public void Report(RoundsProgress value)
    {
        var what = value switch
        {
            { IsLog: true } => $"hook: {value.Message}",
            { Run: { } run, Phase: RoundPhase.Learned } => $"held-out: {BenchProgress.Of(run)}",
            { Run: { } run } => BenchProgress.Of(run),
            _ => value.Message,
        };
        display.Say($"round {value.Round}: {what}");
    }
}
