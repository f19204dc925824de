namespace Prover.Core.Repair.Policies;

/// <summary>The policies by name.</summary>
public static class RepairPolicies
{
    /// <summary>All of them, the default first.</summary>
    public static IReadOnlyList<IRepairPolicy> All { get; } = [new AdaptivePolicy(), new BalancedPolicy(), new RepairFirstPolicy(), new FreshOnlyPolicy()];

    /// <summary>A policy by name.</summary>
    /// <exception cref="ArgumentException">There is none of that name; the message lists them.</exception>
    public static IRepairPolicy Get(string name) =>
        All.FirstOrDefault(p => p.Name == name)
        ?? throw new ArgumentException($"There is no repair policy '{name}'. Choose one of {string.Join(", ", All.Select(p => p.Name))}.");
}

/// <summary>Never repairs: the control that the others are measured against.</summary>
public sealed class FreshOnlyPolicy : IRepairPolicy
{
    /// <inheritdoc />
    public string Name => "fresh-only";

    /// <inheritdoc />
    public LoopStep Next(LoopState state) => state.CanWrite ? LoopStep.Fresh : LoopStep.Wait;
}

/// <summary>Repairs whatever can be repaired before it asks for another fresh proof.</summary>
public sealed class RepairFirstPolicy : IRepairPolicy
{
    /// <inheritdoc />
    public string Name => "repair-first";

    /// <inheritdoc />
    public LoopStep Next(LoopState state) =>
        state.Open > 0 ? LoopStep.Repair : state.CanWrite && state.Underway == 0 ? LoopStep.Fresh : LoopStep.Wait;
}

/// <summary>Spends as many tokens on repairs as on fresh proofs.</summary>
public sealed class BalancedPolicy : IRepairPolicy
{
    /// <inheritdoc />
    public string Name => "balanced";

    /// <inheritdoc />
    public LoopStep Next(LoopState state) =>
        state.Open > 0 && (!state.CanWrite || state.Repair.Tokens <= state.Fresh.Tokens) ? LoopStep.Repair
        : state.CanWrite ? LoopStep.Fresh
        : LoopStep.Wait;
}

/// <summary>Asks for whatever has made more progress for its tokens so far, and for the other one often enough to notice when that changes:
/// an upper confidence bound (UCB1; Auer, Cesa-Bianchi and Fischer 2002) on progress per question, weighed by price.</summary>
public sealed class AdaptivePolicy : IRepairPolicy
{
    /// <inheritdoc />
    public string Name => "adaptive";

    /// <inheritdoc />
    public LoopStep Next(LoopState state)
    {
        if (state.Open == 0 || !state.CanWrite)
        {
            return state.Open > 0 ? LoopStep.Repair : state.CanWrite ? LoopStep.Fresh : LoopStep.Wait;
        }

        var asked = state.Fresh.Requests + state.Repair.Requests;
        return Worth(state.Repair, state, asked) >= Worth(state.Fresh, state, asked) ? LoopStep.Repair : LoopStep.Fresh;
    }

    private static double Worth(Effort effort, LoopState state, int asked)
    {
        // One imagined success in two questions of the average price, so that nothing is given up before it was tried.
        var averagePrice = (state.Fresh.Tokens + state.Repair.Tokens + 1.0) / Math.Max(asked, 1);
        var price = (effort.Tokens + (2 * averagePrice)) / (effort.Requests + 2) / averagePrice;
        var progress = (effort.Progress + 1.0) / (effort.Requests + 2);
        return (progress / price) + Math.Sqrt(0.5 * Math.Log(asked + 2) / (effort.Requests + 2));
    }
}
