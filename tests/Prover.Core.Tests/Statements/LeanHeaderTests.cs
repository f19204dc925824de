using Prover.Core.Statements;

namespace Prover.Core.Tests.Statements;

public class LeanHeaderTests
{
    [Fact]
    public void Imports_and_opening_commands_are_the_header()
    {
        var header = LeanHeader.Split("import Mathlib\nimport Aesop\n\nset_option maxHeartbeats 400000\nopen Nat Real\n\ntheorem t : True := trivial\n");

        Assert.Equal(["Mathlib", "Aesop"], header.Imports.Modules);
        Assert.Equal("theorem t : True := trivial\n", header.Body);
        Assert.Equal(6, header.Lines);
    }

    [Fact]
    public void Notations_belong_to_the_header()
    {
        var header = LeanHeader.Split("notation \"ℕ\" => Nat\nnotation \"ℤ\" => Int\ntheorem t (n : ℕ) : n = n := rfl");

        Assert.Equal("notation \"ℕ\" => Nat\nnotation \"ℤ\" => Int\n", header.Text);
        Assert.Equal(2, header.Lines);
    }

    [Fact]
    public void Variables_and_attributes_belong_to_the_header()
    {
        const string Opening = "notation \"abs \" x:max => f x\nattribute [local instance 1] A.b C.d\nvariable {K : Type} [Add K]\n";
        Assert.Equal(Opening, LeanHeader.Split(Opening + "theorem t (x : K) : x = x := rfl").Text);
    }

    [Theory]
    [InlineData("variable (n : Nat) in\ntheorem t : n = n := rfl")]
    [InlineData("variable (n : Nat)\n  (m : Nat)\ntheorem t : n = m := rfl")]
    [InlineData("variable {K : Type} theorem s : True := trivial\ntheorem t : True := trivial")]
    [InlineData("variable (x : Nat) axiom a : False\ntheorem t : True := trivial")]
    [InlineData("notation \"a\" x:max => f x axiom a : False\ntheorem t : True := trivial")]
    [InlineData("attribute [simp] foo in\ntheorem t : True := trivial")]
    [InlineData("open Nat in\ntheorem t : True := trivial")]
    [InlineData("set_option maxRecDepth 10 in\ntheorem t : True := trivial")]
    [InlineData("open Nat\n  in theorem t : True := trivial")]
    [InlineData("open Nat\n  Int\ntheorem t : True := trivial")]
    [InlineData("open Nat /- x\n-/\ntheorem t : True := trivial")]
    [InlineData("open Nat -- the rest\ntheorem t : True := trivial")]
    [InlineData("notation \"a\n\" => Nat\ntheorem t : True := trivial")]
    [InlineData("#check Nat\nopen Nat\ntheorem t : True := trivial")]
    [InlineData("theorem t : True := trivial")]
    [InlineData("/-! about -/\nopen Nat\ntheorem t : True := trivial")]
    public void Where_a_command_may_go_on_nothing_is_cut(string text)
    {
        var header = LeanHeader.Split(text);

        Assert.Equal(string.Empty, header.Text);
        Assert.Equal(text, header.Body);
        Assert.Equal(0, header.Lines);
    }

    [Fact]
    public void A_licence_on_top_does_not_hide_the_imports()
    {
        var header = LeanHeader.Split("/- Copyright /- nested -/ -/\n-- more\nimport Std\n\ntheorem t : True := trivial");

        Assert.Equal(["Std"], header.Imports.Modules);
        Assert.Equal("theorem t : True := trivial", header.Body);
        Assert.Equal(4, header.Lines);
    }

    [Fact]
    public void A_comment_that_never_ends_hides_everything()
    {
        var header = LeanHeader.Split("/- import Std\nopen Nat\n");

        Assert.Empty(header.Imports.Modules);
        Assert.Equal(header.Text.Length + header.Body.Length, "/- import Std\nopen Nat\n".Length);
    }

    [Fact]
    public void An_import_after_another_command_is_left_to_Lean()
    {
        var header = LeanHeader.Split("open Nat\nimport Std\ntheorem t : True := trivial");

        Assert.Empty(header.Imports.Modules);
        Assert.StartsWith("import Std", header.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("import Init")]
    [InlineData("import Init\r\nopen Nat\r\ntheorem t : True := trivial\r\n")]
    [InlineData("open Nat\n\n-- note\n\ntheorem t : True := trivial")]
    public void Header_and_body_are_together_the_text(string text)
    {
        var header = LeanHeader.Split(text);

        Assert.Equal(text, header.Text + header.Body);
        Assert.Equal(header.Text.Count(c => c == '\n'), header.Lines);
    }
}
