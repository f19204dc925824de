using System.Text.RegularExpressions;

namespace Prover.Core.Sampling.Portfolio.Goals;

/// <summary>Does in text what <c>intro</c> does: moves leading quantifiers and premises into the context.</summary>
internal static partial class Introduction
{
    private const int MaxIntroduced = 24;

    // An arrow after one of these may stand inside it.
    private static readonly string[] OpensToTheRight = ["∀", "∃", "fun ", "λ", "let ", "have ", "if ", "match ", "↔"];

    /// <summary>The goal with a conclusion that begins with neither ∀ nor a premise.</summary>
    public static Goal Apply(Goal goal)
    {
        var context = goal.Context.ToList();
        var names = new List<string>();
        var conclusion = goal.Conclusion;
        while (names.Count < MaxIntroduced && (Quantifier(ref conclusion, context, names) || Premise(ref conclusion, context, names)))
        {
        }

        return names.Count == 0 ? goal : goal with { Context = context, Conclusion = conclusion, Introduced = names };
    }

    private static bool Quantifier(ref string conclusion, List<Declaration> context, List<string> names)
    {
        if (!conclusion.StartsWith('∀') || TopLevel.IndexOf(conclusion, ",") is not (> 0 and var comma))
        {
            return false;
        }

        var found = new List<Declaration>();
        var binders = conclusion[1..comma].Trim();
        if (Bounded().Match(binders) is { Success: true } bounded)
        {
            // `∀ x ∈ xs, …` hides the type of x: what is not known to be a number is left alone.
            found.Add(new Declaration(bounded.Groups["name"].Value, "_"));
            found.Add(new Declaration(Fresh(context, names), binders));
        }
        else
        {
            foreach (Match group in Binder().Matches(binders))
            {
                var type = group.Groups["type"].Value.Trim();
                found.AddRange(group.Groups["names"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Select(name => new Declaration(name, type)));
            }

            if (Binder().Replace(binders, string.Empty).Trim().Length > 0)
            {
                return false;
            }
        }

        // A binder that hides an earlier name would leave that one inaccessible.
        if (found.Count == 0 || found.Any(d => context.Any(c => c.Name == d.Name)))
        {
            return false;
        }

        context.AddRange(found);
        names.AddRange(found.Select(d => d.Name));
        conclusion = conclusion[(comma + 1)..].Trim();
        return true;
    }

    private static bool Premise(ref string conclusion, List<Declaration> context, List<string> names)
    {
        if (TopLevel.IndexOf(conclusion, " → ") is not (> 0 and var arrow)
            || TopLevel.IndexOf(conclusion, " ↔ ") >= 0
            || OpensToTheRight.Any(conclusion[..arrow].Contains))
        {
            return false;
        }

        var premise = new Declaration(Fresh(context, names), conclusion[..arrow].Trim());
        context.Add(premise);
        names.Add(premise.Name);
        conclusion = conclusion[(arrow + 3)..].Trim();
        return true;
    }

    private static string Fresh(List<Declaration> context, List<string> names)
    {
        var number = names.Count;
        while (context.Any(c => c.Name == $"hi{number}"))
        {
            number++;
        }

        return $"hi{number}";
    }

    [GeneratedRegex(@"^(?<name>[^\s():{}\[\]]+) (∈|<|≤|>|≥) ")]
    private static partial Regex Bounded();

    [GeneratedRegex(@"[({⦃](?<names>[^:(){}\[\]]+) : (?<type>(?:[^(){}]|\([^()]*\))+)[)}⦄]")]
    private static partial Regex Binder();
}
