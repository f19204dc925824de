using Prover.Core.Auditing;

namespace Prover.Lean.Tests.Audit;

/// <summary>Inductive types of forms that kernels have been fooled with, and plain ones beside them.</summary>
public sealed class InductiveRuleTests : AuditBench
{
    public static TheoryData<string, string?> Sorts => new()
    {
        { "Type", null },
        { "Type 1", null },
        { "alias", null },
        { "beta", null },
        { "let", null },
        { "max", null },
        { "imax", "'S' is not admitted: the sort it lives in is not written plainly" },
        { "hidden imax", "'S' is not admitted: the sort it lives in is not written plainly" },
        { "opaque", "'S' is not admitted: the sort it lives in can't be read off its type (write it as 'Prop', 'Type u' or 'Sort u')." },
        { "axiom", "'S' is not admitted: the sort it lives in can't be read off its type (write it as 'Prop', 'Type u' or 'Sort u')." },
        { "circle", "'S' is not admitted: the sort it lives in can't be read off its type (write it as 'Prop', 'Type u' or 'Sort u')." },
    };

    [Theory]
    [MemberData(nameof(Sorts))]
    public async Task The_sort_of_a_type_must_be_plain(string sort, string? message)
    {
        var outcome = await AuditAsync(text => WithType(text, sort));

        if (message is null)
        {
            Passed(outcome);
        }
        else
        {
            var refusal = Refused(RefusalRule.Inductive, outcome);
            Assert.StartsWith(message, refusal.Message, StringComparison.Ordinal);
            Assert.Equal("S", refusal.Constant);
        }
    }

    [Theory]
    [InlineData("S._nested.T_1", true)]
    [InlineData("S._nested_1", false)]
    [InlineData("S.nested", false)]
    public async Task Names_that_kernels_make_up_for_nested_types_are_nothing_for_texts(string name, bool isRefused)
    {
        var outcome = await AuditAsync(text => text.Definition(name, text.Prop, text.C("True")).Theorem("t", text.Prop, text.C("True")));

        if (isRefused)
        {
            Assert.Equal($"'{name}' is not admitted: the kernel keeps names with '_nested' for itself.", Refused(RefusalRule.Inductive, outcome).Message);
        }
        else
        {
            Passed(outcome);
        }
    }

    [Fact]
    public async Task An_unsafe_type_that_is_not_reached_may_be_of_any_form() =>
        Passed(await AuditAsync(text => text
            .Add("S", n => text.Forge.Inductive(n, text.C("propext"), [], isUnsafe: true)).Theorem("t", text.Prop, text.C("True"))));

    [Fact]
    public async Task An_unsafe_type_that_is_reached_is_refused()
    {
        var refusal = Refused(RefusalRule.Unsafe, await AuditAsync(text => text
            .Add("S", n => text.Forge.Inductive(n, text.Type, [], isUnsafe: true)).Theorem("t", text.Prop, text.C("S"))));

        Assert.Equal("'t' uses 'S': 'S' is unsafe.", refusal.Message);
    }

    private static void WithType(ForgedText text, string sort)
    {
        var (f, one) = (text.Forge, text.One);
        var u = f.Parameter("u");
        var type = sort switch
        {
            "Type 1" => f.Sort(f.Successor(one)),
            "alias" => text.C("Alias"),
            "beta" => f.App(f.Lambda("x", text.Nat, text.Type), text.Number(1)),
            "let" => f.Let("x", text.Nat, text.Number(1), text.Type),
            "max" => f.Sort(f.Max(one, u)),
            "imax" => f.Sort(f.Max(one, u, isIMax: true)),
            "hidden imax" => text.Arrow(text.Nat, f.Sort(f.Successor(f.Max(one, f.Max(one, u, isIMax: true))))),
            "opaque" => text.C("Opaque"),
            "axiom" => text.C("propext"),
            "circle" => text.C("Circle"),
            _ => text.Type,
        };
        text.Definition("Alias", f.Sort(f.Successor(one)), text.Arrow(text.Nat, text.Type));
        text.Definition("Circle", f.Sort(f.Successor(one)), text.C("Circle"));
        text.Add("Opaque", n => f.Opaque(n, f.Sort(f.Successor(one)), text.Type));
        text.Add("S", n => f.Inductive(n, type, [], levels: "u"));
        text.Theorem("t", text.Prop, text.C("True"));
    }
}
