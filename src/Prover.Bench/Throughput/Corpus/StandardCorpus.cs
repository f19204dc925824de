namespace Prover.Bench.Throughput.Corpus;

/// <summary>The fixed texts of the benchmark: proofs good, bad and slow, as provers send them. They need nothing but Lean's own prelude, so that
/// every Lean can be measured with them. Figures of different versions of this table are not comparable.</summary>
public static class StandardCorpus
{
    /// <summary>All texts, the slow ones first: the others fill what workers they leave.</summary>
    public static IReadOnlyList<CorpusText> Texts { get; } = [.. SlowTexts.All, .. GoodTexts.All, .. BadTexts.All];
}
