namespace Prover.Bench.Throughput;

/// <summary>A verdict, or what a Lean process said, was not what is known of the text: the figures would be worth nothing.</summary>
public sealed class UnexpectedVerdictException(IReadOnlyList<string> verdicts)
    : Exception($"{verdicts.Count} of the verdicts are not what is known of the texts, so nothing was measured: {string.Join(" ", verdicts)}")
{
    /// <summary>Each in a sentence.</summary>
    public IReadOnlyList<string> Verdicts => verdicts;
}
