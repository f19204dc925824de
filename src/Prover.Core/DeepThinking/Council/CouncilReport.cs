namespace Prover.Core.DeepThinking.Council;

/// <summary>What Lean says of an answer, the worst first.</summary>
public enum LeanStanding
{
    /// <summary>There is no proof in it, or nobody answered.</summary>
    NoProof,

    /// <summary>Lean gave no word: a time-out, a failure.</summary>
    Unknown,

    /// <summary>A hole of its sketch is refuted: what it wants to show on the way is false.</summary>
    Refuted,

    /// <summary>Lean turned it down.</summary>
    Rejected,

    /// <summary>A sketch of which Lean accepts all but its holes.</summary>
    Sketch,

    /// <summary>A proof, verified; or a sketch whose holes were proved and that was verified whole.</summary>
    Proved,
}

/// <summary>An answer of a member of the council, or of its chairman.</summary>
/// <param name="Member">Who.</param>
/// <param name="Model">The model behind it.</param>
/// <param name="Text">The answer; empty where none came.</param>
/// <param name="Standing">What Lean says of it.</param>
/// <param name="Says">Lean's word, or why there is none, in a sentence or a few lines.</param>
public sealed record CouncilAnswer(string Member, string Model, string Text, LeanStanding Standing, string Says)
{
    /// <summary>True for the chairman's.</summary>
    public bool IsChair { get; init; }
}

/// <summary>A vote: one member's order of the others' answers.</summary>
/// <param name="Voter">Who voted.</param>
/// <param name="Labels">Which label meant whose answer; drawn anew for each voter.</param>
/// <param name="Order">Members, the best first; empty for an invalid vote.</param>
/// <param name="Text">The whole review.</param>
public sealed record CouncilVote(string Voter, IReadOnlyDictionary<string, string> Labels, IReadOnlyList<string> Order, string Text)
{
    /// <summary>Why it does not count; null for a valid vote.</summary>
    public string? Problem { get; init; }
}

/// <summary>An answer's place by the votes. Votes never decide what is a proof, only what Lean is asked about first.</summary>
/// <param name="Member">Whose answer.</param>
/// <param name="MeanRank">Mean of its places, from 1; null where nobody ranked it.</param>
/// <param name="Borda">Points: for every vote one for each answer placed behind it.</param>
/// <param name="Votes">Valid votes that placed it.</param>
public sealed record RankedAnswer(string Member, double? MeanRank, int Borda, int Votes);

/// <summary>How far a member's word went together with Lean's in one thought.</summary>
/// <param name="Member">Who.</param>
/// <param name="Standing">What its own answer was worth.</param>
/// <param name="PairsRight">Pairs of answers that it ordered as Lean does.</param>
/// <param name="PairsWrong">Pairs that it ordered the other way.</param>
/// <param name="InvalidVotes">Votes that could not be counted.</param>
public sealed record MemberReliability(string Member, LeanStanding Standing, int PairsRight, int PairsWrong, int InvalidVotes)
{
    /// <summary>Part of the pairs that it ordered as Lean does; null where Lean tells no two answers apart.</summary>
    public double? Agreement => PairsRight + PairsWrong == 0 ? null : (double)PairsRight / (PairsRight + PairsWrong);
}

/// <summary>A council, stage by stage.</summary>
public sealed record CouncilReport
{
    /// <summary>Stage one: the members' answers, each made alone.</summary>
    public IReadOnlyList<CouncilAnswer> Answers { get; init; } = [];

    /// <summary>Stage two: the votes.</summary>
    public IReadOnlyList<CouncilVote> Votes { get; init; } = [];

    /// <summary>The votes counted.</summary>
    public IReadOnlyList<RankedAnswer> Ranking { get; init; } = [];

    /// <summary>Stage three: the chairman's; null where it was not needed.</summary>
    public CouncilAnswer? Chair { get; init; }

    /// <summary>Votes against Lean's word.</summary>
    public IReadOnlyList<MemberReliability> Reliability { get; init; } = [];
}
