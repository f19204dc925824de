using System.Numerics;
using System.Text;
using System.Text.Json.Nodes;
using Prover.Lean.Audit;
using Prover.Lean.Replay;
using Prover.Lean.Terms;
using Prover.Lean.Tests.Audit;

namespace Prover.Lean.Tests.Replay;

/// <summary>The request that kernels are sent: its numbers are stable, its tables complete.</summary>
public sealed class DeclarationJsonTests : IDisposable
{
    private readonly ForgedLibrary _library = new();

    [Fact]
    public async Task A_small_text_gives_these_bytes()
    {
        var request = await WriteAsync(text =>
        {
            var f = text.Forge;
            text.Theorem("t", f.Pi("n", text.Nat, text.Equal(text.C("c"), text.C("c"))), f.Lambda("n", text.Nat, f.Apply(f.Const("Eq.refl", text.One), text.Nat, text.C("c"))));
            text.Definition("c", text.Nat, text.Number(7));
        });

        // Names: 1 c, 2 Nat, 3 t, 4 Eq, 5 n, 6 Eq.refl. Terms: 0 Nat, 1 7, 2 Eq.{1}, 3 Eq Nat, 4 c, …
        Assert.Equal(
            """
            {"replay":{"imports":["Init"],"declarations":[
            {"kind":"definition","name":1,"levelParams":[],"type":0,"value":1,"hints":1,"all":[1]},
            {"kind":"theorem","name":3,"levelParams":[],"type":7,"value":11,"all":[3]}],
            "names":[[0,"c"],[0,"Nat"],[0,"t"],[0,"Eq"],[0,"n"],[4,"refl"]],
            "levels":[1,0],"naturals":["7"],"strings":[],
            "terms":[4,2,0,9,0,4,4,1,1,5,2,0,4,1,0,5,3,4,5,5,4,7,5,0,0,6,4,6,1,1,5,8,0,5,9,4,6,5,0,0,10]}}
            """.Replace("\n", string.Empty, StringComparison.Ordinal),
            request);
    }

    [Fact]
    public async Task The_same_text_gives_the_same_bytes_whenever_it_is_read()
    {
        static void Write(ForgedText text) => text
            .Inductive("S", text.Type, null, ("a", null), ("b", text.Nat)).Theorem("t", text.Arrow(text.C("S"), text.C("True")), text.C("True.intro"));

        Assert.Equal(await WriteAsync(Write), await WriteAsync(Write));
    }

    [Fact]
    public async Task A_block_of_types_is_one_declaration_with_a_check_of_each_constructor_after_it()
    {
        var declarations = Declarations(await WriteAsync(text => text
            .Theorem("t", text.Arrow(text.C("S"), text.C("True")), text.C("True.intro")).Inductive("S", text.Type, null, ("a", null), ("b", text.Nat))));

        Assert.Equal(["inductive", "theorem", "theorem", "theorem"], declarations.Select(d => (string)d!["kind"]!));
        var block = declarations[0]!;
        Assert.Equal((1, 2, 1), (block["types"]!.AsArray().Count, block["constructors"]!.AsArray().Count, block["recursors"]!.AsArray().Count));
        Assert.Equal([0, 1], block["constructors"]!.AsArray().Select(c => (int)c!["numFields"]!));
        Assert.Equal(2, block["recursors"]![0]!["rules"]!.AsArray().Count);
    }

    [Fact]
    public async Task Unsafe_and_partial_constants_are_left_out()
    {
        var declarations = Declarations(await WriteAsync(text => text
            .Definition("raw", text.Nat, text.Number(1), safety: 0).Definition("loop", text.Nat, text.Number(1), safety: 2)
            .Theorem("t", text.C("True"), text.C("True.intro"))));

        Assert.Equal("theorem", (string)Assert.Single(declarations)!["kind"]!);
    }

    [Fact]
    public async Task Big_numbers_and_odd_strings_arrive_whole()
    {
        var big = BigInteger.Pow(10, 1000) + 7;
        string[] words = ["", "\0", "\"\\\n", "\u2028", "é𝔸", "</script>", "'+&"];
        var json = JsonNode.Parse(await WriteAsync(text =>
        {
            var numbers = text.Forge.Apply(text.C("Nat.succ"), text.Number(big), text.Number(0), text.Number(BigInteger.Pow(2, 64)));
            text.Theorem("t", text.C("True"), text.Forge.Apply(numbers, [.. words.Select(text.Forge.Word)]));
        }))!["replay"]!;

        Assert.Equal([big.ToString(), "0", "18446744073709551616"], json["naturals"]!.AsArray().Select(n => (string)n!));
        Assert.Equal(words, json["strings"]!.AsArray().Select(s => (string)s!));
    }

    [Fact]
    public async Task Names_keep_numbers_of_every_size_and_odd_components()
    {
        var json = JsonNode.Parse(await WriteAsync(text =>
        {
            var odd = text.Forge.Name(text.Forge.Name(OleanForgeNil, "a.«b\n"), 5);
            var large = text.Forge.Name(odd, BigInteger.Pow(2, 40));
            text.Add(large, n => text.Forge.Definition(n, text.Nat, text.Number(1)));
            text.Theorem("t", text.C("True"), text.Forge.Const(large));
        }))!["replay"]!;

        Assert.Equal(
            """[[0,"a.\u00ABb\n"],[1,5],[2,{"nat":"1099511627776"}]]""",
            new JsonArray([.. json["names"]!.AsArray().Take(3).Select(n => n!.DeepClone())]).ToJsonString());
    }

    [Fact]
    public async Task Levels_are_written_before_what_is_made_of_them()
    {
        var json = JsonNode.Parse(await WriteAsync(text =>
        {
            var (f, u) = (text.Forge, text.Forge.Parameter("u"));
            text.Theorem("t", f.Sort(f.Max(f.Successor(u), f.Max(u, text.One, isIMax: true))), text.C("True.intro"), "u");
        }))!["replay"]!;

        // 1 is u, 2 is 0+1, 3 is imax u 1, 4 is u+1, 5 is max 4 3, in the order in which they are needed.
        var levels = json["levels"]!.AsArray().Select(l => (int)l!).ToList();
        Assert.Equal(12, levels.Count);
        Assert.Equal(2, levels[^3]);
        Assert.Equal([(int)json["declarations"]![0]!["levelParams"]![0]!], Enumerable.Range(0, levels.Count - 1).Where(i => levels[i] == 4).Take(1).Select(i => levels[i + 1]));
    }

    public void Dispose() => _library.Dispose();

    private static ulong OleanForgeNil => Olean.OleanForge.Nil;

    private static JsonArray Declarations(string request) => JsonNode.Parse(request)!["replay"]!["declarations"]!.AsArray();

    private async Task<string> WriteAsync(Action<ForgedText> write)
    {
        var table = new TermTable();
        var library = await _library.GetLibraryAsync(TestContext.Current.CancellationToken);
        var text = CompiledText.Read(ForgedText.Of(write), "the text", library, table, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(DeclarationJson.Write(Lean.Replay.Declarations.Of(text, table)).Span);
    }
}
