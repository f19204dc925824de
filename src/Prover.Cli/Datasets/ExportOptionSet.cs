using System.CommandLine;
using System.Globalization;
using Prover.Cli.Commands;
using Prover.Cli.Input;
using Prover.Datasets.Exporting;
using Prover.Datasets.Filtering;
using Prover.Datasets.Formats;
using Prover.Datasets.Rewards;

namespace Prover.Cli.Datasets;

/// <summary>What an export can be told.</summary>
internal static class ExportOptionSet
{
    private static readonly ExportOptions Defaults = new() { Target = string.Empty, Format = DatasetFormat.Proofs };

    public static readonly Option<string> Format = SharedOptions.Named(
        "--format", "'sft': prompts with proofs; 'preference': pairs of accepted and turned down; 'grpo': groups with rewards and advantages; 'proofs': all that verifying them again needs; 'statements'.",
        "proofs", "sft", "preference", "grpo", "proofs", "statements");

    public static readonly Option<string> Files = SharedOptions.Named("--file-format", "'jsonl' or 'parquet'.", "jsonl", "jsonl", "parquet");

    public static readonly Option<string> Out = new("--out") { Description = "The folder to write; it must not be there, or be empty.", Required = true, HelpName = "DIR" };

    public static readonly Option<string> MinimumGrade = SharedOptions.Named("--minimum-grade", "Proofs of at least this grade.", "compiled", "compiled", "audited", "replayed");

    public static readonly Option<string?> Rounds = new("--rounds") { Description = "Only problems of these rounds, e.g. '3' or '2-5'.", HelpName = "N|FIRST-LAST" };

    public static readonly Option<int?> MaxProofChars = new("--max-proof-chars") { Description = "Only attempts whose proof has at most so many characters.", HelpName = "N" };

    public static readonly Option<string[]> Sources = new("--source") { Description = "Only problems of this source and what lies under it, e.g. 'miniF2F'; may be given again.", HelpName = "NAME" };

    public static readonly Option<string[]> Licences = new("--licence") { Description = "Only problems under this licence; 'unknown' takes those without; may be given again.", HelpName = "NAME" };

    public static readonly Option<string[]> Origins = new("--origin") { Description = "Only attempts of this origin and what lies under it, e.g. 'portfolio'; may be given again.", HelpName = "NAME" };

    public static readonly Option<double> ValidShare = new("--valid-share")
    {
        Description = "The share of problems for validation; near-duplicates stay together.",
        DefaultValueFactory = _ => Defaults.ValidShare,
        HelpName = "SHARE",
    };

    public static readonly Option<int> Seed = new("--seed") { Description = "Seed of the splits.", HelpName = "N" };

    public static readonly Option<int> MaxPerProblem = new("--max-per-problem")
    {
        Description = "Of sft: proofs of a problem at most, the shortest. Of preference: pairs.",
        DefaultValueFactory = _ => Defaults.MaxPerProblem,
        HelpName = "N",
    };

    public static readonly Option<bool> DropZeroVariance = new("--drop-zero-variance") { Description = "Of grpo: leave groups out in which all rewards are the same." };

    public static readonly Option<string> Reward = new("--reward")
    {
        Description = "Of grpo: the rewards with their weights, of 'verified' and 'length'.",
        DefaultValueFactory = _ => RewardSpec.Default.ToString(),
        HelpName = "SPEC",
    };

    public static readonly Option<string> Prompt = new("--prompt")
    {
        Description = "The prompt that rows begin with; a file of PROVER_PROMPTS adds more.",
        DefaultValueFactory = _ => Defaults.Prompt,
        HelpName = "NAME",
    };

    public static readonly Option<string[]> Notes = new("--note") { Description = "What the card is to say, e.g. what was done against contamination; may be given again.", HelpName = "TEXT" };

    /// <exception cref="UsageException">An option makes no sense.</exception>
    public static ExportOptions Read(ParseResult parsed)
    {
        var (first, last) = ReadRounds(parsed.GetValue(Rounds));
        return new ExportOptions
        {
            Target = parsed.GetRequiredValue(Out),
            Format = Enum.Parse<DatasetFormat>(parsed.GetRequiredValue(Format), ignoreCase: true),
            Files = Enum.Parse<FileFormat>(parsed.GetRequiredValue(Files), ignoreCase: true),
            Filter = new DatasetFilter
            {
                MinimumGrade = parsed.GetRequiredValue(MinimumGrade) is var grade && grade == "compiled" ? null : SharedOptions.ParseGrade(grade),
                FirstRound = first,
                LastRound = last,
                MaxProofLength = parsed.GetValue(MaxProofChars),
                Sources = parsed.GetValue(Sources) ?? [],
                Licences = parsed.GetValue(Licences) ?? [],
                Origins = parsed.GetValue(Origins) ?? [],
            },
            ValidShare = parsed.GetValue(ValidShare),
            Seed = parsed.GetValue(Seed),
            MaxPerProblem = parsed.GetValue(MaxPerProblem),
            MaxPairs = parsed.GetValue(MaxPerProblem),
            DropZeroVariance = parsed.GetValue(DropZeroVariance),
            Reward = RewardSpec.Parse(parsed.GetRequiredValue(Reward)),
            Prompt = parsed.GetRequiredValue(Prompt),
            Notes = parsed.GetValue(Notes) ?? [],
            Command = $"prover {string.Join(' ', parsed.Tokens.Select(t => Quoted(t.Value)))}",
        };
    }

    private static (int? First, int? Last) ReadRounds(string? text)
    {
        if (text is null)
        {
            return (null, null);
        }

        var ends = text.Split('-');
        return ends.Length is 1 or 2
            && int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && int.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            && first <= last
            ? (first, last)
            : throw new UsageException($"--rounds takes a round or a range of them, e.g. '3' or '2-5'; '{text}' is neither.");
    }

    private static string Quoted(string token) =>
        token.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ':' or ',') && token.Length > 0 ? token : $"'{token.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
