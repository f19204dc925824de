using Prover.Core.Memory.Terms;

namespace Prover.Core.Memory.Adaptation;

/// <summary>Which names a tactic brings itself (<c>intro x</c>, <c>have h : …</c>, <c>rcases … with ⟨x, h⟩</c>, <c>| succ n ih =></c>), and from where on
/// they mean that.</summary>
internal sealed class Introductions
{
    private readonly List<LeanToken> _tokens;
    private readonly TacticLines _lines;
    private readonly Dictionary<string, int> _from = new(StringComparer.Ordinal);
    private readonly HashSet<int> _binding = [];
    private readonly HashSet<int> _labels = [];

    private Introductions(string text, List<LeanToken> tokens) => (_tokens, _lines) = (tokens, new TacticLines(text, tokens));

    /// <summary>Finds them.</summary>
    public static Introductions In(string text, List<LeanToken> tokens)
    {
        var found = new Introductions(text, tokens);
        for (var i = 0; i < tokens.Count; i++)
        {
            found.Visit(i);
        }

        return found;
    }

    /// <summary>Whether the piece is such a name.</summary>
    public bool Covers(int token) =>
        !_labels.Contains(token) && (_binding.Contains(token) || (_from.TryGetValue(_tokens[token].FirstPart, out var from) && from <= token && !IsLabel(token)));

    /// <summary>Whether the piece names a constructor, a field, an argument or a case, and so nothing in the context.</summary>
    public bool IsLabel(int token) => _labels.Contains(token)
        || (token > 0 && _tokens[token - 1].Text is "." or "?" && _tokens[token - 1].End == _tokens[token].Start)
        || (token > 0 && _tokens[token - 1].Text is "(" or "{" or "," && Is(token + 1, ":="));

    private void Visit(int i)
    {
        switch (_tokens[i].Text)
        {
            case "intro" or "intros" or "rintro" or "rename_i" or "ext" or "funext" or "by_contra" or "by_contra!" or "next" or "introv" or "choose"
                or "fun" or "λ" or "∀" or "∃" or "∃!" or "∑" or "∏":
                Pattern(i + 1);
                break;
            case "case":
                _labels.Add(i + 1);
                Pattern(i + 2);
                break;
            case "with" when !Is(i + 1, "|"):
                Pattern(i + 1);
                break;
            case "obtain":
                Pattern(i + 1, _lines.AfterStatement(i));
                break;
            case "have" or "let" or "set" or "replace" or "suffices" or "haveI" or "letI":
                Definition(i);
                break;
            case "by_cases" or "if" or "cases" or "rcases" or "match" or "generalize" or "interval_cases" or "induction" when Is(i + 2, ":"):
                Bind(i + 1, i + 1);
                goto case "generalize";
            case "generalize":
                Generalized(i);
                break;
            case "rename":
                for (var arrow = i + 1; arrow < _tokens.Count && _lines.SameLine(i, arrow); arrow++)
                {
                    if (Is(arrow, "=>"))
                    {
                        Bind(arrow + 1, arrow);
                    }
                }

                break;
            case "|":
                Alternative(i);
                break;
        }
    }

    /// <summary>All names up to what ends a pattern; types in it bring none.</summary>
    private void Pattern(int start, int? from = null)
    {
        var depth = 0;
        for (var i = start; i < _tokens.Count && _lines.SameLine(start - 1, i) && !EndsPattern(_tokens[i], depth); i++)
        {
            depth += Depth(_tokens[i]);
            if (_tokens[i].Text is ":" or "∈" or "<" or "≤" or ">" or "≥")
            {
                var end = i;
                for (var inner = depth; end < _tokens.Count && !(inner == depth && _tokens[end].Text is "," or "=>" or "↦" or ":=") && inner >= depth; end++)
                {
                    inner += Depth(_tokens[end]);
                }

                i = end - 1;
                depth += i < _tokens.Count && Depth(_tokens[i]) < 0 ? -1 : 0;
            }
            else
            {
                Bind(i, from ?? i);
            }
        }
    }

    private void Definition(int keyword)
    {
        var after = _lines.AfterStatement(keyword);
        if (Is(keyword + 1, "⟨"))
        {
            Pattern(keyword + 1, after);
        }
        else if (Is(keyword + 1, ":") || Is(keyword + 1, ":="))
        {
            _from["this"] = after;
        }
        else
        {
            Bind(keyword + 1, after);
        }
    }

    /// <summary>The x of <c>generalize e = x</c>.</summary>
    private void Generalized(int keyword)
    {
        for (var i = keyword + 2; _tokens[keyword].Is("generalize") && i + 1 < _tokens.Count && _lines.SameLine(keyword, i + 1); i++)
        {
            if (Is(i, "=") && (i + 2 >= _tokens.Count || !_lines.SameLine(i, i + 2) || _tokens[i + 2].Text is "," or "at"))
            {
                Bind(i + 1, i + 1);
            }
        }
    }

    /// <summary>The n and ih of <c>| succ n ih =></c>.</summary>
    private void Alternative(int bar)
    {
        var arrow = bar + 1;
        while (arrow < _tokens.Count && _lines.SameLine(bar, arrow) && IsOfPattern(_tokens[arrow]))
        {
            arrow++;
        }

        if (!Is(arrow, "=>"))
        {
            return;
        }

        var pattern = _tokens[(bar + 1)..arrow];
        var first = pattern.FindIndex(t => t.Kind == LeanTokenKind.Identifier);
        var hasConstructor = first >= 0 && !pattern.Any(t => t.Is("+")) && pattern[..first].TrueForAll(t => t.Is("@") || t.Is("."));
        for (var i = bar + 1; i < arrow; i++)
        {
            if (hasConstructor && i == bar + 1 + first)
            {
                _labels.Add(i);
            }
            else
            {
                Bind(i, i);
            }
        }
    }

    private void Bind(int token, int from)
    {
        if (token < _tokens.Count && _tokens[token] is { Kind: LeanTokenKind.Identifier, Text: not ("_" or "rfl") } name
            && !name.Text.Contains('.', StringComparison.Ordinal))
        {
            _binding.Add(token);
            _from[name.Text] = Math.Min(from, _from.GetValueOrDefault(name.Text, int.MaxValue));
        }
    }

    private bool Is(int token, string text) => token < _tokens.Count && _tokens[token].Is(text);

    private static bool IsOfPattern(LeanToken token) =>
        token.Kind is LeanTokenKind.Identifier or LeanTokenKind.Numeral || token.Text is "@" or "." or "⟨" or "⟩" or "," or "(" or ")" or "+" or "::" or "[" or "]" or "|";

    private static bool EndsPattern(LeanToken token, int depth) =>
        token.Text is ":=" or "=>" or "↦" or "with" or "using" or "at" or "by" or "from" or "then" or ";" or "<;>" or "·" or "="
        || (depth == 0 && token.Text is "," or ")" or "]" or "⟩" or "}");

    private static int Depth(LeanToken token) => token.Text switch
    {
        "(" or "⟨" or "[" or "{" => 1,
        ")" or "⟩" or "]" or "}" => -1,
        _ => 0,
    };
}
