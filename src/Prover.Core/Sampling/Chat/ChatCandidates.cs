using System.Runtime.CompilerServices;
using Prover.Core.Answers;
using Prover.Core.Models;
using Prover.Core.Statements;

namespace Prover.Core.Sampling.Chat;

/// <summary>Asks a model for proofs and reads them out of its answers.</summary>
public static class ChatCandidates
{
    /// <summary>What origins of models' candidates begin with.</summary>
    public const string OriginPrefix = "chat";

    /// <summary>What the origin of a candidate ends in that proves the answer's own statement and concludes ours from it.</summary>
    public const string RestatedSuffix = "+restated";

    /// <summary>Asks; streams a candidate as soon as a complete block has arrived, and every answer without a usable proof at its end.</summary>
    /// <param name="model">Whom.</param>
    /// <param name="request">What.</param>
    /// <param name="problem">What is to be proved: its statement is the one that candidates are set into.</param>
    /// <param name="promptId">Id of the prompt, for the candidates' origin: <c>chat/MODEL/PROMPT</c>.</param>
    /// <param name="run">Budget and account. Unusable answers are reported to it.</param>
    /// <param name="cancellationToken">Ends the requests.</param>
    /// <returns>Replies in the order in which they arrive; none at all when the budget leaves no room for an answer.</returns>
    /// <exception cref="ModelException">The model can't be had.</exception>
    public static async IAsyncEnumerable<ChatReply> AskAsync(
        LanguageModel model,
        ModelRequest request,
        Problem problem,
        string promptId,
        SamplingRun run,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(run);
        var origin = $"{OriginPrefix}/{model.Info.Name}/{promptId}";
        var growing = new Dictionary<int, GrowingAnswer>();
        await foreach (var update in run.Models.AskAsync(model, request, cancellationToken).ConfigureAwait(false))
        {
            if (!growing.TryGetValue(update.Choice, out var answer))
            {
                growing[update.Choice] = answer = new GrowingAnswer(problem.Statement);
            }

            if (update.End is not { } end)
            {
                if (answer.Add(update.Text) is { } early)
                {
                    foreach (var reply in Candidates(update, early, origin))
                    {
                        yield return reply;
                    }
                }

                continue;
            }

            var (read, isKnown) = answer.Finish(update.Text, end == AnswerEnd.Stop);
            if (read is ExtractedAnswer.Found found)
            {
                foreach (var reply in isKnown ? [] : Candidates(update, found, origin))
                {
                    yield return reply;
                }
            }
            else if (!answer.HasGiven)
            {
                var reason = end == AnswerEnd.Filtered ? "The server held the answer back." : read.Message;
                run.Models.Report(new ModelEvent.Unusable(model.Info.Name, request.Purpose, reason));
                yield return new ChatReply(update.Choice, update.Text, read, null);
            }
        }
    }

    private static IEnumerable<ChatReply> Candidates(AnswerUpdate update, ExtractedAnswer.Found found, string origin)
    {
        yield return new ChatReply(update.Choice, update.Text, found, Candidate(found.Proof, origin));
        if (found.AsLemma is { } lemma)
        {
            yield return new ChatReply(update.Choice, update.Text, found, Candidate(lemma, origin + RestatedSuffix));
        }
    }

    private static ProofCandidate Candidate(ProofText text, string origin) => new(text.Proof, origin) { Helpers = text.Helpers };
}
