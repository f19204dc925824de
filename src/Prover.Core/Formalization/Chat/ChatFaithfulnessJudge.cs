using System.Globalization;
using System.Text.RegularExpressions;
using Prover.Core.Models;
using Prover.Core.Prompts;
using Prover.Core.Verification;

namespace Prover.Core.Formalization.Chat;

/// <summary>Language models as readers: one tells a statement back in words, another compares the words with the problem, all of them vote.</summary>
/// <remarks>Who wrote what is told to nobody. An author judges its own statement only where there is no other model, and then its doubts count and
/// its praise does not; nor does a vote for what the voter wrote. What models say against a statement never comes to more than a doubt: they
/// err, Lean does not.</remarks>
/// <param name="models">The models; at least one.</param>
/// <param name="prompts">The prompts.</param>
public sealed partial class ChatFaithfulnessJudge(IReadOnlyList<LanguageModel> models, PromptLibrary prompts) : IFaithfulnessJudge
{
    // Where there are fewer models, some vote several times.
    private const int Votes = 3;

    /// <inheritdoc />
    public async Task<Evidence?> BackTranslateAsync(
        InformalProblem problem, FormalStatement statement, ModelSession session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(session);
        var others = models.OrderBy(m => Wrote(m, statement) ? 1 : 0).ToList();
        var (translator, judge) = (others[0], others[others.Count > 2 ? 1 : 0]);
        var translation = await AskAsync(translator, "back-translate", PromptValues.Of(statement), 0, session, cancellationToken).ConfigureAwait(false);
        if (translation is null)
        {
            return null;
        }

        var opinion = await AskAsync(judge, "judge-faithfulness", PromptValues.Of(problem.Text, translation), 0, session, cancellationToken).ConfigureAwait(false);
        if (opinion is null || LastWord(VerdictLine(), opinion) is not { } word)
        {
            if (opinion is not null)
            {
                session.Report(new ModelEvent.Unusable(judge.Info.Name, "judge-faithfulness", "It gives no verdict."));
            }

            return null;
        }

        return new Evidence(
            EvidenceKind.BackTranslation,
            word switch { "same" => Wrote(translator, statement) || Wrote(judge, statement) ? Finding.Unknown : Finding.Supports, "different" => Finding.Doubts, _ => Finding.Unknown },
            word switch
            {
                "same" when Wrote(translator, statement) || Wrote(judge, statement) =>
                    $"Told back in words, {judge.Info.Name} finds it the same as the problem, but there was no other model than the one that wrote it.",
                "same" => $"Told back in words by {translator.Info.Name}, {judge.Info.Name} finds it the same as the problem.",
                "different" => $"Told back in words by {translator.Info.Name}, {judge.Info.Name} finds it different from the problem.",
                _ => $"Told back in words by {translator.Info.Name}, {judge.Info.Name} can't say whether it is the problem.",
            })
        { Detail = $"{translation.Trim()}\n---\n{opinion.Trim()}" };
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<Evidence>> VoteAsync(
        InformalProblem problem, IReadOnlyList<FormalStatement> statements, ModelSession session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(statements);
        ArgumentNullException.ThrowIfNull(session);
        var tally = new int[statements.Count];
        var cast = 0;
        for (var vote = 0; vote < Math.Max(Votes, models.Count); vote++)
        {
            // Another order for each, so that the first place favours nobody.
            var order = Enumerable.Range(0, statements.Count).OrderBy(i => ContentKey.Hash($"{vote}\n{statements[i].Text}"), StringComparer.Ordinal).ToList();
            var values = PromptValues.Of(problem, order.ConvertAll(i => statements[i]));
            var voter = models[vote % models.Count];
            if (statements.All(s => Wrote(voter, s)))
            {
                continue;
            }

            var answer = await AskAsync(voter, "vote", values, vote, session, cancellationToken).ConfigureAwait(false);
            if (answer is null)
            {
                continue;
            }

            var word = LastWord(VoteLine(), answer);
            var place = int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number - 1 : -1;
            if (word != "none" && (place < 0 || place >= order.Count))
            {
                session.Report(new ModelEvent.Unusable(voter.Info.Name, "vote", "It names none of the statements."));
                continue;
            }

            if (place >= 0 && Wrote(voter, statements[order[place]]))
            {
                continue;
            }

            cast++;
            if (place >= 0)
            {
                tally[order[place]]++;
            }
        }

        return cast == 0
            ? []
            : [.. tally.Select(votes => new Evidence(
                EvidenceKind.Vote,
                2 * votes > cast ? Finding.Supports : votes == 0 ? Finding.Doubts : Finding.Unknown,
                $"{votes} of {cast} votes are for it."))];
    }

    private static bool Wrote(LanguageModel model, FormalStatement statement) => statement.Model == model.Info.Name;

    private async Task<string?> AskAsync(
        LanguageModel model, string prompt, IReadOnlyDictionary<string, object> values, int seed, ModelSession session, CancellationToken cancellationToken)
    {
        var request = new ModelRequest { Purpose = prompt, Messages = prompts.Render(prompt, values).Messages, Seed = seed };
        var answer = await WholeAnswer.AskAsync(model, request, session, cancellationToken).ConfigureAwait(false);
        return string.IsNullOrWhiteSpace(answer?.Text) ? null : answer.Text;
    }

    private static string? LastWord(Regex line, string answer) =>
        line.Matches(answer).LastOrDefault() is { } match ? match.Groups["word"].Value.ToLowerInvariant() : null;

    [GeneratedRegex(@"^[\s*#>]*VERDICT[\s*]*:[\s*]*(?<word>same|different|unsure)\b", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex VerdictLine();

    [GeneratedRegex(@"^[\s*#>]*VOTE[\s*]*:[\s*(]*(?<word>none|[0-9]{1,3})\b", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex VoteLine();
}
