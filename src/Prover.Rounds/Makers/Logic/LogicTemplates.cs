namespace Prover.Rounds.Makers.Logic;

/// <summary>Tautologies, found by their truth tables, and facts of quantifiers.</summary>
internal static class LogicTemplates
{
    private const int MaxDraws = 200;

    private static readonly string[] Letters = ["p", "q", "r", "s", "t"];

    public static IReadOnlyList<Template> All { get; } =
    [
        new("entailment", 1, 8, Entailment),
        new("least_number", 8, 10, LeastNumber),
        new("drinker", 7, 10, Drinker),
        new("pigeonhole", 9, 10, Pigeonhole),
    ];

    /// <summary>Premises that entail a conclusion, all of them needed and able to hold together.</summary>
    private static Draft Entailment(SeededRandom random, int difficulty)
    {
        var (count, premises) = (Math.Min(5, 2 + ((difficulty + 1) / 2)), Math.Min(4, 1 + (difficulty / 2)));
        while (true)
        {
            var given = Enumerable.Range(0, premises).Select(_ => Draw(random, count, 1 + (difficulty / 4))).ToList();
            var tables = given.Select(f => f.Table).ToList();
            var models = tables.Aggregate((a, b) => a & b);
            for (var i = 0; models != 0 && i < MaxDraws; i++)
            {
                var conclusion = Draw(random, count, 1 + (difficulty / 3));
                var table = conclusion.Table;
                if ((models & ~table) == 0 && Enumerable.Range(0, premises).All(left => IsNeeded(left, table)))
                {
                    var hypotheses = string.Join(' ', given.Select((f, k) => $"(h{k} : {f.Text(Letters)})"));
                    return new Draft($"({string.Join(' ', Letters.Take(count))} : Prop) {hypotheses}", conclusion.Text(Letters));
                }
            }

            bool IsNeeded(int left, uint table) => (tables.Where((_, i) => i != left).Aggregate(uint.MaxValue, (a, b) => a & b) & ~table) != 0;
        }
    }

    private static Formula Draw(SeededRandom random, int letters, int depth) => depth == 0 || random.Chance(15)
        ? random.Chance(25) ? new Formula.Not(new Formula.Letter(random.Between(0, letters - 1))) : new Formula.Letter(random.Between(0, letters - 1))
        : new Formula.Binary(random.Pick("∧∨→→↔".ToCharArray()), Draw(random, letters, depth - 1), Draw(random, letters, depth - 1));

    private static Draft LeastNumber(SeededRandom random, int difficulty)
    {
        var (step, from) = (random.Between(1, difficulty), random.Between(0, 20));
        var bases = string.Join(' ', Enumerable.Range(from, step).Select((n, i) => $"(b{i} : P {n})"));
        return random.Chance(50)
            ? new Draft($"(P : Nat → Prop) {bases} (h : ∀ n, P n → P (n + {step})) (n : Nat) (hn : {from} ≤ n)", "P n")
            : new Draft($"(P : Nat → Prop) (h : ∀ n, P n → P (n + {step})) (k n : Nat) (hn : P (n + {from}))", $"P (n + {from} + {step * random.Between(1, 3)} * k)");
    }

    private static Draft Drinker(SeededRandom random, int difficulty)
    {
        var (a, b, c) = (random.Between(0, 9), random.Between(1, 3 * difficulty), random.Between(1, 9));
        return random.Between(1, 3) switch
        {
            1 => new Draft("(P : Nat → Prop)", $"∃ x, P ({c}*x + {a}) → ∀ y, P ({c * b}*y + {a})"),
            2 => new Draft("(P Q : Nat → Prop)", $"(∃ x, P x ∨ Q (x + {b})) ↔ (∃ x, P x) ∨ ∃ y, {b} ≤ y ∧ Q y"),
            _ => new Draft("(P Q : Nat → Prop)", $"(¬ ∃ x, P x ∧ Q ({c}*x + {b})) ↔ ∀ x, P x → ¬ Q ({c}*x + {b})"),
        };
    }

    /// <summary>Of numbers with bounded values some are the same.</summary>
    private static Draft Pigeonhole(SeededRandom random, int difficulty)
    {
        var (values, shift, stride) = (random.Between(1, difficulty - 7), random.Between(0, 20), random.Between(1, 5));
        return new Draft(
            $"(f : Nat → Nat) (h : ∀ n, f n < {values})",
            $"∃ i j, i < j ∧ j ≤ {values + random.Between(0, 3)} ∧ f ({stride}*i + {shift}) = f ({stride}*j + {shift})");
    }
}
