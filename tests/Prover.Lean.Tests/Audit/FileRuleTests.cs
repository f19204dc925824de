using Prover.Core.Auditing;
using Prover.Core.Checking;

namespace Prover.Lean.Tests.Audit;

/// <summary>What a compiled text must be before its theorem is looked at.</summary>
public sealed class FileRuleTests : AuditBench
{
    [Fact]
    public async Task A_theorem_with_its_constants_passes_and_is_reported()
    {
        var file = ForgedText.Of(text => text
            .Definition("helper", text.C("True"), text.Apply("propext", text.C("True.intro")))
            .Theorem("t", text.Equal(text.Plus(text.Number(1), text.Number(2)), text.Number(3)), text.C("helper")));

        var report = Passed(await AuditAsync(file));

        Assert.Equal(("t", "1 + 2 = 3"), (report.Theorem, report.Statement));
        Assert.Equal(["propext"], report.Axioms);
        Assert.Equal(["Init"], report.Imports);
        Assert.Equal(["helper", "t"], report.Constants);
        Assert.Equal(file.Sha256(), report.CompiledSha256);
        Assert.Empty(report.Kernels);
    }

    [Fact]
    public async Task A_file_that_is_cut_is_refused()
    {
        var whole = ForgedText.Of(Fine);

        Passed(await AuditAsync(whole));
        var refusal = Refused(RefusalRule.File, await AuditAsync(new CompiledModule(whole.Bytes[..^16])));

        Assert.StartsWith("The compiled file is not what Lean writes: the submission, byte ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_another_Lean_is_refused()
    {
        Passed(await AuditAsync(ForgedText.Of(["Init"], Fine, "4.99.0")));
        var refusal = Refused(RefusalRule.File, await AuditAsync(ForgedText.Of(["Init"], Fine, "4.98.0")));

        Assert.StartsWith("The file was written by Lean 4.98.0 (0123", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("the library by Lean 4.99.0 (0123", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_module_of_the_library_may_be_imported_also_twice()
    {
        var report = Passed(await AuditAsync(ForgedText.Of(["Init", "Extra", "Extra"], text => text.Theorem("t", text.C("True"), text.C("Extra.fact")))));

        Assert.Equal(["Init", "Extra", "Extra"], report.Imports);
        Assert.Equal(["propext"], report.Axioms);
    }

    [Theory]
    [InlineData("Nowhere", "The text imports 'Nowhere', which is not in Lean's library.")]
    [InlineData("../Extra", "The text imports '«».«».«/Extra»', which is not in Lean's library.")]
    [InlineData("Extra ", "The text imports '«Extra »', which is not in Lean's library.")]
    public async Task A_module_that_the_library_does_not_have_is_refused(string module, string message)
    {
        var refusal = Refused(RefusalRule.Import, await AuditAsync(ForgedText.Of(["Init", module], Fine)));

        Assert.Equal(message, refusal.Message);
    }

    [Fact]
    public async Task A_text_without_Init_is_refused()
    {
        var refusal = Refused(RefusalRule.Import, await AuditAsync(ForgedText.Of(["Extra"], Fine)));

        Assert.StartsWith("The text does not import 'Init'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_in_the_library_but_not_imported_is_not_there()
    {
        static void Write(ForgedText text) => text.Theorem("t", text.C("True"), text.C("Extra.fact"));

        Passed(await AuditAsync(ForgedText.Of(["Init", "Extra"], Write)));
        var refusal = Refused(RefusalRule.Missing, await AuditAsync(ForgedText.Of(["Init"], Write)));

        Assert.Equal("'t' itself: 't' uses 'Extra.fact', which is nowhere declared.", refusal.Message);
        Assert.Equal(["t"], refusal.Chain);
    }

    [Fact]
    public async Task A_name_of_the_library_can_not_be_declared_again()
    {
        Passed(await AuditAsync(text => Fine(text.Definition("True2", text.Prop, text.C("True")))));
        var refusal = Refused(RefusalRule.Redeclared, await AuditAsync(text => Fine(text.Definition("True", text.Prop, text.C("True.intro")))));

        Assert.Equal(("True", "'True' bears the name of a constant of the library."), (refusal.Constant, refusal.Message));
    }

    [Fact]
    public async Task A_name_of_a_module_that_is_not_imported_may_be_declared()
    {
        static void Write(ForgedText text) => Fine(text.Definition("Extra.fact", text.Prop, text.C("True")));

        Passed(await AuditAsync(ForgedText.Of(["Init"], Write)));
        Refused(RefusalRule.Redeclared, await AuditAsync(ForgedText.Of(["Init", "Extra"], Write)));
    }

    [Fact]
    public async Task A_constant_that_is_declared_twice_is_refused()
    {
        var refusal = Refused(RefusalRule.Redeclared, await AuditAsync(text => { Fine(text); Fine(text); }));

        Assert.Equal(("t", "'t' is declared twice."), (refusal.Constant, refusal.Message));
    }

    [Fact]
    public async Task A_constant_of_quotients_is_nothing_for_texts()
    {
        var refusal = Refused(RefusalRule.Redeclared, await AuditAsync(text => Fine(text.Add("Quot.mine", n => text.Forge.Quotient(n, text.Prop)))));

        Assert.Equal("'Quot.mine' is of a kind that no text can declare.", refusal.Message);
    }

    [Fact]
    public async Task A_theorem_that_is_not_there_is_missed()
    {
        var refusal = Refused(RefusalRule.Missing, await AuditAsync(Fine, theorem: "t'"));

        Assert.Equal(("t'", "The compiled file declares no 't''."), (refusal.Constant, refusal.Message));
    }

    [Fact]
    public async Task A_theorem_of_the_library_is_none_of_the_text() =>
        Refused(RefusalRule.Missing, await AuditAsync(ForgedText.Of(["Init", "Extra"], Fine), theorem: "Extra.fact"));

    [Theory]
    [InlineData("definition")]
    [InlineData("axiom")]
    [InlineData("opaque")]
    public async Task What_is_of_another_kind_is_no_theorem(string kind)
    {
        var refusal = Refused(RefusalRule.Kind, await AuditAsync(text => text.Add("t", n => kind switch
        {
            "definition" => text.Forge.Definition(n, text.C("True"), text.C("True.intro")),
            "axiom" => text.Forge.Axiom(n, text.C("True")),
            _ => text.Forge.Opaque(n, text.C("True"), text.C("True.intro")),
        })));

        Assert.Equal($"'t' is no theorem but of kind {kind}.", refusal.Message);
    }

    [Fact]
    public async Task A_private_theorem_is_known_by_the_name_that_was_written()
    {
        static void Write(ForgedText text) => text.Add(text.Forge.PrivateName("Main", "N.t"), n => text.Forge.Theorem(n, text.C("True"), text.C("True.intro")));

        var report = Passed(await AuditAsync(Write, Write, "N.t"));
        Refused(RefusalRule.Missing, await AuditAsync(Write, theorem: "t"));

        Assert.Equal("N.t", report.Theorem);
    }

    [Fact]
    public async Task A_public_theorem_goes_before_a_private_one_of_the_same_name()
    {
        var outcome = await AuditAsync(text => text
            .Add(text.Forge.PrivateName("Main", "t"), n => text.Forge.Theorem(n, text.C("True"), text.C("True.intro")))
            .Theorem("t", text.C("True"), text.C("sorryAx")));

        Refused(RefusalRule.Axiom, outcome);
    }

    [Fact]
    public async Task A_damaged_library_is_no_word_about_the_proof()
    {
        Library.Damage("Extra");

        var outcome = await AuditAsync(ForgedText.Of(["Init", "Extra"], Fine));

        var failure = Assert.IsType<CheckOutcome.InfrastructureFailure>(Assert.IsType<AuditOutcome.Undecided>(outcome).How);
        Assert.StartsWith("Lean's library is damaged: ", failure.Reason, StringComparison.Ordinal);
        Assert.EndsWith("Install it again.", failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_library_without_Init_is_no_word_about_the_proof()
    {
        Library.Remove("Init");

        Assert.IsType<CheckOutcome.InfrastructureFailure>(Assert.IsType<AuditOutcome.Undecided>(await AuditAsync(Fine)).How);
    }

    [Fact]
    public async Task A_statement_whose_own_file_is_no_good_is_no_word_about_the_proof()
    {
        var outcome = await AuditAsync(ForgedText.Of(Fine), new CompiledModule("olean"u8.ToArray()));

        var failure = Assert.IsType<CheckOutcome.InfrastructureFailure>(Assert.IsType<AuditOutcome.Undecided>(outcome).How);
        Assert.StartsWith("The trusted statement's compiled file can't be used", failure.Reason, StringComparison.Ordinal);
    }

    private static void Fine(ForgedText text) => text.Theorem("t", text.C("True"), text.C("True.intro"));
}
