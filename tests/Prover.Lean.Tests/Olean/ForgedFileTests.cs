using System.Numerics;
using Prover.Lean.Olean;
using Prover.Lean.Terms;

namespace Prover.Lean.Tests.Olean;

/// <summary>Files written by hand: what is right is read, what is wrong is an error that names the place.</summary>
public sealed class ForgedFileTests
{
    public static TheoryData<int, bool> Layouts => new() { { 4, false }, { 8, false }, { 8, true } };

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Both_widths_and_both_layouts_of_big_numbers_are_read(int width, bool gmp)
    {
        using var forge = new OleanForge(width, gmp);
        var large = (BigInteger.One << 200) + 12345;
        var number = forge.Number(large);
        var type = forge.Pi("n", forge.Const("Nat"), forge.App(forge.App(forge.Const("f"), forge.Bound(0)), forge.App(number, forge.Word("wörd"))));

        var axiom = ReadOne(forge.WithAxiom(type));

        var pi = Assert.IsType<Binding>(axiom.Type);
        var body = Assert.IsType<Application>(pi.Body);
        Assert.Equal(1, body.LooseBoundVariables);
        var argument = Assert.IsType<Application>(body.Argument);
        Assert.Equal(large, Assert.IsType<NaturalLiteral>(argument.Function).Value);
        Assert.Equal("wörd", Assert.IsType<StringLiteral>(argument.Argument).Value);
    }

    [Fact]
    public void Terms_that_differ_in_names_of_bound_variables_are_one()
    {
        using var forge = new OleanForge();
        ulong Function(string variable) => forge.Pi(variable, forge.Const("Nat"), forge.Bound(0));
        var type = forge.App(Function("x"), Function("y"));

        var application = Assert.IsType<Application>(ReadOne(forge.WithAxiom(type)).Type);

        Assert.Same(application.Function, application.Argument);
    }

    [Fact]
    public void A_term_as_deep_as_the_file_is_long_does_not_exhaust_the_stack()
    {
        using var forge = new OleanForge();
        var term = forge.Const("Nat");
        var f = forge.Const("f");
        for (var i = 0; i < 300_000; i++)
        {
            term = forge.App(f, term);
        }

        Assert.IsType<Application>(ReadOne(forge.WithAxiom(term)).Type);
    }

    [Fact]
    public void A_name_as_deep_as_the_file_is_long_is_refused_with_its_place()
    {
        using var forge = new OleanForge();
        var name = OleanForge.Nil;
        for (var i = 0; i < 100_000; i++)
        {
            name = forge.Name(name, "a");
        }

        var type = forge.Const("Nat");
        var error = Assert.Throws<OleanFormatException>(() => OleanModule.Read(forge.Module([], [name], [forge.Axiom(name, type)]), "forged", new TermTable()));

        Assert.Contains("a name is longer than", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Big_numbers_that_lie_one_in_the_other_are_refused(int width, bool gmp)
    {
        using var forge = new OleanForge(width, gmp);
        var numbers = Enumerable.Range(0, 20).Select(_ => forge.BigWithoutDigits(400)).ToList();
        forge.Text(new string('x', 4_000));
        var type = numbers.Aggregate(forge.Const("f"), (f, number) => forge.App(f, forge.Hashed(9, [forge.Add(0, [number])], 0)));

        var error = Assert.Throws<OleanFormatException>(() =>
        {
            using var module = OleanModule.Read(forge.WithAxiom(type), "forged", new TermTable(), new OleanOptions { CheckHashes = false });
            module.Constant(0);
        });

        Assert.Contains("big numbers overlap", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_constant_with_as_many_levels_as_the_file_is_long_costs_no_more_than_that()
    {
        using var forge = new OleanForge();
        var level = forge.Successor(OleanForge.Nil);

        var axiom = ReadOne(forge.WithAxiom(forge.Const("Nat", [.. Enumerable.Repeat(level, 100_000)])));

        Assert.Equal(100_000, Assert.IsType<ConstantTerm>(axiom.Type).Levels.Count);
    }

    [Fact]
    public void A_term_that_doubles_at_each_step_is_read_once()
    {
        using var forge = new OleanForge();
        var term = forge.Const("Nat");
        for (var i = 0; i < 10_000; i++)
        {
            term = forge.App(term, term);
        }

        var table = new TermTable();
        using var module = OleanModule.Read(forge.WithAxiom(term), "forged", table);
        module.Constant(0);

        Assert.Equal(10_001, table.Count);
    }

    public static TheoryData<string> Wrongs => [.. Wrong.Keys];

    [Theory]
    [MemberData(nameof(Wrongs))]
    public void What_Lean_never_writes_is_an_error_with_its_place(string what)
    {
        var (forge, says) = Wrong[what];

        using var hand = new OleanForge();
        var error = Assert.Throws<OleanFormatException>(() => ReadOne(forge(hand)));

        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.Contains($"byte {error.Offset}", error.Message, StringComparison.Ordinal);
    }

    private static readonly SortedDictionary<string, (Func<OleanForge, byte[]> Forge, string Says)> Wrong = new(StringComparer.Ordinal)
    {
        ["an empty file"] = (_ => [], "no compiled Lean file"),
        ["a text"] = (_ => [.. Enumerable.Repeat((byte)'a', 500)], "no compiled Lean file"),
        ["a later version"] = (f => With(f.WithAxiom(f.Const("Nat")), 5, 3), "format version 3"),
        ["unknown flags"] = (f => With(f.WithAxiom(f.Const("Nat")), 6, 2), "flags 2"),
        ["a root outside"] = (f => f.File(f.Base + 1_000_000), "root pointer"),
        ["a root that is no module"] = (f => f.File(f.Const("Nat")), "the module's data"),
        ["a constant that is none"] = (f => f.WithConstant("x", _ => f.Const("Nat")), "a constant was expected"),
        ["another name than listed"] = (f => f.WithConstant("x", _ => f.Axiom(f.Name("y"), f.Const("Nat"))), "is listed as 'x'"),
        ["more names than constants"] = (f => f.Module([], [f.Name("x")], []), "0 constants and 1 names"),
        ["a pointer to itself"] = (f => f.WithAxiom(f.Hashed(5, [f.Next, f.Next], 0)), "leads forward"),
        ["a pointer out of the file"] = (f => f.WithAxiom(f.Hashed(5, [f.Base + (1UL << 40), OleanForge.Nil], 0)), "leads out of the file"),
        ["a pointer into the header"] = (f => f.WithAxiom(f.Hashed(5, [f.Base + 8, f.Base + 8], 0)), "into the header"),
        ["a pointer that is not aligned"] = (f => f.WithAxiom(f.Hashed(5, [f.Const("Nat") + 2, f.Const("Nat")], 0)), "not aligned"),
        ["a value where a pointer belongs"] = (f => f.WithAxiom(OleanForge.Scalar(3)), "leads out of the file"),
        ["a free variable"] = (f => f.WithAxiom(f.Hashed(1, [f.Name("x")], 0)), "free variable"),
        ["a metavariable"] = (f => f.WithAxiom(f.Hashed(2, [f.Name("x")], 0)), "metavariable"),
        ["a level metavariable"] = (f => f.WithAxiom(f.Hashed(3, [f.Hashed(5, [f.Name("u")], 0)], 0)), "not fixed"),
        ["a loose bound variable"] = (f => f.WithAxiom(f.Bound(0)), "without its binder"),
        ["a huge index"] = (f => f.WithAxiom(f.Hashed(0, [OleanForge.Scalar(1 << 24)], 0)), "a number of at most"),
        ["a wrong hash"] = (f => f.WithAxiom(f.Hashed(4, [f.Name("Nat"), OleanForge.Nil], 12345)), "is wrong"),
        ["hidden loose variables"] = (f => f.WithAxiom(f.Pi("x", f.Const("Nat"), f.Hashed(0, [OleanForge.Scalar(7)], 0))), "is wrong"),
        ["a wrong hash of a name"] = (f => f.WithAxiom(f.Hashed(4, [f.Hashed(1, [OleanForge.Nil, f.Text("Nat")], 1), OleanForge.Nil], 0)), "hash of the name"),
        ["a list that is none"] = (f => f.WithAxiom(f.Hashed(4, [f.Name("Nat"), f.Text("x")], 0)), "a cell of a list"),
        ["a string without end"] = (f => f.WithAxiom(f.Hashed(4, [f.Hashed(1, [OleanForge.Nil, f.Add(249, [])], 0), OleanForge.Nil], 0)), "leads out of the file"),
        ["bytes that are no UTF-8"] = (f => f.WithAxiom(f.Hashed(4, [f.Hashed(1, [OleanForge.Nil, f.Text([0xff, 0xfe], 2)], 0), OleanForge.Nil], 0)), "no UTF-8"),
        ["a wrong count of characters"] = (f => f.WithAxiom(f.Hashed(4, [f.Hashed(1, [OleanForge.Nil, f.Text("Nat"u8.ToArray(), 2)], 0), OleanForge.Nil], 0)), "3 characters"),
        ["a negative number"] = (f => f.WithAxiom(f.Hashed(9, [f.Add(0, [f.Big(new byte[12], negative: true)])], 0)), "negative"),
        ["a big number that is small"] = (f => f.WithAxiom(f.Hashed(9, [f.Add(0, [f.Big([1, 0, 0, 0])])], 0)), "larger than it is"),
        ["a number with leading zeros"] = (f => f.WithAxiom(f.Hashed(9, [f.Add(0, [f.Big([.. Enumerable.Repeat((byte)7, 12), .. new byte[4]])])], 0)), "larger than it is"),
        ["a binder of an unknown kind"] = (f => f.WithAxiom(f.Pi("x", f.Const("Nat"), f.Const("Nat"), info: 9)), "annotation"),
        ["a truth value of two"] = (f => f.WithConstant("x", n => f.Add(0, [f.Add(0, [f.Add(0, [n, OleanForge.Nil, f.Const("Nat")])], 2)])), "truth value"),
        ["a counted object"] = (f => Counted(f), "reference count"),
        ["a closure"] = (f => f.WithAxiom(f.Add(245, [])), "a term was expected"),
        ["a cut file"] = (f => f.WithAxiom(f.Const("Nat"))[..^8], "a constructor with 5 fields"),
    };

    private static ConstantInfo ReadOne(byte[] file)
    {
        using var module = OleanModule.Read(file, "forged", new TermTable());
        return module.Constant(0);
    }

    private static byte[] With(byte[] file, int at, byte value)
    {
        file[at] = value;
        return file;
    }

    private static byte[] Counted(OleanForge forge)
    {
        var type = forge.Const("Nat");
        return With(forge.WithAxiom(type), (int)(type - forge.Base), 1);
    }
}
