using System.Text.Json;
using Prover.Core.Auditing;
using Prover.Lean.Native;
using Prover.Lean.Tests.Audit;

namespace Prover.Lean.Tests.Native;

/// <summary>A project whose stand-ins know one theorem, <c>t</c>: asked for with the variable <c>n</c>, and submitted with <c>m</c>.</summary>
internal sealed class NativeProof : IDisposable
{
    public const string Statement = "theorem t (n : Nat) : n = n";
    public const string Submission = "theorem t (m : Nat) : m = m := rfl\n";

    // What a hostile text is compiled to while all that is printed of it is well.
    public const string OtherStatement = "-- another\n" + Submission;
    public const string Sorry = "-- hole\n" + Submission;
    public const string NoTheorem = "-- nothing\n" + Submission;
    public const string Unprepared = "theorem t (m : Nat) : m = m := by rfl\n";

    /// <summary>Makes all that is printed worthless.</summary>
    public const string Macro = "macro \"x\" : term => `(1)\n";

    private readonly FakeProject _project = new();

    public NativeProof()
    {
        ForgedLibrary.WriteTo(_project.Library);
        _project
            .WhenAnswer("_root_.t", """{"messages":[{"severity":"error","pos":{"line":1,"column":0},"data":"Unknown identifier"}]}""", environment: 0)
            .WhenAnswer("#print axioms _root_.t", Printed("m"), after: "(m : Nat)")
            .WhenAnswer("#print axioms _root_.t", Printed("n"))
            .WhenAnswer("by sorry", """{"sorries":[{"pos":{"line":1,"column":30},"endPos":{"line":1,"column":35},"goal":"n : Nat\n⊢ n = n","proofState":0}]}""")
            .WhenCompiled("sorry", ForgedText.Of(text => text.Theorem("t", Reflexive(text), text.C("sorryAx"))))
            .WhenCompiled("another", ForgedText.Of(text => text.Theorem("t", Reflexive(text, text.Number(0)), text.C("True.intro"))))
            .WhenCompiled("hole", ForgedText.Of(text => text.Theorem("t", Reflexive(text), text.C("sorryAx"))))
            .WhenCompiled("nothing", ForgedText.Of(text => text.Definition("other", text.Prop, text.C("True"))))
            .WhenCompiled(":= rfl", Compiled)
            .KernelSays("accept");
    }

    /// <summary>What the submission is compiled to.</summary>
    public static CompiledModule Compiled { get; } = ForgedText.Of(text => text
        .Definition("helper", text.Prop, text.C("propext")).Theorem("t", Reflexive(text), text.C("helper")));

    public string Folder => _project.Folder;

    public NativeToolchainOptions Options => _project.Options;

    public NativeToolchainOptions Unprotected => _project.Unprotected;

    public void KernelSays(string words) => _project.KernelSays(words);

    public void Dispose() => _project.Dispose();

    // ∀ n, n = n
    private static ulong Reflexive(ForgedText text, ulong? right = null) =>
        text.Forge.Pi("n", text.Nat, text.Equal(text.Forge.Bound(0), right ?? text.Forge.Bound(0)));

    private static string Printed(string variable)
    {
        var type = $"∀ ({variable} : Nat), @Eq.{{1}} Nat {variable} {variable}";
        (int Line, string Text)[] said =
        [
            (2, $"t : ∀ ({variable} : Nat), {variable} = {variable}"),
            (4, $"theorem t : ∀ ({variable} : Nat), {variable} = {variable} :=\nrfl"),
            (5, "'t' depends on axioms: [propext]"),
            (5 + FullPrinting.Options.Count + 1, $"t : {type}"),
        ];
        return JsonSerializer.Serialize(new
        {
            messages = said.Select(s => new { severity = "info", pos = new { line = s.Line, column = 0 }, data = s.Text }),
        });
    }
}
