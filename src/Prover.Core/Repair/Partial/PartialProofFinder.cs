using Prover.Core.Checking;
using Prover.Core.Lean;
using Prover.Core.Statements;

namespace Prover.Core.Repair.Partial;

/// <summary>Finds what can be kept of a failed proof, with real Lean.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class PartialProofFinder(ILeanChecker checker)
{
    private const int MostChecks = 12;
    private const int MaxHeartbeats = 100_000;

    /// <summary>Takes out what Lean does not accept until the rest elaborates; null when nothing worth keeping remains or Lean gives no answer in time.</summary>
    /// <param name="statement">The statement that the proof is for.</param>
    /// <param name="proof">What stands after <c>:=</c>.</param>
    /// <param name="helpers">What stands in front of the theorem.</param>
    /// <param name="timeLimit">Wall-clock limit of each check.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<PartialProof?> FindAsync(
        TheoremStatement statement, string proof, string helpers, TimeSpan timeLimit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(proof);
        var text = statement.WithProof(proof, helpers).TrimEnd();
        var firstLine = text.AsSpan(0, text.Length - proof.TrimEnd().Length).Count('\n');
        var patch = new ProofPatch(text, firstLine);
        for (var check = 0; check < MostChecks; check++)
        {
            var request = new CheckRequest
            {
                Text = patch.Text + "\n",
                Describe = false,
                AskKernelAgain = false,
                MaxHeartbeats = MaxHeartbeats,
                TimeLimit = timeLimit,
            };
            if (await checker.CheckAsync(request, cancellationToken).ConfigureAwait(false) is not CheckOutcome.Completed completed)
            {
                return null;
            }

            var errors = completed.Messages.Where(m => m.Severity == LeanSeverity.Error).ToList();
            if (errors.Count == 0)
            {
                return Kept(patch.Text, text[..^proof.TrimEnd().Length], completed.Sorries);
            }

            if (errors.Any(e => e.Start.Line - 1 < firstLine) || !Apply(patch, errors))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>An error of the parser ends the reading: what is said besides follows from it. Without one, errors are taken from the end, so
    /// that each still stands where Lean saw it; of those in one line only the first.</summary>
    private static bool Apply(ProofPatch patch, List<LeanMessage> errors)
    {
        if (errors.Find(e => e.End is null) is { } syntax)
        {
            return patch.Apply(syntax);
        }

        var changed = false;
        var above = int.MaxValue;
        foreach (var error in errors.OrderByDescending(e => e.Start.Line).ThenBy(e => e.Start.Column))
        {
            if (error.Start.Line < above && (error.End is not { } end || end.Line < above))
            {
                changed |= patch.Apply(error);
                above = error.Start.Line;
            }
        }

        return changed;
    }

    private static PartialProof? Kept(string text, string head, IReadOnlyList<LeanSorry> sorries)
    {
        var proof = text.StartsWith(head, StringComparison.Ordinal) ? text[head.Length..] : null;
        return proof is null || proof.Trim() is "sorry" or "by sorry"
            ? null
            : new PartialProof(text + "\n", proof, [.. sorries.Select(s => s.Goal).OfType<string>()]);
    }
}
