using Prover.Core.Checking;
using Prover.Core.DeepThinking.Budgets;
using Prover.Core.Models;
using Prover.Core.Prompts;
using Prover.Core.Proving;
using Prover.Core.Repair;
using Prover.Core.Repair.Partial;
using Prover.Core.Sampling;
using Prover.Core.Sampling.Chat;
using Prover.Core.Verification;

namespace Prover.Core.DeepThinking.Branches;

/// <summary>What a branch works with: Lean and models at its own expense, and the thought that it is a part of.</summary>
internal sealed class BranchTools
{
    public BranchTools(BranchPlan plan, Thought thought, BranchShare share)
    {
        (Plan, Thought, Share) = (plan, thought, share);
        var parts = thought.Parts;
        Checker = new MeteredChecker(parts.Checker, share.Checks);
        Verifier = new Verifier(
            Checker, parts.Statements, parts.Auditor is { } auditor ? new MeteredAuditor(auditor, share.Checks, thought.Time) : null, parts.Store, thought.Time);
        Session = new ModelSession(share.Tokens, new ModelListener(Heard));
    }

    public BranchPlan Plan { get; }

    public Thought Thought { get; }

    public BranchShare Share { get; }

    public DeepThinkRequest Request => Thought.Request;

    public ILeanChecker Checker { get; }

    public Verifier Verifier { get; }

    /// <summary>The branch's requests to models.</summary>
    public ModelSession Session { get; }

    public BranchTally Tally { get; } = new();

    /// <summary>A candidate trial on a statement, at the branch's expense.</summary>
    public CandidateTrial Trial(CompiledStatement statement) => new(
        Checker, Verifier, new ProveRequest { Grade = Request.Grade, UseStore = Request.UseStore, Budget = new ProveBudget { CandidateTimeLimit = Request.CandidateTimeLimit } },
        statement, ContentKey.Hash(statement.Statement.Head));

    /// <summary>Runs a search without models at the branch's expense.</summary>
    public Task<ProveResult> SearchAsync(string statement, IProofSampler sampler, TimeSpan timeLimit, CancellationToken cancellationToken) =>
        SearchAsync(statement, sampler, timeLimit, [], null, cancellationToken);

    /// <summary>Has models write proofs of a subgoal, and correct them, for a part of the branch's tokens; null where there are no tokens or models.</summary>
    public async Task<ProveResult?> AskForProofsAsync(string statement, TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        const int part = 4;
        var free = Share.Tokens.Free;
        if (Thought.Models.Count == 0 || free <= 0 || Share.Tokens.TryReserve(free / part ?? 0) is not { } reservation)
        {
            return null;
        }

        // A search has an account of its own: what it may spend is set aside before.
        using (reservation)
        {
            var library = LeanLibrary.Of(await Checker.GetIdentityAsync(cancellationToken).ConfigureAwait(false));
            var options = new ChatSamplingOptions { Models = [.. Thought.Models.Select(m => m.Info.Name)], MaxRequests = 4 * Thought.Models.Count, ChoicesPerRequest = 1, MaxOutputTokens = Request.MaxAnswerTokens };
            var authors = new ChatProofSampler(Thought.Parts.Models, Thought.Parts.Prompts, library, options, new RepairOptions(), null, new PartialProofFinder(Checker));
            var result = await SearchAsync(statement, authors, timeLimit, options.Models, free is null ? null : reservation.Tokens, cancellationToken).ConfigureAwait(false);
            reservation.Settle(result.Usage.Tokens);
            return result;
        }
    }

    private async Task<ProveResult> SearchAsync(
        string statement, IProofSampler sampler, TimeSpan timeLimit, IReadOnlyList<string> models, long? maxTokens, CancellationToken cancellationToken)
    {
        var search = new ProofSearch(Checker, Verifier, sampler, Request.UseStore ? Thought.Parts.Store : null, Thought.Time);
        var request = new ProveRequest
        {
            Statement = statement,
            Grade = Request.Grade,
            UseStore = Request.UseStore,
            Sampling = new SamplingOptions { Seed = Request.Seed, Models = models, UseSearch = true },
            Budget = new ProveBudget
            {
                MaxSamples = 100_000,
                TimeLimit = timeLimit,
                CandidateTimeLimit = Request.CandidateTimeLimit < timeLimit ? Request.CandidateTimeLimit : timeLimit,
                MaxTokens = maxTokens,
            },
        };
        var (result, refused) = ((ProveResult?)null, 0);
        await foreach (var happened in search.ProveAsync(request, cancellationToken).ConfigureAwait(false))
        {
            refused += happened is ProveEvent.CandidateFinished { Verdict.Kind: VerdictKind.Rejected } ? 1 : 0;
            result = (happened as ProveEvent.Finished)?.Result;
            if (happened is ProveEvent.Model model)
            {
                Heard(model.What);
            }
        }

        Tally.Add(result!, refused);
        return result!;
    }

    private void Heard(ModelEvent what)
    {
        Thought.Tell(new DeepThinkEvent.Model(Plan.Id, what));
        if (what is ModelEvent.Answered answered)
        {
            Thought.Expenses.Add(answered.Usage);
        }
    }
}
