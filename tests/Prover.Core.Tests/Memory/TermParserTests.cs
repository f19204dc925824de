using Prover.Core.Memory.Terms;

namespace Prover.Core.Tests.Memory;

public class TermParserTests
{
    [Theory]
    [InlineData("a + b * c", "(+ a (* b c))")]
    [InlineData("a - b - c", "(- (- a b) c)")]
    [InlineData("a ^ b ^ c", "(^ a (^ b c))")]
    [InlineData("-a ^ 2", "(neg (^ a 2))")]
    [InlineData("p ∧ q ∨ r → s", "(→ (∨ (∧ p q) r) s)")]
    [InlineData("p → q → r", "(→ p (→ q r))")]
    [InlineData("¬a = b ∧ q", "(∧ (¬ (= a b)) q)")]
    [InlineData("Nat.gcd (a + 1) b = 1", "(= (Nat.gcd (+ a 1) b) 1)")]
    [InlineData("∃ k, a = 2 * k", "(∃ (= a (* 2 k)))")]
    [InlineData("∀ (m n : ℕ), m ≤ n", "(∀ ℕ (≤ m n))")]
    [InlineData("∀ x ∈ s, x < 3", "(∀ (∈ s) (< x 3))")]
    [InlineData("∑ i ∈ Finset.range n, i = b", "(= (∑ (∈ (Finset.range n)) i) b)")]
    [InlineData("(fun x ↦ x + 1) a", "(apply (λ (+ x 1)) a)")]
    [InlineData("s.card = 3", "(= (.card s) 3)")]
    [InlineData("h.1", "(.1 h)")]
    [InlineData("↑a + √2", "(+ (↑ a) (√ 2))")]
    [InlineData("{x | x < 3} ⊆ s", "(⊆ ({|} x (< x 3)) s)")]
    [InlineData("{x ∈ s | |x| < 3}", "({|} (∈ x s) (< (|| x) 3))")]
    [InlineData("|a - |b|| + f |a|", "(+ (|| (- a (|| b))) (f (|| a)))")]
    [InlineData("[a, b, 1]", "([] a b 1)")]
    [InlineData("|a - b| ≤ 1", "(≤ (|| (- a b)) 1)")]
    [InlineData("n ! ∣ m", "(∣ (! n) m)")]
    [InlineData("a ≡ b [MOD 7]", "(≡ a (apply b ([] (MOD 7))))")]
    [InlineData("if a = b then 1 else 2", "(if (= a b) 1 2)")]
    public void Terms_are_read_by_precedences(string text, string expected) =>
        Assert.Equal(expected, Written(TermParser.Parse(text, name => name is "a" or "b" or "s" or "h" ? Term.Local(name, 0, 1) : null)));

    private static string Written(Term term) =>
        term.Children.Count == 0 ? term.Text : $"({string.Join(' ', term.Children.Select(Written).Prepend(term.Text))})";
}
