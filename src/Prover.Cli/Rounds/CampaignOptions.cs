using System.CommandLine;
using Prover.Cli.Commands;
using Prover.Cli.Input;
using Prover.Rounds.Promotion;
using Prover.Rounds.Schedules;

namespace Prover.Cli.Rounds;

/// <summary>What a campaign is asked for with.</summary>
internal static class CampaignOptions
{
    public static readonly Argument<string> Folder = new("DIR") { Description = "The campaign's folder." };

    public static readonly Option<string[]> Train = new("--train")
    {
        Description = "Problems to train on: a JSONL file (which may give 'difficulty' and 'parent') or a folder of .lean files; may be given again.",
        Required = true,
        HelpName = "FILE|DIR",
    };

    public static readonly Option<string> HeldOut = new("--held-out")
    {
        Description = "Problems that no round trains on; what would give one of them away is kept out of --train, and listed.",
        Required = true,
        HelpName = "FILE|DIR|NAME",
    };

    public static readonly Option<string[]> HeldOutSplits = new("--held-out-split") { Description = "Only this split of --held-out; may be given again.", HelpName = "NAME" };

    public static readonly Option<int> Rounds = new("--rounds") { Description = "Rounds; more than before go on where fewer ended.", DefaultValueFactory = _ => 4, HelpName = "N" };

    public static readonly Option<int?> ProblemsPerRound = new("--problems-per-round") { Description = "Problems of a round at most; default: all that the schedule opens.", HelpName = "N" };

    public static readonly Option<int> HeldOutSamples = new("--held-out-samples") { Description = "Samples of each held-out problem.", DefaultValueFactory = _ => 1, HelpName = "N" };

    public static readonly Option<double?> HeldOutTimeLimit = new("--held-out-time-limit") { Description = "Wall-clock seconds for a held-out problem; default: --time-limit.", HelpName = "SECONDS" };

    public static readonly Option<double?> HeldOutProcessorLimit = new("--held-out-cpu-limit") { Description = "Processor seconds for a held-out problem; default: --cpu-limit.", HelpName = "SECONDS" };

    public static readonly Option<int> Bands = new("--bands") { Description = "Bands of difficulty; the easiest is open first.", DefaultValueFactory = _ => new ScheduleSettings().Bands, HelpName = "N" };

    public static readonly Option<double> WidenAt = new("--widen-at") { Description = "The part of the hardest open band that must be solved for the next to open.", DefaultValueFactory = _ => new ScheduleSettings().WidenAt, HelpName = "PART" };

    public static readonly Option<int> MaxTries = new("--max-tries") { Description = "Rounds that one problem is tried in at most.", DefaultValueFactory = _ => new ScheduleSettings().MaxTries, HelpName = "N" };

    public static readonly Option<int> Variants = new("--variants")
    {
        Description = "Variants (lemmas from goals where the search was stuck, weaker claims, special cases, one hypothesis more) of each problem that a round leaves unsolved, at most, to train on in later rounds; 0 for none.",
        HelpName = "N",
    };

    public static readonly Option<string?> Hook = new("--hook")
    {
        Description = "A shell command after each round, e.g. a trainer; it finds its files in PROVER_TRAIN_FILE and others, and leaves its model's address in PROVER_RESULT_FILE.",
        HelpName = "COMMAND",
    };

    public static readonly Option<string> HookFormat = SharedOptions.Named(
        "--hook-format", "What PROVER_TRAIN_FILE and PROVER_NEW_FILE are: 'sft' or 'proofs', as of 'prover dataset export', or 'plain', with the proof's steps.",
        "sft", "sft", "proofs", "plain");

    public static readonly Option<bool> NoMemory = new("--no-memory") { Description = "Learn nothing by the built-in memory: the control." };

    public static readonly Option<string> Promote = SharedOptions.Named(
        "--promote", "When a new version takes the old one's place: 'better' (when it is shown to be better on the held-out problems) or 'not-worse' (unless it is shown to be worse). "
        + "Default: 'not-worse' for the built-in memory alone, which only adds to what it knows; 'better' with --hook.",
        "auto", "auto", "better", "not-worse");

    public static readonly Option<string> Out = new("--out") { Description = "Folder that everything is kept in.", Required = true, HelpName = "DIR" };

    public static PromotionRule ReadPromote(ParseResult parsed) => parsed.GetRequiredValue(Promote) switch
    {
        "better" => PromotionRule.Better,
        "not-worse" => PromotionRule.NotWorse,
        _ => parsed.GetValue(Hook) is null ? PromotionRule.NotWorse : PromotionRule.Better,
    };

    /// <exception cref="UsageException">A value is out of range.</exception>
    public static ScheduleSettings ReadSchedule(ParseResult parsed)
    {
        var (bands, widenAt, tries) = (parsed.GetValue(Bands), parsed.GetValue(WidenAt), parsed.GetValue(MaxTries));
        return bands is < 1 or > 1000 || tries < 1 || widenAt is not (> 0 and <= 1)
            ? throw new UsageException("--bands must be from 1 to 1000, --max-tries at least 1, --widen-at above 0 and at most 1.")
            : new ScheduleSettings { Bands = bands, WidenAt = widenAt, MaxTries = tries };
    }

    /// <exception cref="UsageException">It is not positive.</exception>
    public static double? ReadHeldOutTimeLimit(ParseResult parsed) =>
        parsed.GetValue(HeldOutTimeLimit) is <= 0 or double.NaN or > 1e6 ? throw new UsageException("--held-out-time-limit must be above 0.") : parsed.GetValue(HeldOutTimeLimit);

    /// <exception cref="UsageException">It is not positive.</exception>
    public static int Positive(ParseResult parsed, Option<int> option) =>
        parsed.GetValue(option) is >= 1 and var value ? value : throw new UsageException($"{option.Name} must be at least 1.");
}
