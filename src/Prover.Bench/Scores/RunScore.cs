namespace Prover.Bench.Scores;

/// <summary>A mean over problems with its uncertainty.</summary>
/// <param name="Value">The mean, from 0 to 1.</param>
/// <param name="Low">Lower end of the 95 % interval; see <see cref="Bootstrap"/> for what it covers.</param>
/// <param name="High">Upper end.</param>
public sealed record Estimate(double Value, double Low, double High);

/// <summary>A score that failures of the machinery and time-outs leave open: what the prover would have scored without them is between the two ends,
/// unless the samples that they ended would have fared better than the rest.</summary>
/// <param name="FailuresWrong">Samples that timed out or failed count as not proved.</param>
/// <param name="FailuresLeftOut">They are left out, as if they had never been drawn; never below the other end; null when nothing is left. A problem
/// with fewer than k samples left counts 1 when one of them proves it.</param>
/// <param name="ProblemsLeftOut">Problems of which fewer than k samples are left, none of them a proof: not part of <see cref="FailuresLeftOut"/>.</param>
public sealed record ScoreInterval(Estimate FailuresWrong, Estimate? FailuresLeftOut, int ProblemsLeftOut);

/// <summary>pass@k: how likely one of k fresh samples proves a problem, averaged over problems (Chen et al., 2021, "Evaluating Large Language Models
/// Trained on Code"; arXiv:2107.03374).</summary>
/// <param name="K">k.</param>
/// <param name="Score">The estimate.</param>
public sealed record PassAtK(int K, ScoreInterval Score);

/// <summary>Scores of a set of problems.</summary>
/// <param name="Name">What the set is, e.g. <c>all</c>, <c>amc</c> or <c>valid</c>.</param>
/// <param name="Problems">Problems in it that were asked.</param>
/// <param name="Samples">Samples on record.</param>
/// <param name="Proved">Samples that proved.</param>
/// <param name="Refuted">Samples that refuted.</param>
/// <param name="NotProved">Samples that gave up.</param>
/// <param name="TimedOut">Samples that timed out.</param>
/// <param name="Failed">Samples on which the machinery failed.</param>
public sealed record GroupScore(string Name, int Problems, int Samples, int Proved, int Refuted, int NotProved, int TimedOut, int Failed)
{
    /// <summary>pass@k for each k asked for that the samples allow: every problem of the set has at least k on record.</summary>
    public IReadOnlyList<PassAtK> PassAtK { get; init; } = [];

    /// <summary>Samples of each problem that <see cref="AnyOfN"/> is about: the fewest that a problem has.</summary>
    public int N { get; init; }

    /// <summary>Problems with at least one proof among all their samples.</summary>
    public int Solved { get; init; }

    /// <summary>"Any of n": the part of the problems with at least one proof among their first <see cref="N"/> samples. This is what public tables
    /// often call pass@n; it is an estimate of pass@k for no k but n.</summary>
    public ScoreInterval? AnyOfN { get; init; }
}

/// <summary>What a run cost and what it got for it.</summary>
public sealed record RunCosts
{
    /// <summary>Processor seconds of all processes, Lean's included, for samples; null where a session that left samples could not measure them.</summary>
    public double? ProcessorSeconds { get; init; }

    /// <summary>The same for the examination of statements before.</summary>
    public double? CheckingProcessorSeconds { get; init; }

    /// <summary>Wall-clock seconds of all samples, one after the other.</summary>
    public double SampleSeconds { get; init; }

    /// <summary>Tokens of prompts.</summary>
    public long InputTokens { get; init; }

    /// <summary>Tokens of answers.</summary>
    public long OutputTokens { get; init; }

    /// <summary>Price of the tokens; 0 when the models are paid in different currencies, whose amounts can't be added.</summary>
    public decimal Cost { get; init; }

    /// <summary>Its currency; null when nothing has a price, or when the models are paid in different currencies.</summary>
    public string? Currency { get; init; }

    /// <summary>Problems solved per processor second; null where that is not known.</summary>
    public double? SolvedPerProcessorSecond { get; init; }

    /// <summary>Problems solved per million tokens; null without tokens.</summary>
    public double? SolvedPerMillionTokens { get; init; }
}

/// <summary>The scores of a run.</summary>
/// <param name="All">Every problem that was asked.</param>
/// <param name="WithoutFaulty">Without those that are known or were found to be vacuous or false.</param>
/// <param name="BySource">All, by source.</param>
/// <param name="BySplit">All, by split.</param>
/// <param name="Costs">What it cost.</param>
public sealed record RunScore(
    GroupScore All, GroupScore WithoutFaulty, IReadOnlyList<GroupScore> BySource, IReadOnlyList<GroupScore> BySplit, RunCosts Costs);
