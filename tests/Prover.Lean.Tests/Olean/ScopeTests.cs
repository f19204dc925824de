using Prover.Lean.Library;
using Prover.Lean.Terms;

namespace Prover.Lean.Tests.Olean;

/// <summary>A library in which two modules, never imported together, use one name for two things.</summary>
public sealed class ScopeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("prover-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_a_constant_rests_on_is_looked_up_among_its_own_imports()
    {
        Write("A", f => (f.Name("f"), f.Axiom(f.Name("f"), f.Const("f"))));
        Write("B", f => (f.Name("f"), f.Theorem(f.Name("f"), f.Const("f"), f.Const("f"))));
        Write("C", f => (f.Name("g"), f.Axiom(f.Name("g"), f.Const("f"))), "A");
        using var library = new LeanLibrary([_folder]);

        var scope = library.Scope([Name.Of("C")]);
        library.Scope([Name.Of("B")]);

        var used = Assert.Single(scope.UsesOf(scope.Find(Name.Of("g"))!));
        Assert.Equal("axiom", used.Kind);
    }

    [Fact]
    public void Where_stubs_and_axioms_can_not_be_told_apart_each_is_an_axiom()
    {
        Write("A", f => (f.Name("f"), f.Axiom(f.Name("f"), f.Const("f"))));
        Write("Doubtful", f => (f.Name("g"), f.Axiom(f.Name("g"), f.Const("g"))));
        using var library = new LeanLibrary([_folder], new HashSet<string>(), "Doubtful");

        var scope = library.Scope([Name.Of("A"), Name.Of("Doubtful")]);

        Assert.False(scope.Find(Name.Of("f"))!.IsAxiom);
        Assert.True(scope.Find(Name.Of("g"))!.IsAxiom);
    }

    private void Write(string module, Func<OleanForge, (ulong Name, ulong Constant)> constant, string? import = null)
    {
        using var forge = new OleanForge();
        var imports = import is null ? [] : new[] { forge.Add(0, [forge.Name(import)], 0, 1, 0) };
        var (name, info) = constant(forge);
        File.WriteAllBytes(Path.Combine(_folder, $"{module}.olean"), forge.Module(imports, [name], [info]));
    }
}
