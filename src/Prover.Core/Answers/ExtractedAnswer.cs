namespace Prover.Core.Answers;

/// <summary>What was found in a model's answer. Only a proposal: whatever the answer states, the proof is set into our statement.</summary>
/// <param name="Message">In a sentence, for people and for the model that is asked to repair it.</param>
public abstract record ExtractedAnswer(string Message)
{
    /// <summary>A proof.</summary>
    /// <param name="Proof">As it goes into our statement.</param>
    public sealed record Found(ProofText Proof) : ExtractedAnswer("A proof was found.")
    {
        /// <summary>The same proof under the statement that the answer gives itself, as a lemma from which ours is to follow: for answers
        /// that state it otherwise (other names of hypotheses, other order). Null when they state it as we do, or not at all.</summary>
        public ProofText? AsLemma { get; init; }

        /// <summary>What was changed or left out, in short sentences.</summary>
        public IReadOnlyList<string> Notes { get; init; } = [];

        /// <inheritdoc />
        public bool Equals(Found? other) => other is not null && Proof == other.Proof && AsLemma == other.AsLemma;

        /// <inheritdoc />
        public override int GetHashCode() => HashCode.Combine(Proof, AsLemma);
    }

    /// <summary>No Lean in it.</summary>
    public sealed record NoCode() : ExtractedAnswer(
        "The answer holds no Lean code. Give the whole theorem with its proof in one fenced block marked lean4.");

    /// <summary>The statement, but no proof.</summary>
    public sealed record OnlyStatement() : ExtractedAnswer(
        "The answer repeats the statement but proves nothing. Write the proof after ':='.");

    /// <summary>The proof has holes.</summary>
    /// <param name="Proof">The proof with its holes.</param>
    /// <param name="Holes">How many <c>sorry</c> or <c>admit</c>.</param>
    public sealed record LeftSorry(ProofText Proof, int Holes) : ExtractedAnswer(
        $"The proof leaves {(Holes == 1 ? "a hole" : $"{Holes} holes")} ('sorry' or 'admit'). Every step has to be proved.");

    /// <summary>The answer stopped in the middle of the code.</summary>
    public sealed record CutOff() : ExtractedAnswer(
        "The answer was cut off before the proof was complete. Think shorter and give a shorter proof.");
}

/// <summary>A proof as text.</summary>
/// <param name="Proof">What stands after <c>:=</c>.</param>
/// <param name="Helpers">Lemmas and definitions of its own that go in front of the theorem; empty for none.</param>
public sealed record ProofText(string Proof, string Helpers = "");
