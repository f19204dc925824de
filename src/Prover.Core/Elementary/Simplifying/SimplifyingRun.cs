using System.Diagnostics;
using Prover.Core.Checking;
using Prover.Core.Elementary.Stories;
using Prover.Core.Elementary.Texts;
using Prover.Core.Sampling.Portfolio;
using Prover.Core.Statements;
using Prover.Core.TacticSearch.Checking;
using Prover.Core.TacticSearch.Minimizing;

namespace Prover.Core.Elementary.Simplifying;

/// <summary>One simplification: what is light and short first, then what Lean proposes, then fewer axioms, then names.</summary>
/// <param name="checker">Runs Lean.</param>
/// <param name="statement">The statement, with what stands in front of it.</param>
/// <param name="request">The limits.</param>
/// <param name="theorem">The theorem's full name.</param>
/// <param name="axioms">The given proof's axioms.</param>
internal sealed class SimplifyingRun(ILeanChecker checker, TheoremStatement statement, SimplifyRequest request, string? theorem, IReadOnlyList<string> axioms)
{
    private const int Heartbeats = 30_000;
    private const int MostNames = 12;

    // Nothing heavier may swallow steps that a reader can follow.
    private static readonly string[] LightEnds = ["omega", "rfl", "assumption"];

    private readonly TrialBatch _batch = new(checker, statement);
    private readonly List<string> _changes = [];

    /// <summary>The script that is left, and what was changed.</summary>
    public async Task<(string Script, IReadOnlyList<string> Changes)> RunAsync(string script, long started, CancellationToken cancellationToken)
    {
        TimeSpan Left() => request.TimeLimit - Stopwatch.GetElapsedTime(started);
        script = await LightenAsync(script, Left(), cancellationToken).ConfigureAwait(false);
        if (Left() > TimeSpan.Zero)
        {
            script = await AskLeanAsync(script, Left, cancellationToken).ConfigureAwait(false);
        }

        if (request.NameSteps)
        {
            script = await NameAsync(script, Left, cancellationToken).ConfigureAwait(false);
        }

        return (script, _changes);
    }

    private async Task<string> LightenAsync(string script, TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        var minimizer = new ProofMinimizer(_batch, Heartbeats)
        {
            Variants = s => ScriptVariants.Of(s, LightEnds).Concat(LighterTactics.Of(s)),
            Cost = TacticCost.Of,
            MostVariants = 24,
            MostRounds = 16,
        };
        var lighter = await minimizer.MinimizeAsync(script, timeLimit, cancellationToken).ConfigureAwait(false);
        if (lighter == script || await AxiomsAsync(lighter, cancellationToken).ConfigureAwait(false) is not { } found || !found.All(axioms.Contains))
        {
            return script;
        }

        Tell(script, lighter, found);
        return lighter;
    }

    /// <summary>Tries what Lean proposes in place of heavy tactics, as long as that helps.</summary>
    private async Task<string> AskLeanAsync(string script, Func<TimeSpan> left, CancellationToken cancellationToken)
    {
        var suggestions = new LeanSuggestions(checker, statement);
        var current = await AxiomsAsync(script, cancellationToken).ConfigureAwait(false) ?? axioms;
        for (var isBetter = true; isBetter && left() > TimeSpan.Zero;)
        {
            isBetter = false;
            foreach (var proposed in await suggestions.ForAsync(script, Shorter(left()), cancellationToken).ConfigureAwait(false))
            {
                if (left() > TimeSpan.Zero
                    && await AxiomsAsync(proposed, cancellationToken).ConfigureAwait(false) is { } found && found.All(current.Contains)
                    && (found.Count < current.Count || TacticCost.Of(proposed) < TacticCost.Of(script)))
                {
                    Tell(script, proposed, found);
                    (script, current, isBetter) = (proposed, found, true);
                    break;
                }
            }
        }

        return script;
    }

    private async Task<string> NameAsync(string script, Func<TimeSpan> left, CancellationToken cancellationToken)
    {
        for (var i = 0; i < MostNames && left() > TimeSpan.Zero && NamedSteps.NameFirst(script) is { } named; i++)
        {
            if (!await AcceptsAsync(named, cancellationToken).ConfigureAwait(false))
            {
                break;
            }

            script = named;
            _changes.Add("a step was given a name");
        }

        if (left() > TimeSpan.Zero && NamedSteps.NameBullets(script, _ => "⊢ _") is not null)
        {
            var goals = await new StepGoals(checker, statement).ReadAsync(script, Shorter(left()), cancellationToken).ConfigureAwait(false);
            if (NamedSteps.NameBullets(script, line => goals.GetValueOrDefault(line)) is { } split && await AcceptsAsync(split, cancellationToken).ConfigureAwait(false))
            {
                script = split;
                _changes.Add("the parts of a conjunction were given names");
            }
        }

        return script;
    }

    private async Task<bool> AcceptsAsync(string script, CancellationToken cancellationToken) =>
        await AxiomsAsync(script, cancellationToken).ConfigureAwait(false) is { } found && found.All(axioms.Contains);

    /// <summary>The axioms of the theorem with this script; null where Lean does not accept it.</summary>
    private async Task<IReadOnlyList<string>?> AxiomsAsync(string script, CancellationToken cancellationToken)
    {
        var check = new CheckRequest
        {
            Text = statement.WithProof(Script.AsProof(script)),
            TheoremName = theorem,
            AskKernelAgain = false,
            MaxHeartbeats = Heartbeats,
            TimeLimit = request.CheckTimeLimit,
        };
        var outcome = await checker.CheckAsync(check, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return outcome is CheckOutcome.Completed { HasErrors: false, Sorries.Count: 0, Theorem: { } facts } ? facts.Axioms : null;
    }

    private TimeSpan Shorter(TimeSpan left) => left < request.CheckTimeLimit ? left : request.CheckTimeLimit;

    private void Tell(string before, string after, IReadOnlyList<string> found)
    {
        var (heavy, light) = (TacticCost.Tactics(before).Distinct().ToList(), TacticCost.Tactics(after).Distinct().ToList());
        var gone = heavy.Where(t => !light.Contains(t) && TacticCost.WeightOf(t) > 1).ToList();
        var axiomsGone = axioms.Where(a => !found.Contains(a)).ToList();
        _changes.Add($"{before.Length} characters became {after.Length}"
            + (gone.Count > 0 ? $"; without {string.Join(", ", gone.Select(t => $"'{t}'"))}" : string.Empty)
            + (axiomsGone.Count > 0 ? $"; without the axioms {string.Join(", ", axiomsGone)}" : string.Empty));
    }
}
