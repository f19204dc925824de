using Prover.Core.Answers;
using Prover.Core.Statements;
using Prover.Core.Verification;

namespace Prover.Datasets.Rewards;

/// <summary>An answer while its rewards are found: read once and judged at most once, whichever rewards ask.</summary>
public sealed class RewardSubject
{
    private readonly Lazy<Task<Verdict?>> _verdict;

    /// <summary>Reads an answer; it is judged when a reward first asks.</summary>
    /// <param name="item">The answer.</param>
    /// <param name="verifier">Judges.</param>
    /// <param name="settings">How.</param>
    /// <param name="cancellationToken">Ends the judging.</param>
    /// <exception cref="InvalidStatementException">There is no theorem in the statement.</exception>
    public RewardSubject(RewardItem item, IVerifier verifier, RewardSettings settings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(verifier);
        ArgumentNullException.ThrowIfNull(settings);
        Completion = item.Completion;
        Settings = settings;
        Statement = TheoremStatement.Parse(item.Statement);
        Answer = AnswerReader.Read(item.Completion, Statement, complete: true);
        _verdict = new Lazy<Task<Verdict?>>(() => JudgeAsync(verifier, cancellationToken));
    }

    /// <summary>The answer to the letter.</summary>
    public string Completion { get; }

    /// <summary>The statement.</summary>
    public TheoremStatement Statement { get; }

    /// <summary>What was read in the answer.</summary>
    public ExtractedAnswer Answer { get; }

    /// <summary>How it is judged.</summary>
    public RewardSettings Settings { get; }

    /// <summary>The proof in it; null when there is none.</summary>
    public ProofText? Proof => (Answer as ExtractedAnswer.Found)?.Proof;

    /// <summary>Lean's verdict on the proof set into our statement; null when the answer holds no proof.</summary>
    /// <exception cref="InvalidStatementException">Lean does not accept the statement.</exception>
    public Task<Verdict?> VerdictAsync() => _verdict.Value;

    private async Task<Verdict?> JudgeAsync(IVerifier verifier, CancellationToken cancellationToken)
    {
        if (Answer is not ExtractedAnswer.Found found)
        {
            return null;
        }

        var verdict = await JudgeAsync(verifier, found.Proof, cancellationToken).ConfigureAwait(false);
        return verdict.Kind == VerdictKind.Rejected && found.AsLemma is { } lemma
            && await JudgeAsync(verifier, lemma, cancellationToken).ConfigureAwait(false) is { Kind: not VerdictKind.Rejected } restated
            ? restated
            : verdict;
    }

    private Task<Verdict> JudgeAsync(IVerifier verifier, ProofText proof, CancellationToken cancellationToken) => verifier.VerifyAsync(
        new VerifyRequest
        {
            Text = Statement.WithProof(proof.Proof, proof.Helpers),
            Statement = Statement.Head,
            Grade = Settings.Grade,
            TimeLimit = Settings.TimeLimit,
            UseStore = Settings.UseStore,
        },
        cancellationToken);
}

/// <summary>How answers are judged for their rewards.</summary>
public sealed record RewardSettings
{
    /// <summary>The grade that counts as verified.</summary>
    public Grade Grade { get; init; } = Verifier.StrongestGrade;

    /// <summary>Wall-clock limit of each check; null takes the checker's own.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>Whether the store is asked and told.</summary>
    public bool UseStore { get; init; } = true;
}
