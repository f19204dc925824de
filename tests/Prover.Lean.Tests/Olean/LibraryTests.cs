using Prover.Lean.Olean;
using Prover.Lean.Terms;
using Prover.Lean.Tests.RealLean;

namespace Prover.Lean.Tests.Olean;

/// <summary>The reader over the embedded Lean's own library: real files, each object checked against the hash that Lean keeps with it.</summary>
public sealed class LibraryTests(LeanFixture lean)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_constant_of_every_library_file_decodes()
    {
        var kinds = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var files = 0;
        foreach (var path in Directory.EnumerateFiles(await LibraryAsync(), "*.olean", SearchOption.AllDirectories))
        {
            using var module = OleanModule.Open([path], new TermTable());
            files++;
            for (var i = 0; i < module.ConstantNames.Count; i++)
            {
                var kind = module.Constant(i).Kind;
                Assert.Equal(kind, module.KindOf(i));
                kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
            }
        }

        Assert.Equal(2_098, files);
        Assert.Equal(146_753, kinds.Values.Sum());
        Assert.Equal(8_006, kinds["theorem"]);
        Assert.Equal(
            "axiom 77914, constructor 4328, definition 50897, inductive 2726, opaque 27, quot 4, recursor 2851, theorem 8006",
            string.Join(", ", kinds.Select(k => $"{k.Key} {k.Value}")));
    }

    [Fact]
    public async Task Constants_hold_what_Lean_says_of_them()
    {
        using var module = OleanModule.Open([Path.Combine(await LibraryAsync(), "Init", "Prelude.olean")], new TermTable());
        ConstantInfo Constant(string name) => module.Constant(module.ConstantNames.ToList().IndexOf(Name.Of(name)));

        var nat = Assert.IsType<InductiveInfo>(Constant("Nat"));
        Assert.Equal(["Nat.zero", "Nat.succ"], nat.Constructors.Select(c => c.ToString()));
        Assert.True(nat.IsRecursive);
        Assert.False(nat.IsUnsafe);
        var recursor = Assert.IsType<RecursorInfo>(Constant("Nat.rec"));
        Assert.Equal((1, 2, 2), (recursor.Motives, recursor.Minors, recursor.Rules.Count));
        var successor = Assert.IsType<ConstructorInfo>(Constant("Nat.succ"));
        Assert.Equal((1, 1), (successor.Position, successor.Fields));
        Assert.IsType<AxiomInfo>(Constant("sorryAx"));
        Assert.Equal(["u"], Constant("id").LevelParameters.Select(p => p.ToString()));
    }

    [Fact]
    public async Task A_module_says_what_it_imports()
    {
        using var module = OleanModule.Open([Path.Combine(await LibraryAsync(), "Init", "Core.olean")], new TermTable());

        Assert.Equal("4.28.0-pre", module.Header.LeanVersion);
        Assert.Equal(4, module.Header.PointerBytes);
        Assert.True(module.IsModule);
        Assert.Contains("Init.SizeOf", module.Imports.Select(i => i.Module.ToString()));
    }

    [Fact]
    public async Task What_a_text_compiles_to_can_be_read()
    {
        var path = Path.Combine(Path.GetTempPath(), $"prover-test-{Guid.NewGuid():N}.olean");
        await using var session = await lean.OpenAsync();
        var reply = await session.RunAsync("def f (n : Nat) : Nat := n + 1\ntheorem f_pos (n : Nat) : 0 < f n := Nat.succ_pos n\n", null, Token);
        await session.WriteOleanAsync(reply.Environment!.Value, string.Empty, path, Token);

        using (var module = OleanModule.Open([path], new TermTable()))
        {
            Assert.Contains(Name.Of("f_pos"), module.ConstantNames);
            Assert.Equal(["Init"], module.Imports.Select(i => i.Module.ToString()));
        }

        File.Delete(path);
    }

    private async Task<string> LibraryAsync() => Path.Combine((await lean.Toolchain.InstallAsync(null, Token)).Root, "lib");
}
