using Prover.Core.Auditing;
using Prover.Lean.Tests.Olean;

namespace Prover.Lean.Tests.Audit;

/// <summary>Whether a theorem states what was asked, and how a difference is told.</summary>
public sealed class StatementRuleTests : AuditBench
{
    [Fact]
    public async Task The_same_statement_with_another_proof_passes()
    {
        var report = Passed(await CompareAsync(text => text.Equal(text.Plus(text.Number(1), text.Number(2)), text.Number(3)), text => text.Equal(text.Plus(text.Number(1), text.Number(2)), text.Number(3))));

        Assert.Equal("1 + 2 = 3", report.Statement);
        Assert.Empty(report.Definitions);
    }

    [Fact]
    public async Task Names_and_annotations_of_bound_variables_do_not_matter()
    {
        Passed(await CompareAsync(
            text => text.Forge.Pi("n", text.Nat, text.Equal(text.Forge.Bound(0), text.Number(0))),
            text => text.Forge.Pi("m", text.Nat, text.Equal(text.Forge.Bound(0), text.Number(0)), info: 1)));
        Refused(RefusalRule.Statement, await CompareAsync(
            text => text.Forge.Pi("n", text.Nat, text.Forge.Pi("m", text.Nat, text.Equal(text.Forge.Bound(0), text.Number(0)))),
            text => text.Forge.Pi("n", text.Nat, text.Forge.Pi("m", text.Nat, text.Equal(text.Forge.Bound(1), text.Number(0))))));
    }

    public static TheoryData<string, string, string> Differences => new()
    {
        { "number", "3", "4" },
        { "operator", "1 + 2", "Nat.succ 1" },
        { "implicit", "instHAdd", "instOther" },
        { "arguments", "HAdd.hAdd 1", "instHAdd" },
        { "variable", "m", "n" },
        { "binder", "Nat", "String" },
        { "arrow", "Nat → 1 = 2", "fun (a : Nat) => 1 = 2" },
        { "sort", "Prop", "Type" },
        { "word", "\"a\"", "\"b\"" },
        { "field", "True.intro.1", "True.intro.2" },
        { "constant", "True.intro", "Nat.zero" },
        { "nested", "2 + 3", "2 = 3" },
    };

    [Theory]
    [MemberData(nameof(Differences))]
    public async Task The_smallest_part_that_differs_is_told(string what, string expected, string found)
    {
        var refusal = Refused(RefusalRule.Statement, await CompareAsync(text => Sample(text, what, isAsked: true), text => Sample(text, what, isAsked: false)));

        Assert.Equal((expected, found), (refusal.Expected, refusal.Found));
        Assert.StartsWith($"The statement differs: expected {expected}, found {found}. Asked for is '", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Implicit_arguments_and_universes_are_shown_only_where_nothing_else_differs()
    {
        static Func<ForgedText, ulong> With(bool isLarge) => text =>
            text.Forge.Apply(text.C("Eq", isLarge ? text.Forge.Successor(text.One) : text.One), text.Nat, text.Number(1), text.Number(2));

        var refusal = Refused(RefusalRule.Statement, await CompareAsync(With(false), With(true)));

        Assert.Equal(("@Eq.{1} Nat 1 2", "@Eq.{2} Nat 1 2"), (refusal.Expected, refusal.Found));
    }

    [Fact]
    public async Task The_whole_of_both_statements_is_told_beside_the_difference()
    {
        var part = Refused(RefusalRule.Statement, await CompareAsync(text => Sample(text, "number", isAsked: true), text => Sample(text, "number", isAsked: false)));
        var whole = Refused(RefusalRule.Statement, await CompareAsync(text => text.C("True"), text => text.C("propext")));

        Assert.Equal("The statement differs: expected 3, found 4. Asked for is '1 + 2 = 3', the text states '1 + 2 = 4'.", part.Message);
        Assert.Equal("The statement differs: expected True, found propext.", whole.Message);
    }

    [Fact]
    public async Task Another_number_of_universe_parameters_is_told()
    {
        static Action<ForgedText> With(string levels) => text => text.Theorem("t", text.C("True"), text.C("True.intro"), levels);

        Passed(await AuditAsync(With("u v"), With("a b")));
        var refusal = Refused(RefusalRule.Universes, await AuditAsync(With("u"), With("u v")));

        Assert.Equal("The statement has 2 universe parameters (u, v), the theorem 1 (u).", refusal.Message);
        Assert.Equal("t", refusal.Constant);
    }

    [Fact]
    public async Task Universe_parameters_are_compared_by_their_place()
    {
        static Action<ForgedText> With(string levels, string used) => text => text.Theorem("t", text.Forge.Sort(text.Forge.Parameter(used)), text.C("True"), levels);

        Passed(await AuditAsync(With("a b", "b"), With("u v", "v")));
        var refusal = Refused(RefusalRule.Statement, await AuditAsync(With("a b", "a"), With("u v", "v")));
        Refused(RefusalRule.Statement, await AuditAsync(With("v u", "v"), With("u v", "v")));

        Assert.Equal(("Sort v", "Sort a"), (refusal.Expected, refusal.Found));
    }

    [Fact]
    public async Task A_definition_of_the_texts_own_must_be_the_same()
    {
        static Action<ForgedText> With(int value, string inner = "inner") => text => text
            .Definition("inner", text.Nat, text.Number(value)).Definition("outer", text.Nat, text.C(inner)).Definition("inner2", text.Nat, text.Number(1))
            .Theorem("t", text.Equal(text.C("outer"), text.Number(1)), text.C("True.intro"));

        var report = Passed(await AuditAsync(With(1), With(1)));
        var refusal = Refused(RefusalRule.Definition, await AuditAsync(With(2), With(1)));
        var renamed = Refused(RefusalRule.Definition, await AuditAsync(With(1, "inner2"), With(1)));

        Assert.Equal(["inner", "outer"], report.Definitions);
        Assert.Equal("The statement rests on 'inner', which the text defines otherwise: expected 1, found 2.", refusal.Message);
        Assert.Equal(("inner", "1", "2"), (refusal.Constant, refusal.Expected, refusal.Found));
        Assert.Equal(("outer", "inner", "inner2"), (renamed.Constant, renamed.Expected, renamed.Found));
    }

    [Fact]
    public async Task A_definition_of_another_kind_is_another()
    {
        static Action<ForgedText> With(bool isOpaque) => text => text
            .Add("c", n => isOpaque ? text.Forge.Opaque(n, text.Nat, text.Number(1)) : text.Forge.Definition(n, text.Nat, text.Number(1)))
            .Theorem("t", text.Equal(text.C("c"), text.Number(1)), text.C("True.intro"));

        Passed(await AuditAsync(With(true), With(true)));
        var refusal = Refused(RefusalRule.Definition, await AuditAsync(With(true), With(false)));

        Assert.Equal(("definition c", "opaque c"), (refusal.Expected, refusal.Found));
    }

    [Fact]
    public async Task A_constant_of_the_library_can_not_be_given_by_the_text()
    {
        static void Write(ForgedText text) => text.Theorem("t", text.Equal(text.C("Other.value"), text.Number(1)), text.C("True.intro"));
        var statement = ForgedText.Of(["Init", "Other"], Write);

        Passed(await AuditAsync(ForgedText.Of(["Init", "Other"], Write), statement));
        var refusal = Refused(RefusalRule.Statement, await AuditAsync(ForgedText.Of(["Init"], text => Write(text.Definition("Other.value", text.Nat, text.Number(1)))), statement));

        Assert.Equal(("Other.value", "Other.value"), (refusal.Expected, refusal.Found));
    }

    [Fact]
    public async Task A_type_of_the_texts_own_must_have_the_same_constructors()
    {
        static Action<ForgedText> With(params (string Name, string? Field)[] constructors) => text => text
            .Inductive("S", text.Type, null, [.. constructors.Select(c => (c.Name, c.Field is { } f ? text.C(f) : (ulong?)null))])
            .Theorem("t", text.Arrow(text.C("S"), text.C("True")), text.C("True.intro"));

        var report = Passed(await AuditAsync(With(("a", null), ("b", "Nat")), With(("a", null), ("b", "Nat"))));
        Refused(RefusalRule.Definition, await AuditAsync(With(("a", null)), With(("a", null), ("b", "Nat"))));
        Refused(RefusalRule.Definition, await AuditAsync(With(("b", "Nat"), ("a", null)), With(("a", null), ("b", "Nat"))));
        Refused(RefusalRule.Definition, await AuditAsync(With(("a", "Nat"), ("b", "Nat")), With(("a", null), ("b", "Nat"))));
        var field = Refused(RefusalRule.Definition, await AuditAsync(With(("a", null), ("b", "String")), With(("a", null), ("b", "Nat"))));

        Assert.Equal(["S", "S.a", "S.b"], report.Definitions);
        Assert.Equal("The statement rests on 'S.b', which the text defines otherwise: expected Nat, found String.", field.Message);
    }

    [Theory]
    [InlineData("t.match_1", "helper.match_1", 1, true)]
    [InlineData("t._proof_2", "t._proof_1", 1, true)]
    [InlineData("t.match_1", "t.match_1", 2, false)]
    [InlineData("t.match_1", "helper.match_1", 2, false)]
    [InlineData("t.match_1", "own", 1, false)]
    [InlineData("own", "t.match_1", 1, false)]
    [InlineData("own", "own'", 1, false)]
    public async Task Made_up_names_may_differ_where_what_they_mean_does_not(string asked, string name, int value, bool passes)
    {
        static Action<ForgedText> With(string name, int value) => text => text
            .Definition(name, text.Nat, text.Number(value)).Theorem("t", text.Equal(text.C(name), text.Number(1)), text.C("True.intro"));

        var outcome = await AuditAsync(With(name, value), With(asked, 1));

        if (passes)
        {
            Assert.Equal([name], Passed(outcome).Definitions);
        }
        else
        {
            Refused(asked == name || value != 1 ? RefusalRule.Definition : RefusalRule.Statement, outcome);
        }
    }

    [Theory]
    [InlineData("t.match_1", "t.match_2", true)]
    [InlineData("t.match_1", "t.match_1", false)]
    [InlineData("t.match_2", "t.match_2", false)]
    public async Task One_made_up_name_stands_for_one_thing(string first, string second, bool passes)
    {
        static Action<ForgedText> With(string first, string second) => text => text
            .Definition("t.match_1", text.Nat, text.Number(1)).Definition("t.match_2", text.Nat, text.Number(1))
            .Theorem("t", text.Equal(text.C(first), text.C(second)), text.C("True.intro"));

        var outcome = await AuditAsync(With(first, second), With("t.match_2", "t.match_1"));

        Assert.Equal(passes, outcome is AuditOutcome.Passed);
        if (!passes)
        {
            Refused(RefusalRule.Statement, outcome);
        }
    }

    [Fact]
    public async Task Two_proofs_of_the_same_claim_within_a_statement_are_equal()
    {
        static Action<ForgedText> With(string claim, string proof, string name = "t._proof_1") => text => text
            .Theorem(name, text.C(claim), text.C(proof)).Theorem("t", text.Apply("Nat.succ", text.C(name)), text.C("True.intro"));

        Passed(await AuditAsync(With("True", "propext"), With("True", "True.intro")));
        Passed(await AuditAsync(With("True", "propext", "h._proof_7"), With("True", "True.intro")));
        var refusal = Refused(RefusalRule.Definition, await AuditAsync(With("propext", "True.intro"), With("True", "True.intro")));

        Assert.Equal(("t._proof_1", "True", "propext"), (refusal.Constant, refusal.Expected, refusal.Found));
    }

    [Fact]
    public async Task Names_that_differ_in_a_number_only_by_its_digits_are_two()
    {
        static Action<ForgedText> With(bool isNumber) => text =>
        {
            var name = isNumber ? text.Forge.Name(text.Forge.Name("c"), 1) : text.Forge.Name(text.Forge.Name("c"), "1");
            text.Add(name, n => text.Forge.Definition(n, text.Nat, text.Number(1)));
            text.Theorem("t", text.Equal(text.Forge.Const(name), text.Number(1)), text.C("True.intro"));
        };

        Passed(await AuditAsync(With(true), With(true)));
        var refusal = Refused(RefusalRule.Statement, await AuditAsync(With(false), With(true)));

        Assert.Equal(("c.1", "c.«1»"), (refusal.Expected, refusal.Found));
    }

    [Fact]
    public async Task Names_that_print_to_the_letter_alike_are_two_all_the_same()
    {
        // One component that holds the quotes and the dot, and three.
        static Action<ForgedText> With(bool isOne) => text =>
        {
            var name = isOne ? text.Forge.Name(OleanForge.Nil, "1».«2") : text.Forge.Name(text.Forge.Name(OleanForge.Nil, "1"), "2");
            text.Add(name, n => text.Forge.Definition(n, text.Nat, text.Number(1)));
            text.Theorem("t", text.Equal(text.Forge.Const(name), text.Number(1)), text.C("True.intro"));
        };

        Passed(await AuditAsync(With(true), With(true)));
        var refusal = Refused(RefusalRule.Statement, await AuditAsync(With(false), With(true)));

        Assert.Equal(refusal.Expected, refusal.Found);
    }

    [Fact]
    public async Task An_own_axiom_in_the_statement_is_still_an_axiom()
    {
        static void Write(ForgedText text) => text.Axiom("f", text.Nat).Theorem("t", text.Equal(text.C("f"), text.C("f")), text.C("True.intro"));

        var refusal = Refused(RefusalRule.Axiom, await AuditAsync(Write, Write));

        Assert.Equal(["t", "f"], refusal.Chain);
    }

    [Fact]
    public async Task Without_a_statement_the_own_definitions_are_named()
    {
        var report = Passed(await AuditAsync(text => text
            .Definition("inner", text.Nat, text.Number(1)).Definition("outer", text.Nat, text.C("inner")).Definition("proof", text.Prop, text.C("True"))
            .Theorem("t", text.Equal(text.C("outer"), text.Number(1)), text.C("proof"))));

        Assert.Equal(["inner", "outer"], report.Definitions);
    }

    [Fact]
    public async Task A_statement_is_written_as_people_write_it()
    {
        var report = Passed(await AuditAsync(text =>
        {
            var f = text.Forge;
            var sum = text.Plus(text.Apply("Nat.succ", f.Bound(1)), text.Plus(f.Bound(1), text.Number(2)));
            text.Theorem("t", f.Pi("n", text.Nat, f.Pi("h", text.Equal(f.Bound(0), text.Number(0)), text.Equal(sum, text.Number(5)))), text.C("True.intro"));
        }));

        Assert.Equal("∀ (n : Nat), n = 0 → Nat.succ n + (n + 2) = 5", report.Statement);
    }

    private static ulong Sample(ForgedText text, string what, bool isAsked)
    {
        var f = text.Forge;
        var (one, two) = (text.Number(1), text.Number(2));
        return what switch
        {
            "number" => text.Equal(text.Plus(one, two), text.Number(isAsked ? 3 : 4)),
            "operator" => text.Equal(isAsked ? text.Plus(one, two) : text.Apply("Nat.succ", one), two),
            "implicit" => text.Equal(text.Plus(one, two, isAsked ? "instHAdd" : "instOther"), two),
            "arguments" => text.Equal(isAsked ? text.Apply("HAdd.hAdd", text.Nat, text.Nat, text.Nat, text.C("instHAdd"), one) : text.C("instHAdd"), two),
            "variable" => f.Pi("n", text.Nat, f.Pi("m", text.Nat, text.Equal(f.Bound(isAsked ? 0u : 1), one))),
            "binder" => f.Pi("n", isAsked ? text.Nat : text.C("String"), text.Equal(one, f.Bound(0))),
            "arrow" => text.Apply("Nat.succ", f.Pi("a", text.Nat, text.Equal(one, two), tag: isAsked ? (byte)7 : (byte)6)),
            "sort" => text.Arrow(isAsked ? text.Prop : text.Type, text.C("True")),
            "word" => text.Equal(f.Word(isAsked ? "a" : "b"), one),
            "field" => text.Equal(f.Projection("True", isAsked ? 0u : 1, text.C("True.intro")), one),
            "constant" => text.Equal(text.C(isAsked ? "True.intro" : "Nat.zero"), one),
            _ => text.Equal(one, isAsked ? text.Plus(two, text.Number(3)) : text.Equal(two, text.Number(3))),
        };
    }

    private async Task<AuditOutcome> CompareAsync(Func<ForgedText, ulong> asked, Func<ForgedText, ulong> submitted) =>
        await AuditAsync(
            text => text.Theorem("t", submitted(text), text.C("propext")),
            text => text.Theorem("t", asked(text), text.C("sorryAx")));
}
