namespace Prover.Core.Models;

/// <summary>Asks for one answer and waits for all of it.</summary>
public static class WholeAnswer
{
    /// <summary>The answer as it stood at its end; null when the budget left no room for one.</summary>
    /// <exception cref="ModelException">The model can't be had.</exception>
    public static async Task<AnswerUpdate?> AskAsync(
        LanguageModel model, ModelRequest request, ModelSession models, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        AnswerUpdate? last = null;
        await foreach (var update in models.AskAsync(model, request, cancellationToken).ConfigureAwait(false))
        {
            last = update;
        }

        return last;
    }
}
