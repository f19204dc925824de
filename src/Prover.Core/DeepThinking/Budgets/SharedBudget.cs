using Prover.Core.DeepThinking.Branches;
using Prover.Core.Models;

namespace Prover.Core.DeepThinking.Budgets;

/// <summary>One budget for all branches. Each has a share by its weight that nobody else can spend, so that none starves; what a branch leaves unspent
/// goes to those that are not over.</summary>
/// <remarks>Thread-safe. Tokens are shared among the branches that ask models, time of checks among all. Wall-clock time is not reserved: a branch gets
/// its share of what is left when it begins.</remarks>
internal sealed class SharedBudget
{
    private readonly Lock _gate = new();
    private readonly List<(BranchPlan Plan, BranchShare Share)> _open = [];
    private readonly HashSet<string> _notBegun = [];
    private readonly DeepThinkBudget _budget;
    private readonly DeepThinkSpent _before;
    private readonly int _lanes;
    private readonly TimeProvider _time;
    private readonly long _started;

    /// <param name="budget">What may be spent.</param>
    /// <param name="before">What earlier runs have spent.</param>
    /// <param name="branches">The branches that are to run.</param>
    /// <param name="lanes">How many run at the same time.</param>
    /// <param name="spent">Told of the time of every check.</param>
    /// <param name="time">The clock.</param>
    public SharedBudget(DeepThinkBudget budget, DeepThinkSpent before, IReadOnlyList<BranchPlan> branches, int lanes, Action<TimeSpan>? spent, TimeProvider time)
    {
        (_budget, _before, _lanes, _time, _started) = (budget, before, lanes, time, time.GetTimestamp());
        var tokens = budget.MaxTokens is { } all ? Math.Max(0, all - before.Models.Tokens) : (long?)null;
        var cpu = budget.Cpu is { } checks ? Larger(TimeSpan.Zero, checks - before.Cpu) : (TimeSpan?)null;
        var (weights, asking) = (branches.Sum(b => b.Weight), branches.Where(b => b.UsesModels).Sum(b => b.Weight));
        foreach (var plan in branches)
        {
            var share = new BranchShare(
                new TokenBudget(plan.UsesModels ? tokens * plan.Weight / asking : 0), new CheckTimeBudget(cpu is { } allowed ? new TimeSpan(allowed.Ticks * plan.Weight / weights) : null, spent));
            _open.Add((plan, share));
            _notBegun.Add(plan.Id);
        }
    }

    /// <summary>Wall-clock time that is left.</summary>
    public TimeSpan WallLeft => Larger(TimeSpan.Zero, _budget.Wall - _before.Wall - _time.GetElapsedTime(_started));

    /// <summary>A branch begins: its share, and the wall-clock time that it may take.</summary>
    /// <param name="branch">The branch.</param>
    /// <param name="alone">Whether it is alone; else as many as there are lanes run beside each other.</param>
    public (BranchShare Share, TimeSpan TimeLimit) Begin(BranchPlan branch, bool alone)
    {
        lock (_gate)
        {
            var left = _open.Where(o => _notBegun.Contains(o.Plan.Id)).Sum(o => o.Plan.Weight);
            _notBegun.Remove(branch.Id);
            var part = Math.Min(1, (alone ? 1.0 : _lanes) * branch.Weight / left);
            return (_open.First(o => o.Plan.Id == branch.Id).Share, WallLeft * part);
        }
    }

    /// <summary>A branch is over: what it has not spent goes to the others.</summary>
    public void End(string branch)
    {
        lock (_gate)
        {
            var over = _open.FindIndex(o => o.Plan.Id == branch);
            if (over < 0)
            {
                return;
            }

            var share = _open[over].Share;
            _open.RemoveAt(over);
            Give(share.Tokens.Free, o => o.Plan.UsesModels, (s, part) => s.Tokens.Raise(part));
            Give(share.Checks.Free?.Ticks, _ => true, (s, part) => s.Checks.Raise(new TimeSpan(part)));
        }
    }

    private void Give(long? unspent, Func<(BranchPlan Plan, BranchShare Share), bool> who, Action<BranchShare, long> give)
    {
        var others = _open.Where(who).ToList();
        var weights = others.Sum(o => o.Plan.Weight);
        if (unspent is not > 0)
        {
            return;
        }

        var rest = unspent.Value;
        foreach (var (plan, share) in others)
        {
            // The last gets what rounding leaves.
            var part = plan == others[^1].Plan ? rest : unspent.Value * plan.Weight / weights;
            give(share, part);
            rest -= part;
        }
    }

    private static TimeSpan Larger(TimeSpan left, TimeSpan right) => left > right ? left : right;
}

/// <summary>What one branch may spend.</summary>
/// <param name="Tokens">Tokens of models.</param>
/// <param name="Checks">Time of checks.</param>
internal sealed record BranchShare(TokenBudget Tokens, CheckTimeBudget Checks);
