using System.Globalization;
using System.Text;
using Prover.Lean.Terms;

namespace Prover.Lean.Audit;

/// <summary>Writes terms for people, in about Lean's own words. Nothing is ever decided by what it writes.</summary>
internal sealed class TermPrinter
{
    // Enough to see a difference; and for a whole statement, which must be shown as it is, enough for any that a person reads.
    private const int PartCharacters = 400;
    private const int WholeCharacters = 64_000;
    private const int MaxDepth = 200;
    private const int MaxLevelDepth = 10;

    private static readonly Dictionary<string, (string Sign, int Level)> Operators = new()
    {
        ["Iff"] = ("↔", 20),
        ["Or"] = ("∨", 30),
        ["And"] = ("∧", 35),
        ["Eq"] = ("=", 50),
        ["Ne"] = ("≠", 50),
        ["LE.le"] = ("≤", 50),
        ["LT.lt"] = ("<", 50),
        ["GE.ge"] = ("≥", 50),
        ["GT.gt"] = (">", 50),
        ["Dvd.dvd"] = ("∣", 50),
        ["Membership.mem"] = ("∋", 50),
        ["HAdd.hAdd"] = ("+", 65),
        ["HSub.hSub"] = ("-", 65),
        ["HMul.hMul"] = ("*", 70),
        ["HDiv.hDiv"] = ("/", 70),
        ["HMod.hMod"] = ("%", 70),
        ["HPow.hPow"] = ("^", 75),
    };

    private readonly CompiledText _text;
    private readonly bool _isExplicit;
    private readonly int _maxCharacters;
    private readonly StringBuilder _output = new();

    private TermPrinter(CompiledText text, bool isExplicit, int maxCharacters) =>
        (_text, _isExplicit, _maxCharacters) = (text, isExplicit, maxCharacters);

    /// <summary>Two terms that differ, with as much shown as it takes to see the difference.</summary>
    public static (string First, string Second) Pair(Expr first, CompiledText firstText, Expr second, CompiledText secondText, Scope? scope)
    {
        var plain = (Print(first, firstText, scope), Print(second, secondText, scope));
        return plain.Item1 == plain.Item2 ? (Print(first, firstText, scope, isExplicit: true), Print(second, secondText, scope, isExplicit: true)) : plain;
    }

    /// <summary>The beginning of one term.</summary>
    public static string Print(Expr term, CompiledText text, Scope? scope = null, bool isExplicit = false) =>
        Print(term, text, scope, isExplicit, PartCharacters);

    /// <summary>A whole statement. What is left out for want of room is marked by <c>…</c>.</summary>
    public static string PrintWhole(Expr type, CompiledText text) => Print(type, text, null, false, WholeCharacters);

    private static string Print(Expr term, CompiledText text, Scope? scope, bool isExplicit, int maxCharacters)
    {
        var printer = new TermPrinter(text, isExplicit, maxCharacters);
        printer.Write(term, scope, 0, 0);
        return printer._output.Length > maxCharacters ? $"{printer._output.ToString(0, maxCharacters)}…" : printer._output.ToString();
    }

    private void Write(Expr term, Scope? scope, int level, int depth)
    {
        if (depth > MaxDepth || _output.Length > _maxCharacters)
        {
            _output.Append('…');
            return;
        }

        switch (term)
        {
            case BoundVariable variable:
                _output.Append(NameOf(variable.Index, scope));
                break;
            case Sort sort:
                _output.Append(SortName(sort.Level));
                break;
            case ConstantTerm constant:
                WriteConstant(constant);
                break;
            case Application:
                WriteApplication(term, scope, level, depth);
                break;
            case Binding binding:
                Parenthesised(level > 0, () => WriteBinding(binding, scope, depth));
                break;
            case Let let:
                Parenthesised(level > 0, () =>
                {
                    _output.Append(CultureInfo.InvariantCulture, $"let {let.Variable} := ");
                    Write(let.Value, scope, 0, depth + 1);
                    _output.Append("; ");
                    Write(let.Body, new Scope(let.Variable, scope), 0, depth + 1);
                });
                break;
            case NaturalLiteral number:
                _output.Append(number.Value.GetBitLength() > 4 * _maxCharacters ? "…" : number.Value.ToString(CultureInfo.InvariantCulture));
                break;
            case StringLiteral text:
                _output.Append(CultureInfo.InvariantCulture, $"\"{text.Value}\"");
                break;
            case Projection projection:
                Write(projection.Value, scope, 100, depth + 1);
                _output.Append(CultureInfo.InvariantCulture, $".{projection.Field + 1}");
                break;
        }
    }

    private void WriteConstant(ConstantTerm constant)
    {
        // Whole, also of a private one: what it is short for could look like the library's.
        _output.Append(constant.Name);
        if (_isExplicit && constant.Levels.Count > 0)
        {
            _output.Append(".{").AppendJoin(", ", constant.Levels.Select(level => LevelName(level))).Append('}');
        }
    }

    private void WriteApplication(Expr term, Scope? scope, int level, int depth)
    {
        var arguments = new List<Expr>();
        while (term is Application application)
        {
            arguments.Add(application.Argument);
            term = application.Function;
        }

        arguments.Reverse();
        var shown = _isExplicit ? arguments : Shown(term, arguments);
        var name = (term as ConstantTerm)?.Name.ToString();
        if (!_isExplicit && name == "OfNat.ofNat" && arguments is [_, NaturalLiteral number, ..])
        {
            Write(number, scope, level, depth + 1);
        }
        else if (!_isExplicit && name is not null && shown.Count == 2 && Operators.TryGetValue(name, out var op))
        {
            Parenthesised(level >= op.Level, () =>
            {
                Write(shown[0], scope, op.Level, depth + 1);
                _output.Append(CultureInfo.InvariantCulture, $" {op.Sign} ");
                Write(shown[1], scope, op.Level, depth + 1);
            });
        }
        else
        {
            Parenthesised(level >= 100 && shown.Count > 0, () =>
            {
                _output.Append(_isExplicit ? "@" : string.Empty);
                Write(term, scope, 100, depth + 1);
                foreach (var argument in shown)
                {
                    _output.Append(' ');
                    Write(argument, scope, 100, depth + 1);
                }
            });
        }
    }

    /// <summary>The arguments that are given in so many words.</summary>
    private List<Expr> Shown(Expr function, List<Expr> arguments)
    {
        if (function is not ConstantTerm constant)
        {
            return arguments;
        }

        var type = _text.Own(constant.Name)?.Type ?? _text.Library.Find(constant.Name)?.Info.Type;
        var shown = new List<Expr>();
        foreach (var argument in arguments)
        {
            var binding = type as Binding;
            if (binding is not { IsLambda: false, Info: not BinderInfo.Default })
            {
                shown.Add(argument);
            }

            type = binding?.Body;
        }

        return shown;
    }

    private void WriteBinding(Binding binding, Scope? scope, int depth)
    {
        var inner = new Scope(binding.Variable, scope);
        if (!binding.IsLambda && binding.Info == BinderInfo.Default && !Uses(binding.Body))
        {
            Write(binding.Type, scope, 25, depth + 1);
            _output.Append(" → ");
            Write(binding.Body, inner, 0, depth + 1);
            return;
        }

        var (open, close) = binding.Info switch
        {
            BinderInfo.Implicit => ("{", "}"),
            BinderInfo.StrictImplicit => ("⦃", "⦄"),
            BinderInfo.InstanceImplicit => ("[", "]"),
            _ => ("(", ")"),
        };
        _output.Append(CultureInfo.InvariantCulture, $"{(binding.IsLambda ? "fun" : "∀")} {open}{binding.Variable} : ");
        Write(binding.Type, scope, 0, depth + 1);
        _output.Append(CultureInfo.InvariantCulture, $"{close}{(binding.IsLambda ? " =>" : ",")} ");
        Write(binding.Body, inner, 0, depth + 1);
    }

    // Good enough for an arrow: whether anything loose is left of the body tells it for sure only of closed types.
    private static bool Uses(Expr body) => body.LooseBoundVariables > 0 && MentionsInnermost(body);

    private static bool MentionsInnermost(Expr body)
    {
        const int Enough = 100_000; // it is for display
        var seen = new HashSet<(Expr, int)>();
        var open = new Stack<(Expr Term, int Depth)>([(body, 0)]);
        while (open.TryPop(out var at))
        {
            if (at.Term.LooseBoundVariables <= at.Depth || !seen.Add(at))
            {
                continue;
            }

            if (seen.Count > Enough || (at.Term is BoundVariable variable && variable.Index == at.Depth))
            {
                return true;
            }

            var children = at.Term.Children;
            for (var i = 0; i < children.Count; i++)
            {
                var isBody = at.Term is Binding or Let && i == children.Count - 1;
                open.Push((children[i], at.Depth + (isBody ? 1 : 0)));
            }
        }

        return false;
    }

    private static string NameOf(int index, Scope? scope)
    {
        for (; index > 0 && scope is not null; index--)
        {
            scope = scope.Outer;
        }

        return scope?.Variable.ToString() ?? $"#{index}";
    }

    private static string SortName(Level level) => level.Kind switch
    {
        LevelKind.Zero => "Prop",
        LevelKind.Successor when level.First!.Kind == LevelKind.Zero => "Type",
        LevelKind.Successor => $"Type {LevelName(level.First!)}",
        _ => $"Sort {LevelName(level)}",
    };

    private static string LevelName(Level level) => LevelName(level, 0);

    private static string LevelName(Level level, int depth)
    {
        if (depth > MaxLevelDepth)
        {
            return "…";
        }

        switch (level.Kind)
        {
            case LevelKind.Parameter:
                return level.Parameter!.ToString();
            case LevelKind.Max or LevelKind.IMax:
                return $"({(level.Kind == LevelKind.Max ? "max" : "imax")} {LevelName(level.First!, depth + 1)} {LevelName(level.Second!, depth + 1)})";
            default:
                var added = 0;
                for (; level.Kind == LevelKind.Successor; level = level.First!)
                {
                    added++;
                }

                return level.Kind == LevelKind.Zero ? added.ToString(CultureInfo.InvariantCulture)
                    : added == 0 ? LevelName(level, depth + 1) : $"{LevelName(level, depth + 1)}+{added}";
        }
    }

    private void Parenthesised(bool isNeeded, Action write)
    {
        _output.Append(isNeeded ? "(" : string.Empty);
        write();
        _output.Append(isNeeded ? ")" : string.Empty);
    }
}
