using System.Text;
using Prover.Core.Formalization.English.Elaboration;
using Prover.Core.Formalization.English.Syntax;

namespace Prover.Core.Formalization.English.Writing;

/// <summary>Writes a problem as a Lean theorem without a proof.</summary>
internal static class LeanWriter
{
    private static readonly (string Name, string Text)[] Helpers =
    [
        ("factorial", "/-- `n!` -/\ndef factorial : Nat → Nat\n  | 0 => 1\n  | n + 1 => (n + 1) * factorial n\n\n"),
        ("sumBelow", "/-- `f 0 + f 1 + … + f (n - 1)` -/\ndef sumBelow (f : Nat → Nat) : Nat → Nat\n  | 0 => 0\n  | n + 1 => sumBelow f n + f n\n\n"),
    ];

    /// <summary>The theorem's text.</summary>
    /// <exception cref="UnsaidException">Something in it has no faithful form.</exception>
    public static string Write(FormalProblem problem, string name)
    {
        var domains = problem.Variables.ToDictionary(v => v.Name, v => v.Domain);
        var used = domains.Keys.Concat(problem.Hypotheses.Append(problem.Conclusion).SelectMany(Build.Binders).Select(b => b.Name)).ToHashSet();
        var helpers = new HashSet<string>();
        var formulas = new LeanFormulas(domains, used, helpers);
        var text = new StringBuilder($"theorem {name}");
        for (var i = 0; i < problem.Variables.Count;)
        {
            var same = problem.Variables.Skip(i).TakeWhile(v => v.Domain == problem.Variables[i].Domain).ToArray();
            text.Append($" ({string.Join(' ', same.Select(v => v.Name))} : {LeanTerms.Type(same[0].Domain)})");
            i += same.Length;
        }

        foreach (var (index, hypothesis) in problem.Hypotheses.Index())
        {
            text.Append($" (h{Subscript(index + 1)} : {formulas.Write(hypothesis)})");
        }

        text.Append($" : {formulas.Write(problem.Conclusion)}");
        return string.Concat(Helpers.Where(h => helpers.Contains(h.Name)).Select(h => h.Text)) + text;
    }

    private static string Subscript(int number) => string.Concat(number.ToString().Select(c => (char)('₀' + (c - '0'))));
}
