using Prover.Lean.Native;

namespace Prover.Lean.Tests.Native;

public class ForgingCommandsTests
{
    [Theory]
    [InlineData("macro \"x\" : term => `(1)", "macro")]
    [InlineData("local elab_rules : command | _ => pure ()", "elab_rules")]
    [InlineData("syntax (name := a) \"b\" : term", "syntax")]
    [InlineData("@[app_unexpander Foo] def u := 1", "app_unexpander")]
    [InlineData("set_option debug.skipKernelTC true", "set_option debug.skipKernelTC")]
    [InlineData("notation \"#check\" x => x", "\"#check")]
    public void They_are_named(string text, string command) => Assert.Equal(command, ForgingCommands.Find(text));

    [Theory]
    [InlineData("notation \"ℕ\" => Nat\ntheorem t : True := trivial")]
    [InlineData("-- a macro\ntheorem macro_free (elab' : Nat) : True := trivial")]
    [InlineData("set_option maxHeartbeats 400000 in\ntheorem t : True := trivial")]
    public void Other_texts_pass(string text) => Assert.Null(ForgingCommands.Find(text));
}
