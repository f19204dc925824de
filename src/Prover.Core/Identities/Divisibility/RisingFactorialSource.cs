using System.Text.RegularExpressions;
using Prover.Core.Sampling.Portfolio;

namespace Prover.Core.Identities.Divisibility;

/// <summary>k! divides the product of k consecutive numbers, both given by recursion: R (n + 1) (k + 1) − R n (k + 1) = (k + 1)·R (n + 1) k, then a
/// double induction.</summary>
internal sealed partial class RisingFactorialSource : ICertificateSource
{
    /// <inheritdoc />
    public string Class => "lifting";

    /// <inheritdoc />
    public IEnumerable<Finding> Find(IdentityGoal goal, CancellationToken cancellationToken)
    {
        var claim = Claim().Match(goal.Conclusion);
        var hypotheses = goal.Features.Hypotheses;
        var (f, r) = (claim.Groups["f"].Value, claim.Groups["r"].Value);
        string? Named(string pattern) => hypotheses.Find(h => Regex.IsMatch(h.Type, pattern))?.Name;
        if (!claim.Success
            || Named($@"^{Regex.Escape(f)} 0 = 1$") is not { } f0
            || Named($@"^∀ \((?<k>\S+) : (?:Nat|ℕ)\), {Regex.Escape(f)} \(\k<k> \+ 1\) = \(\k<k> \+ 1\) \* {Regex.Escape(f)} \k<k>$") is not { } f1
            || Named($@"^∀ \((?<n>\S+) : (?:Nat|ℕ)\), {Regex.Escape(r)} \k<n> 0 = 1$") is not { } r0
            || Named($@"^∀ \((?<n>\S+) (?<k>\S+) : (?:Nat|ℕ)\), {Regex.Escape(r)} \k<n> \(\k<k> \+ 1\) = {Regex.Escape(r)} \k<n> \k<k> \* \(\k<n> \+ \k<k>\)$") is not { } r1)
        {
            yield break;
        }

        yield return new Finding(
            $"n·{r} (n + 1) k = {r} n k·(n + k), so that {r} (n + 1) (k + 1) = {r} n (k + 1) + (k + 1)·{r} (n + 1) k; double induction",
            Script.Lines(
                $"have shift : ∀ k n : Nat, n * {r} (n + 1) k = {r} n k * (n + k) := by",
                "  intro k n",
                "  induction k with",
                $"  | zero => rw [{r0}, {r0}]; omega",
                "  | succ k ih =>",
                $"    rw [{r1}, {r1}, ← Nat.mul_assoc, ih]",
                "    grind",
                $"have pascal : ∀ k n : Nat, {r} (n + 1) (k + 1) = {r} n (k + 1) + (k + 1) * {r} (n + 1) k := by",
                "  intro k n",
                "  have s := shift k n",
                $"  rw [{r1}, {r1}, ← s]",
                "  grind",
                $"have all : ∀ k n : Nat, {f} k ∣ {r} n k := by",
                "  intro k",
                "  induction k with",
                $"  | zero => intro n; rw [{f0}]; exact Nat.one_dvd _",
                "  | succ k ihk =>",
                "    intro n",
                "    induction n with",
                "    | zero =>",
                $"      have z : ∀ j : Nat, {r} 0 (j + 1) = 0 := by",
                "        intro j",
                "        induction j with",
                $"        | zero => rw [{r1}]; omega",
                $"        | succ j ih => rw [{r1}, ih, Nat.zero_mul]",
                "      rw [z]; exact Nat.dvd_zero _",
                "    | succ n ihn =>",
                "      rw [pascal]",
                "      refine Nat.dvd_add ihn ?_",
                $"      rw [{f1}]",
                "      exact Nat.mul_dvd_mul_left (k + 1) (ihk (n + 1))",
                $"exact all {claim.Groups["k"].Value} {claim.Groups["n"].Value}"));
    }

    [GeneratedRegex(@"^(?<f>\S+) (?<k>[\w₀-₉']+) ∣ (?<r>\S+) (?<n>[\w₀-₉']+) \k<k>$")]
    private static partial Regex Claim();
}
