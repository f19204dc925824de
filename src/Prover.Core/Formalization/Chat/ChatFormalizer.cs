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

            var (statement, said) = await JudgeAsync(answer.Text, problem, cancellationToken).ConfigureAwait(false);
            if (statement is not null)
            {
                return new FormalizerAnswer.Proposed(new FormalStatement(statement, $"{model.Info.Name}/{rendered.Origin}"));
            }

            objection = said!;
            models.Report(new ModelEvent.Unusable(model.Info.Name, Purpose, objection));
            messages = prompts.Render("formalize-repair", PromptValues.Of(problem, library, answer.Text, objection)).Messages;
        }

        return new FormalizerAnswer.Declined($"'{Name}' found no statement that Lean accepts: {objection}");
    }

    [GeneratedRegex(@"^\W*CANNOT:(?<reason>.*)$", RegexOptions.Multiline)]
    private static partial Regex Refusal();

    /// <summary>The statement that an answer gives, or what is wrong with it.</summary>
    private async Task<(string? Statement, string? Objection)> JudgeAsync(string answer, InformalProblem problem, CancellationToken cancellationToken)
    {
        var (statement, objection) = StatementAnswer.Read(answer, problem.Name);
        if (statement is null)
        {
            return (null, objection);
        }

        try
        {
            var (compiled, failure) = await statements.CompileAsync(statement, null, cancellationToken).ConfigureAwait(false);
            return compiled is not null ? (statement, null)
                : failure is CheckOutcome.Cancelled ? throw new OperationCanceledException(cancellationToken)
                : (null, Judge.Unknown(failure!).Reason);
        }
        catch (InvalidStatementException e)
        {
            var errors = e.Messages.Where(m => m.Severity == LeanSeverity.Error).Select(m => $"line {m.Start.Line}, column {m.Start.Column}: {m.Text.TrimEnd()}");
            return (null, string.Join('\n', errors) is { Length: > 0 } told ? told : e.Message);
        }
    }
}
