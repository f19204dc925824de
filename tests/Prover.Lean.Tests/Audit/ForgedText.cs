using System.Numerics;
using Prover.Core.Auditing;
using Prover.Lean.Tests.Olean;

namespace Prover.Lean.Tests.Audit;

/// <summary>A compiled text written by hand, on top of <see cref="ForgedLibrary"/>: constants are added, then the file is made.</summary>
internal sealed class ForgedText(string version = "4.99.0") : IDisposable
{
    private readonly List<(ulong Name, ulong Constant)> _constants = [];
    private readonly List<string> _imports = [];

    /// <summary>Makes names and terms.</summary>
    public OleanForge Forge { get; } = new(version: version);

    public ulong Nat => C("Nat");

    public ulong Prop => Forge.Sort(OleanForge.Nil);

    public ulong Type => Forge.Sort(One);

    public ulong One => Forge.Successor(OleanForge.Nil);

    /// <summary>A text that imports Init.</summary>
    public static CompiledModule Of(Action<ForgedText> write) => Of(["Init"], write);

    public static CompiledModule Of(string[] imports, Action<ForgedText> write, string version = "4.99.0")
    {
        using var text = new ForgedText(version);
        text._imports.AddRange(imports);
        write(text);
        return new CompiledModule(text.ToBytes());
    }

    /// <summary>A constant; levels as pointers.</summary>
    public ulong C(string name, params ulong[] levels) => Forge.Const(name, levels);

    /// <summary>A constant of the library or the text applied to arguments.</summary>
    public ulong Apply(string function, params ulong[] arguments) => Forge.Apply(C(function), arguments);

    public ulong Number(BigInteger value) => Forge.Number(value);

    /// <summary><c>a = b</c> among numbers.</summary>
    public ulong Equal(ulong left, ulong right) => Forge.Apply(C("Eq", One), Nat, left, right);

    /// <summary><c>a + b</c> among numbers.</summary>
    public ulong Plus(ulong left, ulong right, string instance = "instHAdd") => Apply("HAdd.hAdd", Nat, Nat, Nat, C(instance), left, right);

    /// <summary><c>type → result</c></summary>
    public ulong Arrow(ulong type, ulong result) => Forge.Pi("a", type, result);

    /// <summary>Adds a constant under a name: of plain words, or a pointer.</summary>
    public ForgedText Add(string name, Func<ulong, ulong> constant) => Add(Forge.Name(name), constant);

    public ForgedText Add(ulong name, Func<ulong, ulong> constant)
    {
        _constants.Add((name, constant(name)));
        return this;
    }

    public ForgedText Axiom(string name, ulong type, string levels = "") => Add(name, n => Forge.Axiom(n, type, levels));

    public ForgedText Definition(string name, ulong type, ulong value, byte safety = 1) => Add(name, n => Forge.Definition(n, type, value, safety: safety));

    public ForgedText Theorem(string name, ulong type, ulong value, string levels = "") => Add(name, n => Forge.Theorem(n, type, value, levels));

    /// <summary>A type without parameters and indices, with a recursor whose rules hold <paramref name="right"/>.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="type">Where it lives.</param>
    /// <param name="right">A right-hand side; null for a plain one.</param>
    /// <param name="constructors">Names of the constructors and types of their one field; null for no field.</param>
    public ForgedText Inductive(string name, ulong type, ulong? right, params (string Name, ulong? Field)[] constructors)
    {
        var own = Forge.Name(name);
        var names = constructors.Select(c => Forge.Name($"{name}.{c.Name}")).ToArray();
        Add(own, n => Forge.Inductive(n, type, names));
        for (var i = 0; i < names.Length; i++)
        {
            var field = constructors[i].Field;
            Add(names[i], n => Forge.Constructor(n, field is { } f ? Arrow(f, C(name)) : C(name), own, (uint)i, fields: field is null ? 0u : 1));
        }

        var rules = names.Select((n, i) => (n, constructors[i].Field is null ? 0u : 1u, right ?? Nat)).ToArray();
        return Add($"{name}.rec", n => Forge.Recursor(n, Arrow(C(name), Prop), own, rules: rules));
    }

    public void Dispose() => Forge.Dispose();

    public byte[] ToBytes() => Forge.Module(
        [.. _imports.Select(Forge.Import)], [.. _constants.Select(c => c.Name)], [.. _constants.Select(c => c.Constant)]);
}
