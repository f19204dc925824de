using Prover.Lean.Library;

namespace Prover.Lean.Tests.Audit;

/// <summary>A small compiled library in a temporary folder: Init, Extra on top of it, and Other, which nobody imports.</summary>
internal sealed class ForgedLibrary : ILibrarySource, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("prover-library-").FullName;
    private readonly LeanLibrary _library;

    /// <param name="axioms">Names of the real axioms; null where every axiom is one.</param>
    public ForgedLibrary(IReadOnlySet<string>? axioms = null)
    {
        WriteTo(_folder);
        _library = new LeanLibrary([_folder], axioms);
    }

    /// <summary>Writes the library's files.</summary>
    public static void WriteTo(string folder)
    {
        Write(folder, "Init", [], WriteInit);
        Write(folder, "Extra", ["Init"], text => text.Theorem("Extra.fact", text.C("True"), text.Apply("propext", text.C("True.intro"))));
        Write(folder, "Other", ["Init"], text => text.Definition("Other.value", text.Nat, text.Number(1)));
    }

    /// <summary>Overwrites bytes of a file.</summary>
    public void Damage(string module)
    {
        var path = Path.Combine(_folder, $"{module}.olean");
        var bytes = File.ReadAllBytes(path);
        bytes.AsSpan(bytes.Length / 4, bytes.Length / 2).Fill(0xEE);
        File.WriteAllBytes(path, bytes);
    }

    public void Remove(string module) => File.Delete(Path.Combine(_folder, $"{module}.olean"));

    public Task<LeanLibrary> GetLibraryAsync(CancellationToken cancellationToken = default) => Task.FromResult(_library);

    public void Dispose()
    {
        _library.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static void Write(string folder, string module, string[] imports, Action<ForgedText> write) =>
        File.WriteAllBytes(Path.Combine(folder, $"{module}.olean"), ForgedText.Of(imports, write).Bytes.ToArray());

    private static void WriteInit(ForgedText text)
    {
        var f = text.Forge;
        text.Inductive("Nat", text.Type, null, ("zero", null), ("succ", text.Nat));
        text.Inductive("True", text.Prop, null, ("intro", null));
        text.Inductive("String", text.Type, null, ("mk", text.Nat));
        text.Axiom("propext", text.Prop).Axiom("Classical.choice", text.Prop).Axiom("Quot.sound", text.Prop);
        text.Axiom("sorryAx", text.Prop).Axiom("Library.cheat", text.Prop);

        // Eq.{u} {α : Sort u} : α → α → Prop
        var u = f.Parameter("u");
        var refl = f.Name("Eq.refl");
        var eq = f.Pi("α", f.Sort(u), f.Pi("a", f.Bound(0), f.Pi("b", f.Bound(1), text.Prop)), info: 1);
        text.Add("Eq", n => f.Inductive(n, eq, [refl], parameters: 2, indices: 1, levels: "u"));
        var same = f.Apply(f.Const("Eq", u), f.Bound(1), f.Bound(0), f.Bound(0));
        text.Add(refl, n => f.Constructor(n, f.Pi("α", f.Sort(u), f.Pi("a", f.Bound(0), same), info: 1), f.Name("Eq"), 0, 2, levels: "u"));

        // HAdd.hAdd {α β γ : Type} [i : Nat] (a b : Nat) : Nat
        var add = f.Pi("α", text.Type, f.Pi("β", text.Type, f.Pi("γ", text.Type, f.Pi("i", text.Nat, text.Arrow(text.Nat, text.Arrow(text.Nat, text.Nat)), info: 3), info: 1), info: 1), info: 1);
        text.Definition("HAdd.hAdd", add, text.Nat).Definition("instHAdd", text.Nat, text.Number(0)).Definition("instOther", text.Nat, text.Number(0));

        text.Definition("Library.deep", text.Prop, text.C("Library.middle")).Definition("Library.middle", text.Prop, text.C("sorryAx"));
        text.Add("Library.hidden", n => f.Opaque(n, text.Prop, text.C("sorryAx")));
        text.Inductive("Library.Tainted", text.Type, null, ("mk", text.C("sorryAx")));
        text.Inductive("Library.Recursive", text.Type, text.C("sorryAx"), ("mk", text.Nat));
        text.Definition("Library.raw", text.Nat, text.Number(1), safety: 0);
        text.Add("Lean.reduceBool", n => f.Opaque(n, text.Nat, text.Number(1)));
        text.Add("Quot", n => f.Quotient(n, text.Prop));
    }
}
