using Prover.Core.Auditing;
using Prover.Core.Verification;

namespace Prover.Bench.Throughput.Corpus;

/// <summary>A submission whose verdict is known.</summary>
/// <param name="Name">Its name; also the theorem's.</param>
/// <param name="Statement">The trusted statement, with what it needs in front.</param>
/// <param name="Text">The submission.</param>
/// <param name="Refused">The rule that it breaks; null when it is a proof.</param>
public sealed record CorpusText(string Name, string Statement, string Text, RefusalRule? Refused = null)
{
    /// <summary>The verdict that it must get.</summary>
    public VerdictKind Expected => Refused is null ? VerdictKind.Proved : VerdictKind.Rejected;
}
