using System.Globalization;
using CsCheck;
using Prover.Rounds.Makers;
using Prover.Rounds.Problems.Keys;
using Prover.Rounds.Problems.Syntax;

namespace Prover.Rounds.Tests.Problems;

public sealed class StatementKeyTests
{
    private static readonly Gen<MadeProblem> AnyProblem = Gen.Select(
        Gen.Int[0, ProblemMakers.All.Count - 1], Gen.Int[0, 100_000], Gen.Int[1, 10], (m, s, d) => ProblemMakers.All[m].Make(s, d));

    [Theory]
    [InlineData("theorem a (x y : Nat) (h : x < y) : x ≤ y", "theorem b (y : ℕ) (x : Nat) (hxy : y < x) : y ≤ x := by sorry")]
    [InlineData("theorem a (x y : Nat) (h : x < y) : x ≤ y", "theorem b : ∀ x y : Nat, x < y → x ≤ y")]
    [InlineData("theorem a (x y : Nat) (h : x < y) : x ≤ y", "theorem b (x : Nat) : ∀ y, y > x → y ≥ x -- why not\n", false)]
    [InlineData("theorem a (x : Int) (h₁ : 0 ≤ x) (h₂ : x < 5) : x^2 < 25", "theorem b (n : Int) (h : n < 5 ∧ n ≥ 0) : 25 > n^2")]
    [InlineData("theorem a (x y : Int) : 2*x*y ≤ x^2 + y^2", "lemma b (u v : ℤ) : v ^ 2 + u ^ 2 ≥ 2 * u * v := sorry")]
    [InlineData("theorem a (f : Nat → Nat) (h : ∀ n, f (n + 1) = f n) : f 3 = f 0", "theorem b (g : Nat → Nat) (hg : ∀ k, g k = g (1 + k)) : g 0 = g 3")]
    [InlineData("theorem a : ∃ x y : Nat, x + 2*y = 7", "theorem b : ∃ a : Nat, ∃ b : Nat, 7 = b*2 + a")]
    [InlineData("theorem a (x : Nat) (h : x ≠ 3) : ∃ y > x, y ≠ 2", "theorem b (n : Nat) (h : ¬ 3 = n) : ∃ m, n < m ∧ ¬ m = 2")]
    [InlineData("theorem a (s : Finset ℕ) (h : ∑ i in s, i = 4) : 0 < 1", "theorem b (t : Finset ℕ)   (hs : ∑ k in t, k = 4) : 0 < 1")]
    [InlineData("theorem a (n : Nat) : ¬ n < n ∧ True", "theorem b (n : Nat) : (¬ (n < n)) ∧ True")]
    [InlineData("theorem a (n : Nat) : n - 1 ≤ n", "theorem b (n : Nat) : n ≤ n - 1", false)]
    [InlineData("theorem a (n : Nat) : n = 1", "theorem b (n : Int) : n = 1", false)]
    [InlineData("theorem a (x y : Nat) : x - y = 0", "theorem b (x y : Nat) : y - x = 1", false)]
    [InlineData("theorem a (x y : Nat) (h : x < y) : x < 5", "theorem b (x y : Nat) (h : x < y) : y < 5", false)]
    [InlineData("theorem a (xs ys : List Nat) : xs + ys = xs", "theorem b (xs ys : List Nat) : ys + xs = xs", false)]
    [InlineData("theorem a (s : Finset ℕ) (h : ∑ i in s, i = 4) : 0 < 1", "theorem b (s : Finset ℕ) (h : ∑ i in s, i = 5) : 0 < 1", false)]
    [InlineData("def f := 3\ntheorem a : f = 3", "def f := 4\ntheorem a : f = 3", false)]
    [InlineData("/-- Words. -/\ntheorem a : 1 = 1", "theorem b : 1 = 1", true)]
    public void Statements_that_differ_in_names_and_order_only_have_one_key_and_others_have_two(string first, string second, bool same = true) =>
        Assert.Equal(same, StatementKey.Of(first).Text == StatementKey.Of(second).Text);

    [Fact]
    public void Renaming_and_shuffling_keeps_the_key() => Gen.Select(AnyProblem, Gen.Int).Sample((problem, seed) =>
    {
        var statement = Statement.Read(problem.Statement)!;
        var changed = Changed(statement, new Random(seed));
        return StatementKey.Of(problem.Statement).IsRead && StatementKey.Of(problem.Statement) == StatementKey.Of(changed) ? true : throw new InvalidOperationException($"{problem.Statement}\n{changed}");
    }, iter: 1500, threads: 1);

    [Fact]
    public void What_is_written_is_what_was_read() => AnyProblem.Sample(problem =>
    {
        var statement = Statement.Read(problem.Statement)!;
        var again = Statement.Read(statement.Text("again"));
        return again is not null && statement.Binders.SequenceEqual(again.Binders, new SameBinders()) && Same(statement.Conclusion, again.Conclusion);
    }, iter: 1500, threads: 1);

    [Fact]
    public void A_changed_number_changes_the_key() => AnyProblem.Where(p => p.Statement.Contains(" 7", StringComparison.Ordinal)).Sample(problem =>
    {
        var at = problem.Statement.LastIndexOf(" 7", StringComparison.Ordinal);
        var changed = $"{problem.Statement[..at]} 6007{problem.Statement[(at + 2)..]}";
        return StatementKey.Of(problem.Statement) != StatementKey.Of(changed);
    }, iter: 200, threads: 1);

    [Fact]
    public void A_statement_that_is_symmetric_in_many_variables_has_a_key_in_time()
    {
        var names = Enumerable.Range(0, 12).Select(i => $"x{i}").ToList();
        var statement = $"theorem a ({string.Join(' ', names)} : Nat) : {string.Join(" + ", names)} ≤ 1 + {string.Join(" + ", names)}";
        Assert.True(StatementKey.Of(statement).IsRead);
    }

    /// <summary>The same statement with other names, its variables and its hypotheses in another order.</summary>
    private static string Changed(Statement statement, Random random)
    {
        var names = statement.Binders.Select((_, i) => i).OrderBy(_ => random.Next()).ToList();
        var renamed = statement with
        {
            Binders = [.. statement.Binders.Select((b, i) => b with { Name = $"w{names[i]}", Type = Renamed(b.Type) })],
            Conclusion = Renamed(statement.Conclusion),
        };
        var shuffled = renamed with { Binders = [.. renamed.Variables.OrderBy(_ => random.Next()), .. renamed.Hypotheses.OrderBy(_ => random.Next())] };
        return shuffled.Text(string.Create(CultureInfo.InvariantCulture, $"t{random.Next()}"));

        Expression Renamed(Expression e) => statement.Binders.Select((b, i) => (b, i)).Where(p => !p.b.IsHypothesis)
            .Aggregate(Inner(e), (sofar, p) => sofar.Replace(p.b.Id!.Value, new Expression.Variable($"w{names[p.i]}", p.b.Id!.Value)));

        Expression Inner(Expression e) => e switch
        {
            Expression.Bound b => new Expression.Bound(b.Kind, b.Over with { Name = $"in{b.Over.Id}" }, b.Type, Inner(b.Body).Replace(b.Over.Id, b.Over with { Name = $"in{b.Over.Id}" })),
            Expression.Binary b => b with { Left = Inner(b.Left), Right = Inner(b.Right) },
            Expression.Prefix p => p with { Inner = Inner(p.Inner) },
            _ => e,
        };
    }

    private static bool Same(Expression a, Expression b) => ExpressionWriter.Of(a) == ExpressionWriter.Of(b) && a.All.Count() == b.All.Count();

    private sealed class SameBinders : IEqualityComparer<Binder>
    {
        public bool Equals(Binder? x, Binder? y) => x!.Name == y!.Name && Same(x.Type, y.Type);

        public int GetHashCode(Binder obj) => obj.Name.GetHashCode(StringComparison.Ordinal);
    }
}
