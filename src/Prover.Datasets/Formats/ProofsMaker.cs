using System.Globalization;
using Prover.Datasets.Entries;

namespace Prover.Datasets.Formats;

/// <summary>Every verified proof, each text once.</summary>
internal sealed class ProofsMaker : IRecordMaker
{
    private readonly UsableTexts _texts = new();

    public bool NeedsFailures => false;

    public IEnumerable<MadeRecord> Make(DatasetEntry entry, LeftOut leftOut) => _texts.Proofs(entry, leftOut).Select(proof => new MadeRecord(
        new ProofRecord
        {
            Text = proof.Text!,
            Proof = proof.Proof,
            Grade = Words.Of(proof.Grade)!,
            Axioms = [.. proof.Axioms],
            Lean = RecordFields.Lean(proof.Toolchain),
            AttemptId = proof.Id,
            ParentId = proof.ParentId,
            Origin = proof.Origin,
            Prover = proof.Prover,
            ElapsedMilliseconds = proof.ElapsedMilliseconds,
            Tokens = proof.Tokens,
            CreatedAt = proof.CreatedAt?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        }.With(entry),
        [CountedText.Of(proof)]));
}

/// <summary>Every statement, proved or not.</summary>
internal sealed class StatementsMaker : IRecordMaker
{
    public bool NeedsFailures => true;

    public IEnumerable<MadeRecord> Make(DatasetEntry entry, LeftOut leftOut)
    {
        yield return new MadeRecord(
            new StatementRecord
            {
                Header = entry.Header,
                Proved = entry.Attempts.Count(a => a.Outcome == AttemptOutcome.Proved),
                NotProved = entry.Attempts.Count(a => a.Outcome == AttemptOutcome.NotProved),
                Unknown = entry.Attempts.Count(a => !a.Outcome.IsKnown()),
            }.With(entry),
            [new CountedText(new TextKind("statement", null, null), entry.Statement.Length)]);
    }
}
