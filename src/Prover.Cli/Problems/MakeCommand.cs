using System.CommandLine;
using System.Globalization;
using Prover.Cli.Benchmarks;
using Prover.Cli.Commands;
using Prover.Cli.Input;
using Prover.Cli.Output;
using Prover.Rounds.Makers;
using Prover.Rounds.Makers.Sets;
using Prover.Rounds.Problems.Contamination;

namespace Prover.Cli.Problems;

/// <summary><c>prover problems make</c>: write a file of made problems.</summary>
internal static class MakeCommand
{
    private static readonly Option<int> Count = new("--count") { Description = "How many problems.", DefaultValueFactory = _ => 100, HelpName = "N" };

    private static readonly Option<long> Seed = new("--seed") { Description = "The same seed gives the same problems.", HelpName = "N" };

    private static readonly Option<string> Difficulty = new("--difficulty")
    {
        Description = $"One difficulty or a range, from {MadeProblem.Easiest} to {MadeProblem.Hardest}.",
        DefaultValueFactory = _ => $"{MadeProblem.Easiest}..{MadeProblem.Hardest}",
        HelpName = "N..N",
    };

    private static readonly Option<string?> Family = new("--family")
    {
        Description = $"Only these families, with commas between them: {string.Join(", ", ProblemMakers.Families)}. Default: all.",
        HelpName = "NAME,NAME,…",
    };

    private static readonly Option<string[]> Avoid = new("--avoid")
    {
        Description = "Leave out what this data has too, exactly, up to renaming, or nearly; may be given again.",
        HelpName = "FILE|DIR|NAME",
    };

    private static readonly Option<string> Out = new("--out") { Description = "The file, JSON lines that 'prover bench run --data' takes.", Required = true, HelpName = "FILE" };

    public static Command Create()
    {
        var command = new VerbCommand(
            "make",
            "Write a file of generated problems for the embedded Lean, without duplicates up to renaming.",
            "prover problems make --count 1000 --seed 7 --difficulty 1..6 --family identities,residues --out made.jsonl",
            "prover problems make --count 5000 --avoid minif2f --out made.jsonl")
        {
            Count, Seed, Difficulty, Family, Avoid, Out,
        };
        command.SetAction((parsed, cancellationToken) => VerbContext.RunAsync(parsed, context => RunAsync(context, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var parsed = context.Parsed;
        var (from, to) = ReadDifficulty(parsed.GetRequiredValue(Difficulty));
        var (count, seed, path) = (parsed.GetValue(Count), parsed.GetValue(Seed), parsed.GetRequiredValue(Out));
        if (count < 1 || seed < 0)
        {
            throw new UsageException("--count must be at least 1, and --seed not negative.");
        }

        var avoid = new List<Prover.Bench.Data.DataSet>();
        foreach (var data in parsed.GetValue(Avoid) ?? [])
        {
            avoid.Add(await DataFiles.ReadAsync(data, cancellationToken).ConfigureAwait(false));
        }

        var request = new ProblemSetRequest
        {
            Count = count,
            Seed = seed,
            From = from,
            To = to,
            Makers = Makers(parsed.GetValue(Family)),
            Avoid = avoid.Count == 0 ? null : new Decontamination(avoid),
        };
        try
        {
            await ProblemSetFile.WriteAsync(path, ProblemSetMaker.Make(request), cancellationToken).ConfigureAwait(false);
        }
        catch (ProblemSetException e)
        {
            throw new UsageException(e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{path}' can't be written: {e.Message}");
        }

        context.Output.WriteLine($"made: {count} problems in {path}");
        return ExitCode.Proved;
    }

    private static IReadOnlyList<IProblemMaker> Makers(string? families)
    {
        try
        {
            return families is null ? ProblemMakers.All : ProblemMakers.Of(families.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        }
        catch (ArgumentException)
        {
            throw new UsageException($"--family takes names with commas between them, of: {string.Join(", ", ProblemMakers.Families)}. '{families}' holds another.");
        }
    }

    private static (int From, int To) ReadDifficulty(string text)
    {
        var ends = text.Split("..");
        return ends.Length <= 2
            && int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            && int.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var to)
            && from >= MadeProblem.Easiest && to <= MadeProblem.Hardest && from <= to
                ? (from, to)
                : throw new UsageException($"--difficulty takes a number from {MadeProblem.Easiest} to {MadeProblem.Hardest}, or two as in '1..6'; '{text}' is neither.");
    }
}
