using System.CommandLine;
using System.Globalization;
using Prover.Cli.Commands;
using Prover.Cli.Input;
using Prover.Cli.Output;
using Prover.Core.DeepThinking.Archive;

namespace Prover.Cli.DeepThinking;

/// <summary><c>prover thoughts</c>: what has been thought about, and how far each model's votes went together with Lean's word.</summary>
internal static class ThoughtsCommand
{
    private static readonly Argument<string> Id = new("ID") { Description = "The thought, as 'prover thoughts list' names it." };

    public static Command Create()
    {
        var list = new VerbCommand("list", "List kept thoughts, newest first.", "prover thoughts list", "prover thoughts list --json") { SharedOptions.Json, SharedOptions.Store };
        list.SetAction((parsed, cancellationToken) => VerbContext.RunAsync(parsed, context => ListAsync(context, cancellationToken)));
        var show = new VerbCommand("show", "Show a thought: its account, and its council's stages side by side.", "prover thoughts show 20261127-101500-t-3f0c") { Id, SharedOptions.Json, SharedOptions.Store };
        show.SetAction((parsed, cancellationToken) => VerbContext.RunAsync(parsed, context => ShowAsync(context, cancellationToken)));
        var reliability = new VerbCommand(
            "reliability", "How each model's votes in all councils went together with Lean's word.", "prover thoughts reliability", "prover thoughts reliability --json")
        {
            SharedOptions.Json, SharedOptions.Store,
        };
        reliability.SetAction((parsed, cancellationToken) => VerbContext.RunAsync(parsed, context => ReliabilityAsync(context, cancellationToken)));
        return new VerbCommand("thoughts", "Thoughts that 'prover deepthink' has kept.", "prover thoughts list", "prover thoughts reliability") { list, show, reliability };
    }

    /// <summary>The thoughts that are kept beside the store.</summary>
    public static ThoughtArchive Archive(VerbContext context) =>
        new(Path.Combine(Path.GetDirectoryName(context.LocalOptions(spares: 0).StorePath)!, "thoughts"));

    private static async Task<int> ListAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var thoughts = await Archive(context).ListAsync(cancellationToken).ConfigureAwait(false);
        if (context.IsJson)
        {
            context.WriteJson([.. thoughts.Select(JsonKeptThought.Of)], ThoughtJson.Readable.IReadOnlyListJsonKeptThought);
            return ExitCode.Proved;
        }

        foreach (var thought in thoughts)
        {
            context.Output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{thought.Id}  {ThoughtWords.Of(thought.State),-11}  {thought.Account.Spent.Wall.TotalSeconds,6:0} s  {Visible.Of(thought.Request?.Statement.ReplaceLineEndings(" ") ?? string.Empty)}"));
        }

        return ExitCode.Proved;
    }

    private static async Task<int> ShowAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var id = context.Parsed.GetRequiredValue(Id);
        var thought = await Archive(context).ReadAsync(id, cancellationToken).ConfigureAwait(false)
            ?? throw new UsageException($"There is no thought '{id}'. 'prover thoughts list' lists what there is.");
        if (context.IsJson)
        {
            context.WriteJson(JsonKeptThought.Of(thought), ThoughtJson.Readable.JsonKeptThought);
        }
        else
        {
            PlainThought.Write(context.Output, thought);
        }

        return ExitCode.Proved;
    }

    private static async Task<int> ReliabilityAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var thoughts = await Archive(context).ListAsync(cancellationToken).ConfigureAwait(false);
        var models = ModelReliability.Of(thoughts.Select(t => t.Account.Council).OfType<Core.DeepThinking.Council.CouncilReport>());
        if (context.IsJson)
        {
            context.WriteJson(models, ThoughtJson.Readable.IReadOnlyListModelReliability);
            return ExitCode.Proved;
        }

        if (models.Count == 0)
        {
            context.Output.WriteLine("No council has met so far: 'prover deepthink' with configured models calls one.");
            return ExitCode.Proved;
        }

        context.Output.WriteLine($"{"model",-24} {"councils",8} {"answers",8} {"proved",7} {"agrees with Lean",17} {"pairs",7} {"invalid votes",14}");
        foreach (var m in models)
        {
            context.Output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{Visible.Of(m.Model),-24} {m.Councils,8} {m.Answers,8} {m.Proved,7} {(m.Agreement is { } part ? $"{part:P0}" : "-"),17} {m.PairsRight + m.PairsWrong,7} {m.InvalidVotes,14}"));
        }

        return ExitCode.Proved;
    }
}
