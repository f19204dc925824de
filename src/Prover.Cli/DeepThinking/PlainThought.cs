using System.Globalization;
using Prover.Cli.Formalizations;
using Prover.Cli.Output;
using Prover.Core.DeepThinking;
using Prover.Core.DeepThinking.Archive;

namespace Prover.Cli.DeepThinking;

/// <summary>How a thought ended, for people: the verdict, then the account.</summary>
internal static class PlainThought
{
    public static void Write(TextWriter output, DeepThinkResult result)
    {
        PlainReport.Write(output, result.Verdict, result.Proof, result.Origin);
        Write(output, result.Account);
        PlainFormalization.WriteUsage(output, result.Account.Spent.Models);
    }

    /// <summary>A kept thought. Its proof is as it was verified then; nothing is verified here.</summary>
    public static void Write(TextWriter output, KeptThought thought)
    {
        output.WriteLine($"{thought.Id}: {ThoughtWords.Of(thought.State)}{(thought.Begun is { } at ? $", begun {at:u}" : string.Empty)}");
        output.WriteLine(Visible.Of(thought.Request?.Statement ?? "Another process works on it."));
        if (thought.Proof is { } proof)
        {
            output.WriteLine();
            output.WriteLine($"By {Visible.Of(thought.Origin ?? "an unknown author")}, verified when the thought ended; 'prover deepthink --resume {thought.Id}' verifies it again:");
            output.WriteLine(Visible.Of(proof));
        }

        Write(output, thought.Account);
    }

    private static void Write(TextWriter output, DeepThinkAccount account)
    {
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
            PlainCouncil.Write(output, council);
        }

        foreach (var fraud in account.Caught)
        {
            output.WriteLine($"caught: {Visible.Of(fraud.Who)}: {Visible.Of(fraud.How)}");
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"spent: {account.Spent.Wall.TotalSeconds:0.0} s of {account.Budget.Wall.TotalSeconds:0.#} s, {account.Spent.Cpu.TotalSeconds:0.0} s of checks{(account.Budget.Cpu is { } cpu ? $" of {cpu.TotalSeconds:0.#} s" : string.Empty)}, {account.Spent.Models.Tokens} tokens{(account.Budget.MaxTokens is { } tokens ? $" of {tokens}" : string.Empty)}"));
    }
}
