using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Sampling.Portfolio.Templates;

/// <summary>Refutes by a counterexample in a small box of numbers, searched for by the kernel: the statement for all numbers gives it for
/// those in the box, which evaluates to false.</summary>
internal sealed class KernelRefutationTemplate : IScriptTemplate
{
    public string Name => "refute-search";

    public int? MaxHeartbeats => 60_000;

    public bool Refutes => true;

    /// <summary>Whether the statement is decidable for numbers in a box.</summary>
    public static bool AppliesTo(GoalFeatures goal) =>
        goal.Goal.IsKnown && goal.Data.Count == 0 && goal.Functions.Count == 0 && !goal.HasRationals && !goal.HasAny("∀∃");

    public IEnumerable<string> Scripts(GoalFeatures goal)
    {
        if (!AppliesTo(goal))
        {
            yield break;
        }

        if (goal.Scalars.Count == 0)
        {
            yield return "first | decide | omega | (simp; done)";
            yield break;
        }

        var (size, below) = goal.Scalars.Count switch { 1 => (200, 100), 2 => (24, 12), 3 => (9, 4), _ => (4, 2) };
        var (binders, arguments, types) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var declaration in LeadingArguments(goal))
        {
            var i = arguments.Count;
            if (GoalFeatures.ParseKind(declaration.Type) is { } kind)
            {
                binders.Add($"q{i} (_ : q{i} < {size})");
                arguments.Add(kind == NumberKind.Nat ? $"q{i}" : $"((q{i} : Int) - {below})");
                types.Add($"∀ q{i} : Nat, q{i} < {size} → ");
            }
            else
            {
                // A hypothesis between variables becomes a premise that Lean reads off its use.
                binders.Add($"q{i}");
                arguments.Add($"q{i}");
                types.Add("_ → ");
            }
        }

        yield return Script.Lines(
            "intro h",
            "revert h",
            $"refine fun h => absurd (fun {string.Join(' ', binders)} => @h {string.Join(' ', arguments)} : {string.Concat(types)}_) ?_",
            Script.DecideInKernel);
    }

    /// <summary>The context up to its last variable: what follows stays a premise.</summary>
    internal static IEnumerable<Declaration> LeadingArguments(GoalFeatures goal)
    {
        var hypotheses = goal.Hypotheses.ToHashSet(ReferenceEqualityComparer.Instance);
        var last = goal.Goal.Context.ToList().FindLastIndex(d => !hypotheses.Contains(d));
        return goal.Goal.Context.Take(last + 1);
    }
}

/// <summary>Refutes by trying small values of each type one after the other, where the kernel can't search: propositions, Booleans,
/// lists, rationals.</summary>
internal sealed class EnumeratedRefutationTemplate : IScriptTemplate
{
    private const int MaxTuples = 200;

    public string Name => "refute-values";

    public int? MaxHeartbeats => 100_000;

    public bool Refutes => true;

    public IEnumerable<string> Scripts(GoalFeatures goal)
    {
        var context = KernelRefutationTemplate.LeadingArguments(goal).ToList();
        // Over numbers quantifiers are seldom bounded, hence undecidable; over the members of a list they are not.
        if (context.Count == 0 || KernelRefutationTemplate.AppliesTo(goal) || (goal.Data.Count == 0 && goal.HasAny("∀∃")))
        {
            yield break;
        }

        IEnumerable<(int Size, string[] Values)> tuples = [(0, [])];
        foreach (var declaration in context)
        {
            if (goal.Hypotheses.Contains(declaration))
            {
                var proof = declaration.Type.StartsWith("DecidableEq ", StringComparison.Ordinal) ? "inferInstance" : "(by decide)";
                tuples = tuples.Select(t => (t.Size, t.Values.Append(proof).ToArray()));
            }
            else if (Values(context, declaration.Type) is { Length: > 0 } values)
            {
                tuples = tuples.SelectMany(t => values.Select((value, k) => (Math.Max(t.Size, k), t.Values.Append(value).ToArray())))
                    .OrderBy(t => t.Item1).Take(MaxTuples);
            }
            else
            {
                yield break;
            }
        }

        var decision = goal.HasRationals ? "decide +kernel" : "decide";
        yield return Script.Lines(
            "intro h",
            Script.FirstOf(tuples.Select(t => $"exact absurd (@h {string.Join(' ', t.Values)}) (by {decision})")));
    }

    /// <summary>Some closed terms of a type, simplest first; a type variable is taken for the natural numbers.</summary>
    private static string[] Values(List<Declaration> context, string type)
    {
        switch (type)
        {
            case "Prop":
                return ["True", "False"];
            case "Bool":
                return ["true", "false"];
            case "Type":
                return ["Nat"];
            case "Nat" or "ℕ":
                return [.. Enumerable.Range(0, 11).Select(k => $"{k}")];
            case "Int" or "ℤ":
                return ["0", "1", "(-1)", "2", "(-2)", "3", "(-3)", "4", "(-4)"];
            case "Nat → Nat" or "ℕ → ℕ":
                return ["(fun n => n)", "(fun _ => 0)", "(fun _ => 1)", "(fun n => n + 1)"];
            case "Rat" or "ℚ":
                return ["0", "1", "(-1)", "2", "(1 / 2)", "(-2)", "3"];
        }

        if (context.Any(d => d.Name == type && d.Type == "Type"))
        {
            return ["0", "1", "2"];
        }

        var argument = type.StartsWith("List ", StringComparison.Ordinal) ? type[5..] : type.StartsWith("Option ", StringComparison.Ordinal) ? type[7..] : null;
        if (argument is null || argument.Contains(' ', StringComparison.Ordinal) || Values(context, argument) is not [var first, var second, ..])
        {
            return [];
        }

        return type[0] == 'L'
            ? ["[]", $"[{first}]", $"[{second}]", $"[{first}, {first}]", $"[{first}, {second}]", $"[{second}, {first}]"]
            : ["none", $"(some {first})", $"(some {second})"];
    }
}
