using Prover.Core.Formalization.Examination.Consistency;
using Prover.Core.Formalization.Examination.Reading;
using Prover.Core.Sampling.Portfolio.Goals;
using Prover.Core.Statements;
using Prover.Core.Verification;

namespace Prover.Bench.Screening;

/// <summary>The claim that the hypotheses of a statement contradict each other: a theorem of its own that concludes <c>False</c> from them.</summary>
/// <param name="Theorem">The theorem without its proof, as it stands before the statement's own.</param>
/// <param name="Statement">The same as a trusted statement, with what stands in front.</param>
/// <param name="FirstProof">A proof to try first.</param>
/// <param name="CutCheck">A text that Lean accepts only if the claim is about the statement's own hypotheses: the statement follows from the
/// claim at its variables and hypotheses, whatever it concludes.</param>
/// <param name="CutCheckName">Name of the theorem there.</param>
internal sealed record VacuityClaim(string Theorem, string Statement, string FirstProof, string CutCheck, string CutCheckName)
{
    private const int Instances = 6;
    private const string Close = "first | omega | (simp_all; done) | (simp_all; omega) | grind";

    /// <summary>The claim; null where there is nothing to claim: no hypotheses, no text that could be cut, or a statement that itself says that its
    /// hypotheses contradict each other (its conclusion is <c>False</c>).</summary>
    public static VacuityClaim? Of(CompiledStatement statement, Telescope? telescope)
    {
        var goal = GoalReader.Read(statement.Goal);
        if (!goal.IsKnown)
        {
            return null;
        }

        var bound = goal.Context.Take(goal.Context.Count - goal.Introduced.Count).ToList();

        // Premises after the colon count too, where Lean has confirmed what they are.
        if (telescope is { Hypotheses.Count: > 0, Conclusion: not Proposition.Constant { Value: false } } && telescope.Arguments.Count > bound.Count)
        {
            return OfTelescope(statement.Statement, telescope);
        }

        var concludesFalse = goal.Introduced.Count == 0 && goal.Conclusion == "False";
        var hypotheses = new GoalFeatures(goal).Hypotheses.Where(h => bound.Any(b => ReferenceEquals(b, h))).ToList();
        return hypotheses.Count == 0 || concludesFalse || statement.Statement.Binders is not { } binders
            ? null
            : OfBinders(statement.Statement, binders, bound.Count, hypotheses);
    }

    private static VacuityClaim OfBinders(TheoremStatement statement, string binders, int arguments, IEnumerable<Declaration> hypotheses)
    {
        var names = Enumerable.Range(0, arguments).Select(i => $"a{i}").ToList();
        var instances = hypotheses.Where(h => h.Type.StartsWith('∀'))
            .SelectMany((h, k) => Enumerable.Range(0, Instances).Select(i => $"have hi{k}_{i} := {h.Name} {i}"));
        return Make(statement, $"{binders}\n  : False", [.. instances, Close], names, names);
    }

    private static VacuityClaim OfTelescope(TheoremStatement statement, Telescope telescope)
    {
        var (variables, hypotheses, order) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var isVariable in telescope.Arguments)
        {
            var list = isVariable ? variables : hypotheses;
            order.Add($"{(isVariable ? 'v' : 'p')}{list.Count}");
            list.Add(order[^1]);
        }

        return Make(statement, $": {Contradiction.Claim(telescope)}", Contradiction.Proof(telescope).Split('\n'), order, [.. variables, .. hypotheses]);
    }

    private static VacuityClaim Make(
        TheoremStatement statement, string body, IEnumerable<string> proof, IReadOnlyList<string> names, IReadOnlyList<string> arguments)
    {
        var name = statement.LocalName;
        var theorem = $"theorem {name}_vacuous {body}";
        var follows = $"theorem {name}_follows : type_of% @{name} := by\n"
            + $"  intro {string.Join(' ', names)}\n  exact (@{name}_vacuous {string.Join(' ', arguments)}).elim\n";
        return new VacuityClaim(
            theorem,
            statement.Preface + theorem,
            string.Join("\n  ", proof.Prepend("by")),
            statement.WithProof("by sorry", $"{theorem} := by sorry") + "\n" + follows,
            $"{name}_follows");
    }
}
