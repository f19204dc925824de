namespace Prover.Core.Elementary.Stories;

/// <summary>A step of a proof in words.</summary>
/// <param name="FirstLine">Its first line in the whole text, from 1.</param>
/// <param name="LastLine">Its last line.</param>
/// <param name="English">What it does. Says so where the tactic is none that is understood.</param>
public sealed record StoryStep(int FirstLine, int LastLine, string English);

/// <summary>A proof told beside its text.</summary>
/// <param name="Steps">The steps in the order of their lines; together they cover all lines of the script that are not blank.</param>
/// <param name="HasGoals">Whether Lean told the goals; without them the story says what the tactics are, but not what they prove.</param>
public sealed record ProofStory(IReadOnlyList<StoryStep> Steps, bool HasGoals);
