using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Prover.Lean.Terms;

namespace Prover.Lean.Replay;

/// <summary>Writes declarations as the request of <c>host/replay-data.mjs</c> and <c>Native/Replay.lean</c>: tables of names, levels and terms, each
/// entry made of earlier ones, and the declarations that refer to them by number.</summary>
internal sealed class DeclarationJson
{
    private readonly TermNumbers _numbers = new();

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
        foreach (var name in _numbers.Names)
        {
            json.WriteStartArray();
            json.WriteNumberValue(_numbers.Of(name.Prefix!));
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
        WriteNumbers(json, "levels", _numbers.Levels);
        WriteTexts(json, "naturals", _numbers.Naturals);
        WriteTexts(json, "strings", _numbers.Strings);
        WriteNumbers(json, "terms", _numbers.Terms);
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
                json.WriteNumber("value", _numbers.Of(definition.Value));
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
                json.WriteNumber("value", _numbers.Of(theorem.Value));
                WriteNames(json, "all", theorem.All);
                break;
            case OpaqueInfo opaque:
                WriteHead(json, "opaque", opaque);
                json.WriteNumber("value", _numbers.Of(opaque.Value));
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
        json.WriteNumber("name", _numbers.Of(constant.Name));
        WriteNames(json, "levelParams", constant.LevelParameters);
        json.WriteNumber("type", _numbers.Of(constant.Type));
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
            json.WriteNumber("induct", _numbers.Of(constructor.Inductive));
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
                json.WriteNumber("constructor", _numbers.Of(rule.Constructor));
                json.WriteNumber("numFields", rule.Fields);
                json.WriteNumber("rhs", _numbers.Of(rule.RightHandSide));
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

    private void WriteNames(Utf8JsonWriter json, string field, IReadOnlyList<Name> names) => WriteNumbers(json, field, [.. names.Select(_numbers.Of)]);

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
}
