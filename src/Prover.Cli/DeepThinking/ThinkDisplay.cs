using Prover.Cli.Output;
using Prover.Core.DeepThinking;

namespace Prover.Cli.DeepThinking;

/// <summary>Shows a thought as it goes on: the plan, its branches, votes and certificates.</summary>
internal sealed class ThinkDisplay(ProgressDisplay display)
{
    public void Report(DeepThinkEvent happened)
    {
        switch (happened)
        {
            case DeepThinkEvent.Planned planned:
                display.Say($"thinking about {planned.Theorem}: {planned.Statement}");
                foreach (var branch in planned.Branches)
                {
                    display.Say($"  plan: {branch.Id,-13} {branch.Title} (weight {branch.Weight})");
                }

                break;
            case DeepThinkEvent.Model model:
                display.Report(model.What, happened.At);
                break;
            default:
                if (Line(happened) is { } line)
                {
                    display.Say($"{happened.At.TotalSeconds,6:0.0} s  {line}");
                }

                break;
        }
    }

    private static string? Line(DeepThinkEvent happened) => happened switch
    {
        DeepThinkEvent.Resumed resumed => $"resumed: over are {(resumed.Ended.Count == 0 ? "no branches" : string.Join(", ", resumed.Ended))}; spent before: {resumed.Spent.Wall.TotalSeconds:0.#} s, {resumed.Spent.Models.Tokens} tokens, {resumed.Spent.Cpu.TotalSeconds:0.#} s of checks",
        DeepThinkEvent.BranchStarted started => $"{started.Branch} begins, for at most {started.TimeLimit.TotalSeconds:0.#} s",
        DeepThinkEvent.BranchProgressed progress => $"{progress.Branch}: {progress.What}",
        DeepThinkEvent.BranchEnded { Report: var report } => $"{report.Id} ends: {ThoughtWords.Of(report.Outcome)}; {report.Reason}",
        DeepThinkEvent.SubgoalDecided { Subgoal: var subgoal } decided => $"{decided.Branch}: subgoal {ThoughtWords.Of(subgoal.State)}: {subgoal.Statement}",
        DeepThinkEvent.Answered { Answer: var answer } => $"council: {answer.Member} answers, {ThoughtWords.Of(answer.Standing)}: {answer.Says}",
        DeepThinkEvent.Voted { Vote: var vote } => $"council: {vote.Voter} votes {(vote.Problem is { } problem ? $"invalid: {problem}" : string.Join(" > ", vote.Order))}",
        DeepThinkEvent.Ranked { Ranking: var ranking } => $"council: ranked {string.Join(" > ", ranking.Select(r => $"{r.Member} ({r.MeanRank?.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture) ?? "-"})"))}",
        DeepThinkEvent.Caught { Fraud: var fraud } => $"caught: {fraud.Who}: {fraud.How}",
        DeepThinkEvent.Certified certified => $"{certified.Branch}: Lean has verified a {(certified.Refutes ? "refutation" : "proof")} by {certified.Origin}",
        _ => null,
    };
}
