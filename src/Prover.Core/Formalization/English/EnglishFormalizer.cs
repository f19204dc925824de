using Prover.Core.Models;
using Prover.Core.Verification;

namespace Prover.Core.Formalization.English;

/// <summary>Formalizes problems in controlled English with a grammar; needs no model and never guesses.</summary>
/// <remarks>Thread-safe. What it writes needs no imports, with or without Mathlib.</remarks>
public sealed class EnglishFormalizer(StatementCompiler statements) : IFormalizer
{
    /// <summary>What helps where the grammar does not.</summary>
    public const string Remedy =
        "Word the problem more simply (\"Let n be an integer. Prove that …\"), give the Lean statement yourself, or configure a language model: see 'prover models --help'.";

    /// <inheritdoc />
    public string Name => "english";

    /// <inheritdoc />
    public async Task<FormalizerAnswer> FormalizeAsync(InformalProblem problem, ModelSession models, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return EnglishReader.Read(problem.Text) switch
        {
            ReadingResult.Read(var reading) => await CheckAsync(reading, problem, cancellationToken).ConfigureAwait(false),
            ReadingResult.Refused(var refusal) => new FormalizerAnswer.Declined($"{refusal.Message} {Remedy}"),
            _ => throw new InvalidOperationException("There is no third way to end a reading."),
        };
    }

    private async Task<FormalizerAnswer> CheckAsync(Reading reading, InformalProblem problem, CancellationToken cancellationToken)
    {
        var text = reading.ToLean(problem.Name);
        try
        {
            var outcome = await statements.CompileAsync(text, cancellationToken: cancellationToken).ConfigureAwait(false);
            return outcome.Compiled is not null
                ? new FormalizerAnswer.Proposed(new FormalStatement(text, Name)) { Notes = reading.Notes }
                : new FormalizerAnswer.Declined($"The text was read as '{text}', but Lean did not finish checking that statement. Try again, or allow more time.") { LeanFailed = true };
        }
        catch (InvalidStatementException invalid)
        {
            return new FormalizerAnswer.Declined($"The text was read as '{text}', but: {invalid.Message} {Remedy}");
        }
    }
}
