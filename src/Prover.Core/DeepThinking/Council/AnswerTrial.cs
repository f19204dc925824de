using Prover.Core.Answers;
using Prover.Core.Auditing;
using Prover.Core.DeepThinking.Branches;
using Prover.Core.DeepThinking.Decomposition;
using Prover.Core.DeepThinking.Journal;
using Prover.Core.Lean;
using Prover.Core.Proving;
using Prover.Core.Repair.Partial;
using Prover.Core.Sampling;
using Prover.Core.Verification;

namespace Prover.Core.DeepThinking.Council;

/// <summary>What Lean says of an answer: whatever it states, only its proof part counts, set into our statement.</summary>
/// <param name="Standing">The word.</param>
/// <param name="Says">In a sentence or a few lines.</param>
internal sealed record AnswerWorth(LeanStanding Standing, string Says)
{
    /// <summary>The winner; null where it is none.</summary>
    public BranchResult? Won { get; init; }

    /// <summary>What is left of it to work on; null where nothing is.</summary>
    public Sketch? Sketch { get; init; }

    /// <summary>How it tried to be called what it is not; null when it did not.</summary>
    public string? Fraud { get; init; }
}

/// <summary>Tries answers of models with Lean.</summary>
internal sealed class AnswerTrial(BranchTools tools)
{
    private const int LongestWord = 1_500;

    private readonly CandidateTrial _trial = tools.Trial(tools.Thought.Statement);
    private readonly PartialProofFinder _partials = new(tools.Checker);

    /// <summary>Tries an answer.</summary>
    /// <param name="who">Its author, for the origin.</param>
    /// <param name="said">The answer.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<AnswerWorth> TryAsync(string who, JournalRecord.Said said, CancellationToken cancellationToken)
    {
        if (said.Silence is { } silence)
        {
            return new AnswerWorth(LeanStanding.NoProof, silence);
        }

        var statement = tools.Thought.Statement.Statement;
        var claims = OwnClaims.Find(said.Text, statement);
        var worth = AnswerReader.Read(said.Text, statement, said.Ended) switch
        {
            ExtractedAnswer.Found found => await TryProofAsync(who, found, cancellationToken).ConfigureAwait(false),
            ExtractedAnswer.LeftSorry open => new AnswerWorth(LeanStanding.Unknown, open.Message)
            {
                Sketch = new Sketch(open.Proof.Proof, $"council/{who}") { Helpers = open.Proof.Helpers },
            },
            var none => new AnswerWorth(LeanStanding.NoProof, none.Message),
        };

        // What is proved is proved, however it was told.
        return worth.Standing == LeanStanding.Proved ? worth : worth with { Fraud = worth.Fraud ?? claims };
    }

    private async Task<AnswerWorth> TryProofAsync(string who, ExtractedAnswer.Found found, CancellationToken cancellationToken)
    {
        Verdict? last = null;
        foreach (var (proof, suffix) in new[] { (found.Proof, string.Empty), (found.AsLemma, "+restated") })
        {
            if (proof is null)
            {
                continue;
            }

            var candidate = new ProofCandidate(proof.Proof, $"council/{who}{suffix}") { Helpers = proof.Helpers };
            var (verdict, text, _) = await _trial.TryAsync(candidate, null, cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            tools.Tally.Add(verdict.Kind);
            if (verdict.Kind == VerdictKind.Proved)
            {
                return new AnswerWorth(LeanStanding.Proved, "Lean has verified it.") { Won = BranchResult.Won(verdict, text, candidate.Origin) };
            }

            last = last is { Kind: VerdictKind.Rejected, Refusal.Rule: not RefusalRule.Error } ? last : verdict;
        }

        if (last!.Kind != VerdictKind.Rejected)
        {
            return new AnswerWorth(LeanStanding.Unknown, last.Reason ?? "Lean gave no word.");
        }

        var fraud = last.Refusal is { Rule: not RefusalRule.Error } refusal ? refusal.Message : null;
        var partial = fraud is null
            ? await _partials.FindAsync(tools.Thought.Statement.Statement, found.Proof.Proof, found.Proof.Helpers, tools.Request.CandidateTimeLimit, cancellationToken).ConfigureAwait(false)
            : null;
        return new AnswerWorth(LeanStanding.Rejected, Word(last))
        {
            Fraud = fraud,
            Sketch = partial is { ClosedGoals: > 0, OpenGoals.Count: > 0 } ? new Sketch(partial.Proof, $"council/{who}, what Lean keeps of it") { Helpers = found.Proof.Helpers } : null,
        };
    }

    private static string Word(Verdict verdict)
    {
        var errors = verdict.Messages.Where(m => m.Severity == LeanSeverity.Error).Take(3).Select(m => m.ToString());
        var word = string.Join('\n', errors.Prepend(verdict.Reason));
        return word.Length > LongestWord ? word[..LongestWord] + "…" : word;
    }
}
