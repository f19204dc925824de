using System.Collections.Concurrent;
using Prover.Core.Models;

namespace Prover.Core.Formalization;

/// <summary>One problem on its way to a statement.</summary>
internal sealed class FormalizationRun(
    IReadOnlyList<IFormalizer> formalizers,
    IStatementExaminer examiner,
    IFaithfulnessJudge? judge,
    InformalProblem problem,
    ModelSession models,
    Action<FormalizeEvent> tell)
{
    private readonly ConcurrentDictionary<FormalStatement, IReadOnlyList<string>> _notes = new();

    /// <summary>Author of a pinned statement.</summary>
    public const string Person = "person";

    /// <summary>Statements, the chosen one first, and who gave none. When the token is cancelled, what is known by then.</summary>
    public async Task<(IReadOnlyList<ExaminedStatement> Examined, IReadOnlyList<FormalizeEvent.Declined> Declined)> RunAsync(
        FormalStatement? person, CancellationToken cancellationToken)
    {
        if (person is not null)
        {
            tell(new FormalizeEvent.Proposed(person));
        }

        var answers = await Task.WhenAll(formalizers.Select(f => AskAsync(f, cancellationToken))).ConfigureAwait(false);
        var declined = answers.OfType<FormalizeEvent.Declined>().ToList();
        var proposed = answers.OfType<FormalizeEvent.Proposed>().Select(p => p.Statement).ToList();
        if (person is not null)
        {
            proposed.Insert(0, person);
        }

        var dossiers = proposed.ConvertAll(s => new Dossier(s, tell));
        foreach (var dossier in dossiers)
        {
            foreach (var note in _notes.GetValueOrDefault(dossier.Statement, []))
            {
                dossier.Add(new Evidence(EvidenceKind.Wording, Finding.Unknown, note));
            }

            await ExamineAsync(dossier, proposed, cancellationToken).ConfigureAwait(false);
        }

        await JudgeAsync(dossiers, cancellationToken).ConfigureAwait(false);
        if (person is not null)
        {
            dossiers[0].Add(new Evidence(EvidenceKind.Person, Finding.Supports, "A person chose or wrote this statement."));
        }

        var examined = dossiers.ConvertAll(d => d.Close());
        return ([.. examined.OrderByDescending(Rank)], declined);
    }

    private async Task<FormalizeEvent> AskAsync(IFormalizer formalizer, CancellationToken cancellationToken)
    {
        FormalizeEvent answer;
        try
        {
            answer = await formalizer.FormalizeAsync(problem, models, cancellationToken).ConfigureAwait(false) switch
            {
                FormalizerAnswer.Proposed proposed => Remember(proposed),
                FormalizerAnswer.Declined refused => new FormalizeEvent.Declined(formalizer.Name, refused.Reason) { LeanFailed = refused.LeanFailed },
                var other => throw new InvalidOperationException($"Unknown answer {other.GetType().Name}."),
            };
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            answer = new FormalizeEvent.Declined(formalizer.Name, $"'{formalizer.Name}' did not finish in time.");
        }
        catch (ModelException e)
        {
            answer = new FormalizeEvent.Declined(formalizer.Name, e.Message);
        }

        tell(answer);
        return answer;
    }

    private FormalizeEvent.Proposed Remember(FormalizerAnswer.Proposed proposed)
    {
        _notes[proposed.Statement] = proposed.Notes;
        return new FormalizeEvent.Proposed(proposed.Statement);
    }

    private async Task ExamineAsync(Dossier dossier, List<FormalStatement> proposed, CancellationToken cancellationToken)
    {
        var independent = proposed.Where(s => s != dossier.Statement).ToList();
        try
        {
            await foreach (var evidence in examiner.ExamineAsync(problem, dossier.Statement, independent, cancellationToken).ConfigureAwait(false))
            {
                dossier.Add(evidence);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The time is spent: what was found counts.
        }
    }

    /// <summary>Models are asked only about what Lean has left standing, and vote only where statements differ.</summary>
    private async Task JudgeAsync(List<Dossier> dossiers, CancellationToken cancellationToken)
    {
        var standing = dossiers.Where(d => d.Level > FaithfulnessLevel.Contradicted).ToList();
        if (judge is null || standing.Count == 0)
        {
            return;
        }

        try
        {
            foreach (var dossier in standing)
            {
                if (await judge.BackTranslateAsync(problem, dossier.Statement, models, cancellationToken).ConfigureAwait(false) is { } evidence)
                {
                    dossier.Add(evidence);
                }
            }

            if (standing.Count > 1 && standing.Any(d => !d.Agrees))
            {
                var votes = await judge.VoteAsync(problem, standing.ConvertAll(d => d.Statement), models, cancellationToken).ConfigureAwait(false);
                foreach (var (dossier, vote) in standing.Zip(votes))
                {
                    dossier.Add(vote);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // As above.
        }
        catch (ModelException)
        {
            // Told when it happened; without a judge the rest of the evidence stands.
        }
    }

    private static (int Person, FaithfulnessLevel Level, int Support) Rank(ExaminedStatement examined) => (
        examined.Statement.Author == Person ? 1 : 0,
        examined.Level,
        examined.Evidence.Sum(e => e.Finding switch { Finding.Supports => 1, Finding.Doubts => -1, Finding.Contradicts => -4, _ => 0 }));

    /// <summary>A statement and what has been found about it so far.</summary>
    private sealed class Dossier(FormalStatement statement, Action<FormalizeEvent> tell)
    {
        private readonly List<Evidence> _evidence = [];

        public FormalStatement Statement => statement;

        public FaithfulnessLevel Level => FaithfulnessLevels.Of(_evidence);

        public bool Agrees => _evidence.Exists(e => e is { Kind: EvidenceKind.Agreement, Finding: Finding.Supports });

        public void Add(Evidence evidence)
        {
            _evidence.Add(evidence);
            tell(new FormalizeEvent.Examined(statement, evidence));
        }

        public ExaminedStatement Close() => new(statement, Level, _evidence);
    }
}
