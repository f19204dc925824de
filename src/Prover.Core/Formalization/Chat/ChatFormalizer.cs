using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using Prover.Core.Checking;
using Prover.Core.Lean;
using Prover.Core.Models;
using Prover.Core.Prompts;
using Prover.Core.Verification;

namespace Prover.Core.Formalization.Chat;

/// <summary>A language model with a prompt as formalizer: it writes a statement, Lean says what is wrong with it, it corrects it.</summary>
/// <remarks>Two prompts, or two models, make two independent formalizers (after Goedel-Prover's pair of formalizers).</remarks>
/// <param name="model">The model.</param>
/// <param name="prompt">Name of the prompt, e.g. <c>formalize-plain</c>.</param>
/// <param name="prompts">The prompts.</param>
/// <param name="checker">Says which Lean the model writes for.</param>
/// <param name="statements">Says whether a statement elaborates.</param>
public sealed partial class ChatFormalizer(LanguageModel model, string prompt, PromptLibrary prompts, ILeanChecker checker, StatementCompiler statements) : IFormalizer
{
    private const string Purpose = "formalize";

    private const string Strictly = "set_option autoImplicit false\n";

    // A first try and so many corrections: who has not found it by then does not find it.
    private const int MaxRounds = 4;

    /// <inheritdoc />
    public string Name => $"{model.Info.Name}/{prompt}";

    /// <inheritdoc />
    public async Task<FormalizerAnswer> FormalizeAsync(InformalProblem problem, ModelSession models, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(models);
        var library = LeanLibrary.Of(await checker.GetIdentityAsync(cancellationToken).ConfigureAwait(false));
        var rendered = prompts.Render(prompt, PromptValues.Of(problem, library));
        IReadOnlyList<ChatMessage> messages = rendered.Messages;
        var objection = "it gave no answer";
        for (var round = 0; round < MaxRounds; round++)
        {
            var request = new ModelRequest { Purpose = Purpose, Messages = messages };
            if (await WholeAnswer.AskAsync(model, request, models, cancellationToken).ConfigureAwait(false) is not { } answer)
            {
                return new FormalizerAnswer.Declined($"'{Name}' has no tokens left to ask its model.");
            }

            if (Refusal().Match(answer.Text) is { Success: true } refusal)
            {
                return new FormalizerAnswer.Declined($"'{Name}': {refusal.Groups["reason"].Value.Trim()}");
            }

            // What was cut off may elaborate and say something else: "12 ∣ n" begins with "1".
            var (statement, said) = answer.End == AnswerEnd.Stop
                ? await JudgeAsync(answer.Text, problem, cancellationToken).ConfigureAwait(false)
                : (null, "The answer was cut off before its end. Be brief.");
            if (statement is not null)
            {
                return new FormalizerAnswer.Proposed(new FormalStatement(statement, $"{model.Info.Name}/{rendered.Origin}"));
            }

            if (said is null)
            {
                return new FormalizerAnswer.Declined($"'{Name}' proposes a statement, but Lean could not be asked about it. Try again; 'prover doctor' says what is wrong with Lean.") { LeanFailed = true };
            }

            objection = said;
            models.Report(new ModelEvent.Unusable(model.Info.Name, Purpose, objection));
            messages = prompts.Render("formalize-repair", PromptValues.Of(problem, library, answer.Text, objection)).Messages;
        }

        return new FormalizerAnswer.Declined($"'{Name}' found no statement that Lean accepts: {objection}");
    }

    [GeneratedRegex(@"^\W*CANNOT:(?<reason>.*)$", RegexOptions.Multiline)]
    private static partial Regex Refusal();

    /// <summary>The statement that an answer gives, or what is wrong with it; neither where Lean could not be asked.</summary>
    private async Task<(string? Statement, string? Objection)> JudgeAsync(string answer, InformalProblem problem, CancellationToken cancellationToken)
    {
        var (statement, objection) = StatementAnswer.Read(answer, problem.Name);
        if (statement is null)
        {
            return (null, objection);
        }

        var linesBefore = 0;
        try
        {
            // As it is, and once more where a misspelt name does not become a variable.
            foreach (var text in new[] { statement, Strictly + statement })
            {
                var (compiled, failure) = await statements.CompileAsync(text, null, cancellationToken).ConfigureAwait(false);
                if (compiled is null)
                {
                    return failure switch
                    {
                        CheckOutcome.Cancelled => throw new OperationCanceledException(cancellationToken),
                        CheckOutcome.TimedOut late => (null, Judge.Unknown(late).Reason),
                        _ => (null, null),
                    };
                }

                linesBefore = 1;
            }

            return (statement, null);
        }
        catch (InvalidStatementException e)
        {
            var errors = e.Messages.Where(m => m.Severity == LeanSeverity.Error)
                .Select(m => $"line {m.Start.Line - linesBefore}, column {m.Start.Column}: {m.Text.TrimEnd()}");
            return (null, string.Join('\n', errors) is { Length: > 0 } told ? told : e.Message);
        }
    }
}
