using System.Text.RegularExpressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Elementary.Stories;

/// <summary>The sentence for one step, by its tactic and the goals around it.</summary>
internal static partial class StorySentence
{
    private const int LongestGoal = 160;

    /// <summary>The sentence.</summary>
    /// <param name="step">The step.</param>
    /// <param name="before">The goal in front of it as Lean prints it; null where it is not known.</param>
    /// <param name="after">The goal behind it; null where it leaves none, or it is not known.</param>
    public static string Of(ScriptStep step, string? before, string? after)
    {
        var (goal, next) = (GoalReader.ReadAsPrinted(before), GoalReader.ReadAsPrinted(after));
        var tactic = step.Text;
        var sentence = CaseOf(tactic) is { } alone ? alone : Combined(tactic) ?? Known(step, tactic, goal, next) ?? Unknown(step, tactic, goal, next);
        return step.Prefix switch
        {
            "" => sentence,
            "·" => $"For this part{(goal.IsKnown ? $", {Cut(goal.Conclusion)}" : string.Empty)}: {sentence}",
            var prefix => $"{CaseOf(prefix) ?? $"In the part '{prefix}':"} {sentence}",
        };
    }

    private static string? Known(ScriptStep step, string tactic, Goal goal, Goal next)
    {
        var word = Word().Match(tactic).Value;
        var rest = tactic[word.Length..].Trim();
        switch (word)
        {
            case "intro" or "intros" or "rintro":
                return Introduced(goal, next) ?? $"Introduce {(rest.Length > 0 ? rest : "what the goal begins with")}.";
            case "induction":
                return $"We argue by induction on {rest.Split(" with")[0]}.";
            case "cases" or "rcases" or "obtain" or "match":
                return $"We take apart {Quote(rest)}{(word == "cases" || rest.Contains('|', StringComparison.Ordinal) ? " and look at each case" : string.Empty)}.";
            case "by_cases":
                return $"We distinguish whether {rest[(rest.IndexOf(" : ", StringComparison.Ordinal) is >= 0 and var c ? c + 3 : 0)..]} holds or not.";
            case "have" or "suffices" or "show" or "change":
                return Claim(word, rest, step);
            case "constructor" or "and_intros":
                return goal.IsKnown ? $"The goal {Cut(goal.Conclusion)} is shown part by part." : "The goal is shown part by part.";
            case "left" or "right":
                return $"We show the {word} side of the alternative{Becomes(next)}.";
            case "exists" or "use":
                return $"We give the witness {Quote(rest)}.";
            case "exact":
                return $"{Closed(goal)}: it is what {Quote(rest)} states.";
            case "apply" or "refine":
                return step.Closes && !step.Opens ? $"{Closed(goal)} by {Quote(rest)}." : $"We use {Quote(rest)}{(next.IsKnown ? $"; it is left to show {Cut(next.Conclusion)}" : string.Empty)}.";
            case "rw" or "rewrite" or "simp_rw":
                return Rewritten("Rewriting with", rest, step, goal, next);
            case "simp" or "dsimp" or "simp_all" or "simp_arith" or "push_cast" or "norm_cast" or "unfold" or "subst":
                return Rewritten(word switch { "unfold" => "Unfolding", "subst" => "Replacing by the equation", _ => $"Simplifying ('{word}') with" }, rest, step, goal, next);
            case "calc":
                return $"We calculate: {Cut(rest)}.";
            case "exfalso":
                return "We show that the hypotheses contradict each other.";
            case "specialize":
                return $"We take a hypothesis at particular values: {Quote(rest)}.";
            case "generalize":
                return $"We forget what {Quote(rest)} stands for: only its name is used.";
            case "revert" or "clear" or "rename_i":
                return word switch
                {
                    "revert" => $"{rest} becomes part of the goal again{Becomes(next)}.",
                    "clear" => $"{rest} is no longer needed.",
                    _ => $"What had no name is called {rest}.",
                };
            default:
                return Closing(word, step, goal);
        }
    }

    private static string? Closing(string word, ScriptStep step, Goal goal) => !step.Closes ? null : word switch
    {
        "rfl" => $"{Closed(goal)}: both sides are the same by computation and definitions.",
        "assumption" => $"{Closed(goal)}: it is one of the hypotheses.",
        "trivial" => $"{Closed(goal)} trivially.",
        "contradiction" => "Two hypotheses contradict each other, which ends this part.",
        "omega" => $"{Closed(goal)}: it follows from the hypotheses by linear arithmetic over whole numbers ('omega').",
        "decide" => $"{Closed(goal)}: it is evaluated ('decide').",
        "grind" => $"{Closed(goal)} by automatic reasoning ('grind': equalities, cases, polynomial and linear arithmetic).",
        "ac_rfl" => $"{Closed(goal)}: both sides are the same up to order and brackets.",
        _ => null,
    };

    private static string Unknown(ScriptStep step, string tactic, Goal goal, Goal next) => step.Closes && !step.Opens
        ? $"By the tactic {Quote(tactic)}, which closes the goal{(goal.IsKnown ? $" {Cut(goal.Conclusion)}" : string.Empty)}."
        : $"By the tactic {Quote(tactic)}{(next.IsKnown ? $", after which the goal is {Cut(next.Conclusion)}" : string.Empty)}.";

    /// <summary>Tactics joined on one line are named and not told apart.</summary>
    private static string? Combined(string tactic) =>
        tactic.Contains("<;>", StringComparison.Ordinal) || (Joined().IsMatch(tactic) && !tactic.Contains(":= by", StringComparison.Ordinal))
            ? $"By the tactics {Quote(tactic)}, one after the other."
            : null;

    private static string Claim(string word, string rest, ScriptStep step)
    {
        var sign = rest.IndexOf(":=", StringComparison.Ordinal);
        var claim = (sign < 0 ? rest : rest[..sign]).Trim();
        var proof = sign < 0 ? string.Empty : rest[(sign + 2)..].Trim();
        var (name, type) = claim.IndexOf(" : ", StringComparison.Ordinal) is >= 0 and var colon ? (claim[..colon].Trim(), claim[(colon + 3)..].Trim())
            : claim.StartsWith(": ", StringComparison.Ordinal) ? (string.Empty, claim[2..].Trim()) : (claim, string.Empty);
        if (word is "show" or "change")
        {
            return $"The goal is, by definition, {Cut(claim)}.";
        }

        var what = (name, type) switch
        {
            ("", _) => Cut(type),
            (_, "") => $"a fact named {name}",
            _ => $"({name}) {Cut(type)}",
        };
        return word == "suffices" ? $"It suffices to show {what}."
            : step.Opens ? $"First we show {what}."
            : proof.Length > 0 ? $"We have {what}, by {Quote(proof.StartsWith("by ", StringComparison.Ordinal) ? proof[3..] : proof)}."
            : $"We show {what}.";
    }

    private static string Rewritten(string how, string rest, ScriptStep step, Goal goal, Goal next)
    {
        var with = rest.Length > 0 ? $" {Quote(rest)}" : " the library's rules";
        return step.Closes && !step.Opens
            ? $"{how}{with} closes the goal{(goal.IsKnown ? $" {Cut(goal.Conclusion)}" : string.Empty)}."
            : !next.IsKnown ? $"{how}{with}."
            : goal.IsKnown && goal.Conclusion == next.Conclusion ? $"{how}{with} changes the hypotheses."
            : $"{how}{with} turns the goal into {Cut(next.Conclusion)}.";
    }

    /// <summary>What is new in the context, by the goals alone.</summary>
    private static string? Introduced(Goal goal, Goal next)
    {
        if (!goal.IsKnown || !next.IsKnown)
        {
            return null;
        }

        var fresh = next.Context.Where(d => !goal.Context.Any(o => o.Name == d.Name && o.Type == d.Type)).ToList();
        return fresh.Count == 0
            ? null
            : $"{string.Join(" ", fresh.Select(d => IsData(d.Type) ? $"Let {d.Name} be any element of {d.Type}." : $"Let {d.Name} stand for: {Cut(d.Type)}."))} The goal is now {Cut(next.Conclusion)}.";
    }

    private static bool IsData(string type) => Data().IsMatch(type);

    private static string Becomes(Goal next) => next.IsKnown ? $", {Cut(next.Conclusion)}" : string.Empty;

    private static string Closed(Goal goal) => goal.IsKnown ? $"{Cut(goal.Conclusion)} holds" : "The goal holds";

    /// <summary>The head of a case, which proves nothing itself.</summary>
    private static string? CaseOf(string text)
    {
        var match = CaseHead().Match(text);
        return !match.Success ? null : match.Groups["name"].Value.Trim() switch
        {
            "zero" => "In the case of zero:",
            var name when name.StartsWith("succ ", StringComparison.Ordinal) && name.Split(' ') is [_, var n, var hypothesis] => $"In the step from {n} to {n} + 1, with the induction hypothesis {hypothesis}:",
            var name => $"In the case '{name}':",
        };
    }

    private static string Quote(string text) => $"`{Cut(text)}`";

    private static string Cut(string text) => text.Length <= LongestGoal ? text : text[..LongestGoal] + "…";

    [GeneratedRegex(@"^[A-Za-z_]+[?!]?")]
    private static partial Regex Word();

    [GeneratedRegex(@"^(\||case|next) ?(?<name>[^=]*) =>$")]
    private static partial Regex CaseHead();

    [GeneratedRegex(@";(?![^\[(⟨]*[\])⟩])")]
    private static partial Regex Joined();

    [GeneratedRegex(@"^(Nat|Int|Bool|Rat|String|Char|ℕ|ℤ|ℚ|(List|Option|Array|Fin) [^=<>≤≥]*|Type( .*)?|(Nat|Int|ℕ|ℤ) → (Nat|Int|ℕ|ℤ))$")]
    private static partial Regex Data();
}
