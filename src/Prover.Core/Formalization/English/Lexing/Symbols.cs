using System.Collections.Frozen;

namespace Prover.Core.Formalization.English.Lexing;

/// <summary>What signs and LaTeX commands stand for.</summary>
internal static class Symbols
{
    public static FrozenDictionary<string, EnglishToken> Commands { get; } = new Dictionary<string, EnglishToken>
    {
        ["le"] = EnglishToken.LessOrEqual, ["leq"] = EnglishToken.LessOrEqual, ["leqslant"] = EnglishToken.LessOrEqual,
        ["ge"] = EnglishToken.GreaterOrEqual, ["geq"] = EnglishToken.GreaterOrEqual, ["geqslant"] = EnglishToken.GreaterOrEqual,
        ["lt"] = EnglishToken.Less, ["gt"] = EnglishToken.Greater, ["ne"] = EnglishToken.NotEqual, ["neq"] = EnglishToken.NotEqual,
        ["cdot"] = EnglishToken.Times, ["times"] = EnglishToken.Times, ["ast"] = EnglishToken.Times,
        ["mid"] = EnglishToken.Divides, ["nmid"] = EnglishToken.NotDivides, ["vert"] = EnglishToken.Bar, ["lvert"] = EnglishToken.Bar,
        ["rvert"] = EnglishToken.Bar, ["equiv"] = EnglishToken.Congruent, ["pmod"] = EnglishToken.Modulo, ["bmod"] = EnglishToken.Modulo,
        ["mod"] = EnglishToken.Modulo, ["in"] = EnglishToken.In, ["forall"] = EnglishToken.ForAll, ["exists"] = EnglishToken.Exists,
        ["implies"] = EnglishToken.Implies, ["Rightarrow"] = EnglishToken.Implies, ["Longrightarrow"] = EnglishToken.Implies,
        ["iff"] = EnglishToken.Iff, ["Leftrightarrow"] = EnglishToken.Iff, ["Longleftrightarrow"] = EnglishToken.Iff,
        ["land"] = EnglishToken.And, ["wedge"] = EnglishToken.And, ["lor"] = EnglishToken.Or, ["vee"] = EnglishToken.Or,
        ["frac"] = EnglishToken.Fraction, ["dfrac"] = EnglishToken.Fraction, ["tfrac"] = EnglishToken.Fraction,
        ["sum"] = EnglishToken.Sum, ["dots"] = EnglishToken.Dots, ["ldots"] = EnglishToken.Dots, ["cdots"] = EnglishToken.Dots,
        ["lbrace"] = EnglishToken.Unknown, ["gcd"] = EnglishToken.Word, ["lcm"] = EnglishToken.Word,
        ["N"] = EnglishToken.Naturals, ["Z"] = EnglishToken.Integers, ["Q"] = EnglishToken.Rationals,
    }.ToFrozenDictionary();

    /// <summary>Commands that change how something looks, not what it says.</summary>
    public static FrozenSet<string> Layout { get; } = FrozenSet.Create(
        "left", "right", "big", "Big", "bigl", "bigr", "Bigl", "Bigr", "displaystyle", "textstyle", "limits", "quad", "qquad", "mathop", "operatorname", "thinspace");

    public static FrozenDictionary<string, EnglishToken> Signs { get; } = new Dictionary<string, EnglishToken>
    {
        ["+"] = EnglishToken.Plus, ["-"] = EnglishToken.Minus, ["−"] = EnglishToken.Minus, ["–"] = EnglishToken.Minus, ["*"] = EnglishToken.Times,
        ["·"] = EnglishToken.Times, ["×"] = EnglishToken.Times, ["⋅"] = EnglishToken.Times, ["∙"] = EnglishToken.Times, ["/"] = EnglishToken.Slash,
        ["÷"] = EnglishToken.Slash, ["^"] = EnglishToken.Caret, ["**"] = EnglishToken.Caret, ["!"] = EnglishToken.Bang,
        ["("] = EnglishToken.LeftParenthesis, [")"] = EnglishToken.RightParenthesis, ["["] = EnglishToken.LeftBracket,
        ["]"] = EnglishToken.RightBracket, ["{"] = EnglishToken.LeftBrace, ["}"] = EnglishToken.RightBrace, [","] = EnglishToken.Comma,
        ["."] = EnglishToken.Period, ["?"] = EnglishToken.QuestionMark, [";"] = EnglishToken.Semicolon, [":"] = EnglishToken.Colon,
        ["_"] = EnglishToken.Underscore, ["|"] = EnglishToken.Bar, ["="] = EnglishToken.Equal, ["≠"] = EnglishToken.NotEqual,
        ["!="] = EnglishToken.NotEqual, ["<"] = EnglishToken.Less, ["≤"] = EnglishToken.LessOrEqual, ["<="] = EnglishToken.LessOrEqual,
        ["⩽"] = EnglishToken.LessOrEqual, [">"] = EnglishToken.Greater, ["≥"] = EnglishToken.GreaterOrEqual, [">="] = EnglishToken.GreaterOrEqual,
        ["⩾"] = EnglishToken.GreaterOrEqual, ["∣"] = EnglishToken.Divides, ["∤"] = EnglishToken.NotDivides, ["≡"] = EnglishToken.Congruent,
        ["≢"] = EnglishToken.NotCongruent, ["∈"] = EnglishToken.In, ["∀"] = EnglishToken.ForAll, ["∃"] = EnglishToken.Exists,
        ["⇒"] = EnglishToken.Implies, ["→"] = EnglishToken.Implies, ["=>"] = EnglishToken.Implies, ["⇔"] = EnglishToken.Iff,
        ["↔"] = EnglishToken.Iff, ["<=>"] = EnglishToken.Iff, ["∧"] = EnglishToken.And, ["∨"] = EnglishToken.Or, ["ℕ"] = EnglishToken.Naturals,
        ["ℤ"] = EnglishToken.Integers, ["ℚ"] = EnglishToken.Rationals, ["ℤ⁺"] = EnglishToken.PositiveIntegers, ["∑"] = EnglishToken.Sum,
        ["…"] = EnglishToken.Dots, ["⋯"] = EnglishToken.Dots, ["..."] = EnglishToken.Dots,
    }.ToFrozenDictionary();

    /// <summary>Words of up to three letters that are no products of variables.</summary>
    public static FrozenSet<string> ShortWords { get; } = FrozenSet.Create(
        "add", "all", "an", "and", "any", "are", "as", "at", "be", "by", "can", "do", "for", "gcd", "get", "had", "has", "hcf", "how", "if", "iff",
        "in", "is", "it", "its", "lcm", "let", "may", "mod", "no", "non", "nor", "not", "now", "odd", "of", "on", "one", "or", "out", "own", "per",
        "set", "six", "so", "sum", "ten", "the", "to", "two", "up", "we", "yet", "you", "add", "big", "our", "use", "via", "was", "who", "why");
}
