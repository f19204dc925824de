using System.Text.RegularExpressions;
using Prover.Core.Sampling.Portfolio.Expressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Identities.Functions;

/// <summary>Functions whose square adds an odd number, <c>f (f n) = n + 1987</c>: there are none, over Nat or Int. The equation may be a hypothesis,
/// what is denied, or what the goal says to fail somewhere; the number a literal or a linear form whose parity the hypotheses settle.</summary>
internal sealed partial class InvolutionParitySource : ICertificateSource
{
    /// <inheritdoc />
    public string Class => "functional";

    /// <inheritdoc />
    public IEnumerable<Finding> Find(IdentityGoal goal, CancellationToken cancellationToken)
    {
        foreach (var hypothesis in goal.Features.Hypotheses)
        {
            if (Everywhere().Match(hypothesis.Type) is { Success: true } equation && Read(goal, equation) is { } found)
            {
                yield return Write(found, $"exact ({found.Lemma} (fun {found.Variable} => by have w := {hypothesis.Name} {found.Variable}; omega)).elim");
            }
        }

        if (Nowhere().Match(goal.Conclusion) is { Success: true } denied && Read(goal, denied) is { } square)
        {
            // A function of the context is not bound, one that the denial is about is.
            var names = denied.Groups["bound"].Success ? $"⟨{square.Function}, hs⟩" : "hs";
            yield return Write(square, $"intro {names}\nexact {square.Lemma} (fun {square.Variable} => by have w := hs {square.Variable}; omega)");
        }
        else if (Somewhere().Match(goal.Conclusion) is { Success: true } failing && Read(goal, failing) is { } exists)
        {
            yield return Write(
                exists,
                $"exact Classical.byContradiction fun no => {exists.Lemma} fun {exists.Variable} => Classical.byContradiction fun w => no ⟨{exists.Variable}, fun e => w (by omega)⟩");
        }
    }

    private static Finding Write(Square square, string script) => new(
        $"{square.Function} would be an involution without a fixed point on the {square.Shift} residues modulo {square.Shift}, an odd number", script)
    {
        Helpers = IterateLemmas.Text(square.IsInt),
    };

    /// <summary>The equation's parts; null where its right side is not the variable and an odd number.</summary>
    private static Square? Read(IdentityGoal goal, Match match)
    {
        var (function, variable) = (match.Groups["f"].Value, match.Groups["n"].Value);
        var isBound = match.Groups["bound"].Success;
        var type = isBound ? match.Groups["type"].Value : goal.Features.Functions.Find(f => f.Name == function)?.Type;
        var isInt = type is "Int → Int" or "ℤ → ℤ" || (string.IsNullOrEmpty(type) && match.Groups["t"].Value is "Int" or "ℤ");
        if (!isInt && type is not ("Nat → Nat" or "ℕ → ℕ") && !(isBound && string.IsNullOrEmpty(type) && match.Groups["t"].Value is "Nat" or "ℕ"))
        {
            return null;
        }

        var scalars = goal.Features.Scalars.Where(s => s.Name != variable && s.Kind == (isInt ? NumberKind.Int : NumberKind.Nat)).Select(s => s.Name);
        List<string> names = [variable, .. scalars];
        var right = match.Groups["right"].Value;
        if ((!isInt && right.Contains('-', StringComparison.Ordinal)) || Polynomial.Parse(right, names) is not { Degree: 1 } sum)
        {
            return null;
        }

        var shift = sum - Polynomial.Variable(0);
        return shift.Degree <= 1 && !shift.Mentions(0) && IsOdd(goal, shift, names)
            ? new Square(function, variable, shift.ToLean(i => names[i]), isInt)
            : null;
    }

    /// <summary>Whether the form is odd, the parity of its variables being known where it matters.</summary>
    private static bool IsOdd(IdentityGoal goal, Polynomial shift, List<string> names)
    {
        var parity = false;
        foreach (var monomial in shift.Monomials.Where(m => !shift[m].Numerator.IsEven))
        {
            if (monomial.Degree > 0)
            {
                var name = names[Enumerable.Range(1, names.Count - 1).First(i => monomial[i] > 0)];
                if (goal.Features.Hypotheses.Exists(h => h.Type == $"{name} % 2 = 0"))
                {
                    continue;
                }

                if (!goal.Features.Hypotheses.Exists(h => h.Type == $"{name} % 2 = 1"))
                {
                    return false;
                }
            }

            parity = !parity;
        }

        return parity;
    }

    private const string Name = @"[\p{L}_][\w₀-₉']*";
    private const string Equation = $@"\((?<n>{Name}) : (?<t>Nat|Int|ℕ|ℤ)\), (?<f>{Name}) \(\k<f> \k<n>\) = (?<right>[^=≠<≤>≥∧∨¬∀∃∣→↔]+)";

    [GeneratedRegex($"^∀ {Equation}$")]
    private static partial Regex Everywhere();

    [GeneratedRegex($@"^¬(?<bound>∃ (?<f>{Name})(?: : (?<type>[^,]+))?, )?∀ {Equation}$")]
    private static partial Regex Nowhere();

    [GeneratedRegex($@"^∃ (?<n>{Name})(?: : (?<t>Nat|Int|ℕ|ℤ))?, (?:(?<f>{Name}) \(\k<f> \k<n>\) ≠ |¬(?<f>{Name}) \(\k<f> \k<n>\) = )(?<right>[^=≠<≤>≥∧∨¬∀∃∣→↔]+)$")]
    private static partial Regex Somewhere();

    /// <summary>What a function's square is.</summary>
    private sealed record Square(string Function, string Variable, string Shift, bool IsInt)
    {
        /// <summary>The lemma at this function; what is left to give is the equation.</summary>
        public string Lemma => $"{(IsInt ? IterateLemmas.ForInt : IterateLemmas.ForNat)} ({Shift}) (by omega) {Function}";
    }
}
