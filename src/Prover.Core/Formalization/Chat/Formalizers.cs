using Prover.Core.Checking;
using Prover.Core.Formalization.English;
using Prover.Core.Models;
using Prover.Core.Prompts;
using Prover.Core.Verification;

namespace Prover.Core.Formalization.Chat;

/// <summary>The grammar, which needs no model, and with models at least two formalizers more: two prompts of one model, or several models.</summary>
/// <param name="models">The models.</param>
/// <param name="prompts">The prompts.</param>
/// <param name="checker">Says which Lean there is.</param>
/// <param name="statements">Says whether a statement elaborates.</param>
public sealed class Formalizers(ILanguageModels models, PromptLibrary prompts, ILeanChecker checker, StatementCompiler statements) : IFormalizers
{
    private static readonly string[] Prompts = ["formalize-plain", "formalize-careful"];

    private readonly EnglishFormalizer _english = new(statements);

    /// <inheritdoc />
    /// <exception cref="ModelException">A name is none of a configured model.</exception>
    public IReadOnlyList<IFormalizer> Of(IReadOnlyList<string>? models)
    {
        var names = Names(models);
        var each = names.Count == 1 ? Prompts.Select(p => (Name: names[0], Prompt: p)) : names.Select((n, i) => (Name: n, Prompt: Prompts[i % Prompts.Length]));
        return [_english, .. each.Select(e => Formalizer(e.Name, e.Prompt))];
    }

    /// <inheritdoc />
    public IFaithfulnessJudge? JudgeOf(IReadOnlyList<string>? models)
    {
        var usable = Names(models).Select(Usable).OfType<LanguageModel>().ToList();
        return usable.Count == 0 ? null : new ChatFaithfulnessJudge(usable, prompts);
    }

    /// <summary>Each model once: under two names it is still one opinion.</summary>
    private List<string> Names(IReadOnlyList<string>? chosen) =>
        [.. (chosen ?? [.. models.All.Select(m => m.Name)]).DistinctBy(n => models.All.FirstOrDefault(m => m.Name == n) is { } known ? $"{known.Endpoint} {known.ModelId}" : n)];

    private IFormalizer Formalizer(string name, string prompt)
    {
        try
        {
            return new ChatFormalizer(models.Get(name), prompt, prompts, checker, statements);
        }
        catch (ModelException e) when (models.All.Any(m => m.Name == name))
        {
            // Its key is missing, say: the others go on, and the reason is told.
            return new Absent($"{name}/{prompt}", e.Message);
        }
    }

    private LanguageModel? Usable(string name)
    {
        try
        {
            return models.Get(name);
        }
        catch (ModelException)
        {
            return null;
        }
    }

    private sealed class Absent(string name, string reason) : IFormalizer
    {
        public string Name => name;

        public Task<FormalizerAnswer> FormalizeAsync(InformalProblem problem, ModelSession models, CancellationToken cancellationToken = default) =>
            Task.FromResult<FormalizerAnswer>(new FormalizerAnswer.Declined(reason));
    }
}
