using Prover.Core.Checking;
using Prover.Core.Elementary.Stories;
using Prover.Core.Elementary.Texts;
using Prover.Core.Statements;

namespace Prover.Core.Elementary;

/// <summary>Tells a proof in English beside its Lean text, each step tied to its lines. What is said of a step comes from its tactic and from the goals that Lean reports
/// in front of it and behind it.</summary>
/// <remarks>It explains a proof and judges none: verify it first.</remarks>
/// <param name="checker">Runs Lean.</param>
public sealed class ProofStoryteller(ILeanChecker checker)
{
    /// <summary>Tells a proof.</summary>
    /// <param name="statement">The statement with what stands in front of it.</param>
    /// <param name="proof">What stands after <c>:=</c>.</param>
    /// <param name="firstLine">The line of the whole text on which the proof begins, from 1.</param>
    /// <param name="timeLimit">Wall-clock limit of each check.</param>
    /// <param name="cancellationToken">Ends it with an exception.</param>
    public async Task<ProofStory> TellAsync(
        TheoremStatement statement, string proof, int firstLine, TimeSpan timeLimit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(proof);
        if (TacticScript.Of(proof) is not { } script)
        {
            var last = firstLine + proof.Trim().AsSpan().Count('\n');
            var what = proof.Trim().StartsWith("by", StringComparison.Ordinal)
                ? "The proof is a block of tactics whose layout could not be taken apart."
                : "The proof is a term; Lean checks that its type is the statement.";
            return new ProofStory([new StoryStep(firstLine, last, what)], false);
        }

        var goals = await new StepGoals(checker, statement).ReadAsync(script.Text, timeLimit, cancellationToken).ConfigureAwait(false);
        var steps = ScriptStep.Of(script.Text);
        var told = steps.Select((step, i) => new StoryStep(
            firstLine + script.Offset + step.First,
            firstLine + script.Offset + step.Last,
            StorySentence.Of(step, goals.GetValueOrDefault(step.First), After(steps, i) is { } next ? goals.GetValueOrDefault(next.First) : null)));
        return new ProofStory([.. told], goals.Count > 0);
    }

    /// <summary>The step that meets the goal which this one leaves: the next of its block, or the first of the block that it opens.</summary>
    private static ScriptStep? After(IReadOnlyList<ScriptStep> steps, int index)
    {
        var step = steps[index];
        return step.Closes && !step.Opens
            ? null
            : steps.Skip(index + 1).FirstOrDefault(s => step.Opens ? s.First == step.Last + 1 : s.Column == step.Column);
    }
}
