using System.Globalization;
using Prover.Cli.Formalizations;
using Prover.Cli.Output;
using Prover.Core.DeepThinking;
using Prover.Core.DeepThinking.Council;

namespace Prover.Cli.DeepThinking;

/// <summary>How a thought ended, for people: the verdict, then the account.</summary>
internal static class PlainThought
{
    private const int LongestText = 600;

    public static void Write(TextWriter output, DeepThinkResult result)
    {
        PlainReport.Write(output, result.Verdict, result.Proof, result.Origin);
        var account = result.Account;
        output.WriteLine();
        output.WriteLine($"{"branch",-14} {"outcome",-12} {"tried",6} {"refused",8} {"timed out",10} {"failed",7} {"wall s",8} {"checks s",9} {"tokens",8}");
        foreach (var b in account.Branches)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{b.Id,-14} {ThoughtWords.Of(b.Outcome),-12} {b.Tried,6} {b.Refused,8} {b.TimedOut,10} {b.Failed,7} {b.Wall.TotalSeconds,8:0.0} {b.Cpu.TotalSeconds,9:0.0} {b.Tokens,8}"));
        }

        foreach (var plan in account.NotBegun)
        {
            output.WriteLine($"{plan.Id,-14} not begun");
        }

        foreach (var subgoal in account.Subgoals)
        {
            output.WriteLine($"subgoal {ThoughtWords.Of(subgoal.State)}: {Visible.Of(subgoal.Statement)}");
        }

        if (account.Council is { } council)
        {
            Write(output, council);
        }

        foreach (var fraud in account.Caught)
        {
            output.WriteLine($"caught: {Visible.Of(fraud.Who)}: {Visible.Of(fraud.How)}");
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"spent: {account.Spent.Wall.TotalSeconds:0.0} s of {account.Budget.Wall.TotalSeconds:0.#} s, {account.Spent.Cpu.TotalSeconds:0.0} s of checks{(account.Budget.Cpu is { } cpu ? $" of {cpu.TotalSeconds:0.#} s" : string.Empty)}, {account.Spent.Models.Tokens} tokens{(account.Budget.MaxTokens is { } tokens ? $" of {tokens}" : string.Empty)}"));
        PlainFormalization.WriteUsage(output, account.Spent.Models);
    }

    private static void Write(TextWriter output, CouncilReport council)
    {
        foreach (var answer in council.Chair is { } chair ? council.Answers.Append(chair) : council.Answers)
        {
            output.WriteLine();
            output.WriteLine($"--- {Visible.Of(answer.Member)}: {ThoughtWords.Of(answer.Standing)}; {Visible.Of(answer.Says)}");
            output.WriteLine(Visible.Of(answer.Text.Length > LongestText ? answer.Text[..LongestText] + "…" : answer.Text));
        }

        foreach (var vote in council.Votes)
        {
            output.WriteLine($"vote of {Visible.Of(vote.Voter)}: {Visible.Of(vote.Problem is { } problem ? $"invalid: {problem}" : string.Join(" > ", vote.Order))}");
        }

        foreach (var reliability in council.Reliability)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"reliability of {Visible.Of(reliability.Member)}: {reliability.PairsRight} pairs as Lean, {reliability.PairsWrong} against it, {reliability.InvalidVotes} invalid votes"));
        }
    }
}
