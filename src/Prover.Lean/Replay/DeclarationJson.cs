using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Prover.Lean.Terms;

namespace Prover.Lean.Replay;

/// <summary>Writes declarations as the request of <c>host/replay-data.mjs</c> and <c>Native/Replay.lean</c>: tables of names, levels and terms, each
/// entry made of earlier ones, and the declarations that refer to them by number.</summary>
internal sealed class DeclarationJson
{
    // Some 50,000 digits, which the other side takes at most: to write and to read them takes the square of their number.
    private const long MaxNumberBits = 166_000;

    private readonly Dictionary<Name, int> _nameNumbers = new() { [Name.Anonymous] = 0 };
    private readonly List<Name> _names = [];
    private readonly Dictionary<Level, int> _levelNumbers = new(ReferenceEqualityComparer.Instance);
    private readonly List<int> _levels = [];
    private readonly Dictionary<Expr, int> _termNumbers = new(ReferenceEqualityComparer.Instance);
    private readonly List<int> _terms = [];
    private readonly List<string> _naturals = [];
    private readonly List<string> _strings = [];
    private readonly Stack<Expr> _path = new();
    private int _levelCount;

    /// <summary>The whole request as UTF-8.</summary>
    public static ReadOnlyMemory<byte> Write(Declarations declarations)
    {
        var output = new ArrayBufferWriter<byte>(1 << 16);
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { SkipValidation = true }))
        {
            json.WriteStartObject();
            json.WriteStartObject("replay");
            new DeclarationJson().WriteBody(json, declarations);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return output.WrittenMemory;
    }

    private void WriteBody(Utf8JsonWriter json, Declarations declarations)
    {
        json.WriteStartArray("imports");
        foreach (var import in declarations.Imports)
        {
            json.WriteStringValue(import);
        }

        json.WriteEndArray();
        json.WriteStartArray("declarations");
        foreach (var declaration in declarations.Items)
        {
            WriteDeclaration(json, declaration);
        }

        json.WriteEndArray();

        // The tables are complete only now.
        json.WriteStartArray("names");
        foreach (var name in _names)
        {
            json.WriteStartArray();
            json.WriteNumberValue(_nameNumbers[name.Prefix!]);
            if (name.Text is { } text)
            {
                json.WriteStringValue(text);
            }
            else if (name.Number <= int.MaxValue)
            {
                json.WriteNumberValue((int)name.Number);
            }
            else
            {
                json.WriteStartObject();
                json.WriteString("nat", name.Number.ToString(CultureInfo.InvariantCulture));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        WriteNumbers(json, "levels", _levels);
        WriteTexts(json, "naturals", _naturals);
        WriteTexts(json, "strings", _strings);
        WriteNumbers(json, "terms", _terms);
    }

    private void WriteDeclaration(Utf8JsonWriter json, Declaration declaration)
    {
        json.WriteStartObject();
        switch (declaration.Members[0])
        {
            case AxiomInfo axiom:
                WriteHead(json, "axiom", axiom);
                break;
            case DefinitionInfo definition:
                WriteHead(json, "definition", definition);
                json.WriteNumber("value", Number(definition.Value));
                if (definition.Height is { } height)
                {
                    json.WriteNumber("hints", height);
                }
                else
                {
                    json.WriteString("hints", definition.IsAbbreviation ? "abbrev" : "opaque");
                }

                WriteNames(json, "all", definition.All);
                break;
            case TheoremInfo theorem:
                WriteHead(json, "theorem", theorem);
                json.WriteNumber("value", Number(theorem.Value));
                WriteNames(json, "all", theorem.All);
                break;
            case OpaqueInfo opaque:
                WriteHead(json, "opaque", opaque);
                json.WriteNumber("value", Number(opaque.Value));
                WriteNames(json, "all", opaque.All);
                break;
            default:
                WriteBlock(json, declaration.Members);
                break;
        }

        json.WriteEndObject();
    }

    private void WriteHead(Utf8JsonWriter json, string kind, ConstantInfo constant)
    {
        json.WriteString("kind", kind);
        WriteCommon(json, constant);
    }

    private void WriteCommon(Utf8JsonWriter json, ConstantInfo constant)
    {
        json.WriteNumber("name", Number(constant.Name));
        WriteNames(json, "levelParams", constant.LevelParameters);
        json.WriteNumber("type", Number(constant.Type));
    }

    private void WriteBlock(Utf8JsonWriter json, IReadOnlyList<ConstantInfo> members)
    {
        var types = members.OfType<InductiveInfo>().ToList();
        json.WriteString("kind", "inductive");
        WriteNames(json, "levelParams", types.FirstOrDefault()?.LevelParameters ?? []);
        json.WriteNumber("numParams", types.FirstOrDefault()?.Parameters ?? 0);
        WriteObjects(json, "types", InOrder(types), type =>
        {
            WriteCommon(json, type);
            WriteNames(json, "constructors", type.Constructors);
            json.WriteNumber("numIndices", type.Indices);
            json.WriteNumber("numNested", type.Nested);
            json.WriteBoolean("isRec", type.IsRecursive);
            json.WriteBoolean("isReflexive", type.IsReflexive);
            WriteNames(json, "all", type.All);
        });
        WriteObjects(json, "constructors", members.OfType<ConstructorInfo>(), constructor =>
        {
            WriteCommon(json, constructor);
            json.WriteNumber("induct", Number(constructor.Inductive));
            json.WriteNumber("cidx", constructor.Position);
            json.WriteNumber("numParams", constructor.Parameters);
            json.WriteNumber("numFields", constructor.Fields);
        });
        WriteObjects(json, "recursors", members.OfType<RecursorInfo>(), recursor =>
        {
            WriteCommon(json, recursor);
            WriteNames(json, "all", recursor.All);
            json.WriteNumber("numParams", recursor.Parameters);
            json.WriteNumber("numIndices", recursor.Indices);
            json.WriteNumber("numMotives", recursor.Motives);
            json.WriteNumber("numMinors", recursor.Minors);
            WriteObjects(json, "rules", recursor.Rules, rule =>
            {
                json.WriteNumber("constructor", Number(rule.Constructor));
                json.WriteNumber("numFields", rule.Fields);
                json.WriteNumber("rhs", Number(rule.RightHandSide));
            });
            json.WriteBoolean("k", recursor.IsK);
        });
    }

    /// <summary>The kernel wants the types of a block in the order in which they were declared.</summary>
    private static IEnumerable<InductiveInfo> InOrder(List<InductiveInfo> types)
    {
        var order = (types.FirstOrDefault()?.All ?? []).Distinct().Select((name, at) => (name, at)).ToDictionary(n => n.name, n => n.at);
        return types.OrderBy(t => order.GetValueOrDefault(t.Name, -1));
    }

    private static void WriteObjects<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteNames(Utf8JsonWriter json, string field, IReadOnlyList<Name> names) => WriteNumbers(json, field, [.. names.Select(Number)]);

    private static void WriteNumbers(Utf8JsonWriter json, string field, List<int> numbers)
    {
        json.WriteStartArray(field);
        foreach (var number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, string field, List<string> texts)
    {
        json.WriteStartArray(field);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private int Number(Name name)
    {
        if (_nameNumbers.TryGetValue(name, out var known))
        {
            return known;
        }

        var missing = new Stack<Name>();
        for (var at = name; !_nameNumbers.ContainsKey(at); at = at.Prefix!)
        {
            missing.Push(at);
        }

        while (missing.TryPop(out var next))
        {
            _names.Add(next);
            _nameNumbers[next] = _names.Count;
        }

        return _names.Count;
    }

    private int Number(Level root)
    {
        if (root.Kind == LevelKind.Zero)
        {
            return 0;
        }

        var path = new Stack<Level>([root]);
        while (path.TryPeek(out var level))
        {
            if (level.Kind == LevelKind.Zero || _levelNumbers.ContainsKey(level))
            {
                path.Pop();
            }
            else if (new[] { level.First, level.Second }.OfType<Level>().Where(l => l.Kind != LevelKind.Zero && !_levelNumbers.ContainsKey(l)).ToList() is { Count: > 0 } parts)
            {
                parts.ForEach(path.Push);
            }
            else
            {
                _levels.Add((int)level.Kind);
                _levels.AddRange(level.Parameter is { } parameter
                    ? [Number(parameter)]
                    : new[] { level.First, level.Second }.OfType<Level>().Select(l => l.Kind == LevelKind.Zero ? 0 : _levelNumbers[l]));
                _levelNumbers[path.Pop()] = ++_levelCount;
            }
        }

        return _levelNumbers[root];
    }

    private int Number(Expr root)
    {
        if (_termNumbers.TryGetValue(root, out var known))
        {
            return known;
        }

        _path.Push(root);
        while (_path.TryPeek(out var term))
        {
            if (_termNumbers.ContainsKey(term))
            {
                _path.Pop();
            }
            else if (!PushParts(term))
            {
                _path.Pop();
                WriteTerm(term);
                _termNumbers[term] = _termNumbers.Count;
            }
        }

        return _termNumbers[root];
    }

    private bool PushParts(Expr term) => term switch
    {
        Application a => Push(a.Argument) | Push(a.Function),
        Binding b => Push(b.Body) | Push(b.Type),
        Let l => Push(l.Body) | Push(l.Value) | Push(l.Type),
        Projection p => Push(p.Value),
        _ => false,
    };

    private bool Push(Expr part)
    {
        var isNew = !_termNumbers.ContainsKey(part);
        if (isNew)
        {
            _path.Push(part);
        }

        return isNew;
    }

    private void WriteTerm(Expr term)
    {
        switch (term)
        {
            case BoundVariable variable:
                _terms.AddRange(0, variable.Index);
                break;
            case Sort sort:
                _terms.AddRange(3, Number(sort.Level));
                break;
            case ConstantTerm constant:
                _terms.AddRange(4, Number(constant.Name), constant.Levels.Count);
                _terms.AddRange(constant.Levels.Select(Number));
                break;
            case Application application:
                _terms.AddRange(5, _termNumbers[application.Function], _termNumbers[application.Argument]);
                break;
            case Binding binding:
                _terms.AddRange(
                    binding.IsLambda ? 6 : 7, Number(binding.Variable), (int)binding.Info, _termNumbers[binding.Type], _termNumbers[binding.Body]);
                break;
            case Let let:
                _terms.AddRange(8, Number(let.Variable), 0, _termNumbers[let.Type], _termNumbers[let.Value], _termNumbers[let.Body]);
                break;
            case NaturalLiteral number:
                _terms.AddRange(9, _naturals.Count);
                if (number.Value.GetBitLength() > MaxNumberBits)
                {
                    throw new InvalidDataException($"The proof holds a number of {number.Value.GetBitLength():N0} bits written out; a replay takes {MaxNumberBits:N0} at most.");
                }

                _naturals.Add(number.Value.ToString(CultureInfo.InvariantCulture));
                break;
            case StringLiteral text:
                _terms.AddRange(10, _strings.Count);
                _strings.Add(text.Value);
                break;
            case Projection projection:
                _terms.AddRange(11, Number(projection.Structure), projection.Field, _termNumbers[projection.Value]);
                break;
            default:
                throw new NotSupportedException($"{term.GetType().Name} is no term that can be written.");
        }
    }
}
