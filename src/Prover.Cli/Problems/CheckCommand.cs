using System.CommandLine;
using System.Globalization;
using Prover.Bench.Data;
using Prover.Cli.Benchmarks;
using Prover.Cli.Commands;
using Prover.Cli.Input;
using Prover.Cli.Output;
using Prover.Rounds.Problems;
using Prover.Rounds.Problems.Contamination;

namespace Prover.Cli.Problems;

/// <summary><c>prover problems check</c>: duplicates, and what evaluation sets have too.</summary>
internal static class CheckCommand
{
    private static readonly Argument<string> Data = new("FILE") { Description = "The problems: a JSONL file, a folder of .lean files, or the name of a data set." };

    private static readonly Option<string[]> Against = new("--against")
    {
        Description = "Data that nothing may be from, e.g. what is measured on; may be given again.",
        HelpName = "FILE|DIR|NAME",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<double> Threshold = new("--threshold")
    {
        Description = "The similarity from which on statements are nearly the same, above 0 and at most 1.",
        DefaultValueFactory = _ => Decontamination.UsualThreshold,
        HelpName = "NUMBER",
    };

    public static Command Create()
    {
        var command = new VerbCommand(
            "check",
            "Find duplicates up to renaming, and problems that other data has too; exit code 1 when there are any.",
            "prover problems check made.jsonl --against minif2f",
            "prover problems check made.jsonl --against valid.jsonl --against sample --threshold 0.7")
        {
            Data, Against, Threshold,
        };
        command.SetAction((parsed, cancellationToken) => VerbContext.RunAsync(parsed, context => RunAsync(context, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var parsed = context.Parsed;
        var threshold = parsed.GetValue(Threshold);
        if (threshold is not (> 0 and <= 1))
        {
            throw new UsageException("--threshold must be above 0 and at most 1.");
        }

        var problems = await DataFiles.ReadAsync(parsed.GetRequiredValue(Data), cancellationToken).ConfigureAwait(false);
        var sets = new List<DataSet>();
        foreach (var other in parsed.GetValue(Against) ?? [])
        {
            sets.Add(await DataFiles.ReadAsync(other, cancellationToken).ConfigureAwait(false));
        }

        var duplicates = Duplicates.Find(problems.Problems, cancellationToken);
        foreach (var duplicate in duplicates)
        {
            context.Output.WriteLine($"duplicate: {Visible.Of(duplicate.Problem)} is {Visible.Of(duplicate.First)}");
        }

        var hits = new Decontamination(sets, threshold).Find(problems.Problems, cancellationToken);
        foreach (var hit in hits)
        {
            var similarity = hit.Likeness == Likeness.Near ? string.Create(CultureInfo.InvariantCulture, $" ({hit.Similarity:0.00})") : string.Empty;
            context.Output.WriteLine($"{Word(hit.Likeness)}: {Visible.Of(hit.Problem)} is {Visible.Of(hit.With)} of {Visible.Of(hit.DataSet)}{similarity}");
        }

        context.Output.WriteLine($"{problems.Problems.Count} problems, {duplicates.Count} duplicates, {hits.Count} of other data");
        return duplicates.Count + hits.Count == 0 ? ExitCode.Proved : ExitCode.NotProved;
    }

    private static string Word(Likeness likeness) => likeness switch { Likeness.Exact => "exact", Likeness.Normalised => "same", _ => "near" };
}
