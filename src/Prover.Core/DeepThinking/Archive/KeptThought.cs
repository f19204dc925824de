using Prover.Core.DeepThinking.Council;

namespace Prover.Core.DeepThinking.Archive;

/// <summary>Where a kept thought stands.</summary>
public enum ThoughtState
{
    /// <summary>A process works on it; nothing more is told.</summary>
    Running,

    /// <summary>It was stopped or killed and can be resumed.</summary>
    Interrupted,

    /// <summary>It ended without a proof and without a refutation.</summary>
    Open,

    /// <summary>Lean verified a proof when the thought ended. A file is no proof: resuming the thought verifies it again.</summary>
    Proved,

    /// <summary>Lean verified a proof of the negation when the thought ended; resuming verifies it again.</summary>
    Refuted,
}

/// <summary>A thought as its journal tells it.</summary>
/// <param name="Id">Its id: the name of its folder.</param>
/// <param name="Folder">The folder, which <c>--resume</c> takes.</param>
/// <param name="State">Where it stands.</param>
public sealed record KeptThought(string Id, string Folder, ThoughtState State)
{
    /// <summary>What was asked; null while somebody works on it.</summary>
    public DeepThinkRequest? Request { get; init; }

    /// <summary>When it began; null while somebody works on it.</summary>
    public DateTimeOffset? Begun { get; init; }

    /// <summary>The text that was verified; null where nothing was.</summary>
    public string? Proof { get; init; }

    /// <summary>Who proposed it.</summary>
    public string? Origin { get; init; }

    /// <summary>What was tried and spent. Branches that never began are not in it.</summary>
    public DeepThinkAccount Account { get; init; } = new();
}

/// <summary>How far a model's word went together with Lean's, over many councils.</summary>
/// <param name="Model">The model.</param>
/// <param name="Councils">Councils that it sat in.</param>
/// <param name="Answers">Its answers.</param>
/// <param name="Proved">Those that Lean verified.</param>
/// <param name="PairsRight">Pairs of others' answers that it ordered as Lean does.</param>
/// <param name="PairsWrong">Pairs that it ordered the other way.</param>
/// <param name="InvalidVotes">Votes that could not be counted.</param>
public sealed record ModelReliability(string Model, int Councils, int Answers, int Proved, int PairsRight, int PairsWrong, int InvalidVotes)
{
    /// <summary>Part of the pairs that it ordered as Lean does; null where Lean told no two answers apart.</summary>
    public double? Agreement => PairsRight + PairsWrong == 0 ? null : (double)PairsRight / (PairsRight + PairsWrong);

    /// <summary>The models of these councils, those that agree best with Lean first.</summary>
    public static IReadOnlyList<ModelReliability> Of(IEnumerable<CouncilReport> councils)
    {
        var seats = councils.SelectMany((council, number) => council.Answers.Select(answer => (
            Council: number, answer.Model, answer.Standing, Score: council.Reliability.FirstOrDefault(r => r.Member == answer.Member))));
        return
        [
            .. seats.GroupBy(s => s.Model, StringComparer.Ordinal).Select(g => new ModelReliability(
                g.Key,
                g.Select(s => s.Council).Distinct().Count(),
                g.Count(),
                g.Count(s => s.Standing == LeanStanding.Proved),
                g.Sum(s => s.Score?.PairsRight ?? 0),
                g.Sum(s => s.Score?.PairsWrong ?? 0),
                g.Sum(s => s.Score?.InvalidVotes ?? 0))).OrderByDescending(m => m.Agreement ?? -1).ThenBy(m => m.Model, StringComparer.Ordinal),
        ];
    }
}
