using Prover.Core.DeepThinking.Council;
using Prover.Core.DeepThinking.Decomposition;
using Prover.Core.Models;
using Prover.Core.Prompts;

namespace Prover.Core.DeepThinking.Branches;

/// <summary>Models attempt the statement, review each other, and a chairman sums up.</summary>
internal sealed class CouncilBranch(IReadOnlyList<LanguageModel> models) : IBranch
{
    public async Task<BranchResult> RunAsync(BranchTools tools, TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        var prompts = await PromptsAsync(tools, cancellationToken).ConfigureAwait(false);
        return await new CouncilSession(tools, CouncilMember.Of(models, tools.Request.CouncilSeats), models[0], prompts).RunAsync(timeLimit, cancellationToken).ConfigureAwait(false);
    }

    internal static async Task<CouncilPrompts> PromptsAsync(BranchTools tools, CancellationToken cancellationToken)
    {
        var library = LeanLibrary.Of(await tools.Checker.GetIdentityAsync(cancellationToken).ConfigureAwait(false));
        return new CouncilPrompts(tools.Thought.Parts.Prompts, library, tools.Thought.Statement.Statement, tools.Thought.Statement.Goal);
    }
}

/// <summary>Models write sketches, each told what earlier sketches wanted that is false.</summary>
internal sealed class SketchesBranch(IReadOnlyList<LanguageModel> models) : IBranch
{
    private const int Rounds = 2;

    public async Task<BranchResult> RunAsync(BranchTools tools, TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        var (prompts, trial, decomposer) = (await CouncilBranch.PromptsAsync(tools, cancellationToken).ConfigureAwait(false), new AnswerTrial(tools), new Decomposer(tools));
        var started = tools.Thought.Time.GetTimestamp();
        var (number, total, last) = (0, Rounds * models.Count, "No model has written a sketch.");
        for (; number < total && !tools.Share.Tokens.IsSpent; number++)
        {
            var model = models[number % models.Count];
            var part = (timeLimit - tools.Thought.Time.GetElapsedTime(started)) / (total - number);
            var request = new ModelRequest
            {
                Purpose = "sketch",
                Messages = prompts.Sketch(tools.Thought.Subgoals.Refuted).Messages,
                MaxOutputTokens = tools.Request.MaxAnswerTokens,
                Seed = unchecked((tools.Request.Seed * 31) + 1_000 + number) & 0x7fff_ffff,
            };
            var who = $"sketch {number + 1} of {model.Info.Name}";
            var said = await tools.Thought.AskAsync(tools, who, model, request, part * 0.5, cancellationToken).ConfigureAwait(false);
            var worth = await trial.TryAsync(who, said, cancellationToken).ConfigureAwait(false);
            if (worth.Won is { } won)
            {
                return won;
            }

            (last, var fraud) = (worth.Says, worth.Fraud);
            if (worth.Sketch is { } sketch)
            {
                var work = await decomposer.WorkAsync(tools.Thought.Statement, sketch, tools.Request.MaxDepth, part * 0.5, [], cancellationToken).ConfigureAwait(false);
                if (work is { Standing: LeanStanding.Proved, Verdict: { } verdict, Proof: { } proof })
                {
                    return BranchResult.Won(verdict, proof, sketch.Author);
                }

                (last, fraud) = (work.Says, fraud ?? work.Fraud);
            }

            if (fraud is not null)
            {
                await tools.Thought.CatchAsync(new CaughtFraud(who, fraud)).ConfigureAwait(false);
            }

            tools.Thought.Progress(tools.Plan, $"{who}: {last}");
        }

        return new BranchResult(number < total ? BranchOutcome.Spent : BranchOutcome.Exhausted, $"{number} sketches, none of them led to a proof: {last}");
    }
}

/// <summary>Takes the statement apart by tactics.</summary>
internal sealed class DecompositionBranch : IBranch
{
    public async Task<BranchResult> RunAsync(BranchTools tools, TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        var work = await new Decomposer(tools).WorkOnEngineSketchesAsync(tools.Thought.Statement, tools.Request.MaxDepth, timeLimit, [], cancellationToken).ConfigureAwait(false);
        return work is { Standing: LeanStanding.Proved, Verdict: { } verdict, Proof: { } proof }
            ? BranchResult.Won(verdict, proof, "decomposition")
            : new BranchResult(work.Standing == LeanStanding.Unknown ? BranchOutcome.TimedOut : BranchOutcome.Exhausted, work.Says);
    }
}
