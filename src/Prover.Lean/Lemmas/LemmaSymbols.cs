using System.Text.RegularExpressions;
using Prover.Lean.Terms;

namespace Prover.Lean.Lemmas;

/// <summary>What a statement is about, in words that a compiled lemma and a printed goal have in common: operators as they are written, functions
/// by the last part of their name (Lean prints <c>Nat.gcd a b</c> as <c>a.gcd b</c>), and the types of numbers and lists.</summary>
internal static partial class LemmaSymbols
{
    private static readonly Dictionary<string, string> Operators = new(StringComparer.Ordinal)
    {
        ["HAdd.hAdd"] = "+",
        ["HSub.hSub"] = "-",
        ["HMul.hMul"] = "*",
        ["HDiv.hDiv"] = "/",
        ["HMod.hMod"] = "%",
        ["HPow.hPow"] = "^",
        ["Neg.neg"] = "neg",
        ["HAppend.hAppend"] = "++",
        ["Dvd.dvd"] = "∣",
        ["LE.le"] = "≤",
        ["LT.lt"] = "<",
        ["GE.ge"] = "≤",
        ["GT.gt"] = "<",
        ["Eq"] = "=",
        ["Ne"] = "≠",
        ["Iff"] = "↔",
        ["And"] = "∧",
        ["Or"] = "∨",
        ["Not"] = "¬",
        ["Exists"] = "∃",
        ["Membership.mem"] = "∈",
        ["List.cons"] = "::",
        ["List.nil"] = "[]",
        ["ite"] = "if",
        ["Nat.succ"] = "+",
        ["Bool.and"] = "&&",
        ["Bool.or"] = "||",
        ["Bool.not"] = "!",
    };

    // Carried along by every term of their kind.
    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal) { "OfNat.ofNat", "Nat.cast", "IntCast.intCast", "NatCast.natCast", "outParam", "Prop" };

    /// <summary>The symbols of a compiled conclusion.</summary>
    public static HashSet<string> Of(Expr conclusion)
    {
        var names = new HashSet<Name>();
        Mentions.Collect([conclusion], names);
        var symbols = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names.Select(n => n.ToString()).Where(n => !Silent.Contains(n)))
        {
            if (Operators.TryGetValue(name, out var sign))
            {
                symbols.Add(sign);
            }
            else if (!IsInstance(name))
            {
                symbols.Add(name[(name.LastIndexOf('.') + 1)..]);
            }
        }

        return symbols;
    }

    /// <summary>The symbols of a printed goal; what its context declares counts by its type.</summary>
    public static HashSet<string> Of(string goal)
    {
        var at = goal.LastIndexOf('⊢');
        var (context, conclusion) = (goal[..Math.Max(at, 0)], goal[(at + 1)..]);
        var locals = Declared().Matches(context).SelectMany(m => m.Groups["names"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToHashSet(StringComparer.Ordinal);
        var symbols = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match token in Token().Matches(conclusion))
        {
            var text = token.Value;
            if (char.IsLetter(text[0]) || text[0] == '_')
            {
                // A local name with a function after it: `xs.length`.
                var parts = text.Split('.');
                symbols.UnionWith(parts.Length > 1 ? [parts[^1]] : locals.Contains(text) || text is "fun" or "then" or "else" ? [] : [text]);
            }
            else
            {
                symbols.Add(text is "≥" ? "≤" : text is ">" ? "<" : text);
            }
        }

        symbols.UnionWith(NumberTypes().Matches(context).Select(m => m.Value is "ℕ" ? "Nat" : m.Value is "ℤ" ? "Int" : m.Value));
        return symbols;
    }

    private static bool IsInstance(string name) => name.StartsWith("inst", StringComparison.Ordinal) || name.Contains(".inst", StringComparison.Ordinal);

    [GeneratedRegex(@"^(?<names>[^:\n]+?) :", RegexOptions.Multiline)]
    private static partial Regex Declared();

    [GeneratedRegex(@"[\p{L}_][\w₀-₉'!?]*(\.[\p{L}_][\w₀-₉'!?]*)*|\+\+|::|\[\]|&&|\|\||[-+*/%^∣≤<≥>=≠↔∧∨¬∃∈!]")]
    private static partial Regex Token();

    [GeneratedRegex(@"(?<![\w.])(Nat|Int|List|Bool|Option|ℕ|ℤ)(?![\w.])")]
    private static partial Regex NumberTypes();
}
