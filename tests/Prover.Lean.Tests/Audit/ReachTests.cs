using Prover.Core.Auditing;
using Prover.Core.Verification;
using Prover.Lean.Audit;

namespace Prover.Lean.Tests.Audit;

/// <summary>What a theorem rests on: axioms and what logic does not vouch for, by whatever way they are reached, and the chain that is told.</summary>
public sealed class ReachTests : AuditBench
{
    private const string Allowed = "(allowed are Classical.choice, Quot.sound, propext)";

    [Fact]
    public async Task Allowed_axioms_are_counted_and_forbidden_ones_refused_with_the_chain()
    {
        var report = Passed(await AuditAsync(text => text
            .Definition("helper", text.Prop, text.Apply("propext", text.C("Quot.sound"), text.C("Classical.choice"))).Theorem("t", text.Prop, text.C("helper"))));
        var refusal = Refused(RefusalRule.Axiom, await AuditAsync(text => text
            .Definition("helper", text.Prop, text.Apply("propext", text.C("sorryAx"))).Theorem("t", text.Prop, text.C("helper"))));

        Assert.Equal(["Classical.choice", "Quot.sound", "propext"], report.Axioms);
        Assert.Equal($"'t' uses 'helper', which uses 'sorryAx': 'sorryAx' is an axiom that is not allowed {Allowed}.", refusal.Message);
        Assert.Equal("sorryAx", refusal.Constant);
        Assert.Equal(["t", "helper", "sorryAx"], refusal.Chain);
    }

    [Fact]
    public async Task An_axiom_of_the_text_is_refused_whatever_its_name_when_it_is_reached()
    {
        Passed(await AuditAsync(text => text.Axiom("propext'", text.Prop).Theorem("t", text.Prop, text.C("True"))));
        var refusal = Refused(RefusalRule.Axiom, await AuditAsync(text => text.Axiom("propext'", text.Prop).Theorem("t", text.Prop, text.C("propext'"))));

        Assert.Equal("'t' uses 'propext'': 'propext'' is an axiom that the text declares.", refusal.Message);
    }

    [Fact]
    public async Task The_shortest_chain_is_told()
    {
        var refusal = Refused(RefusalRule.Axiom, await AuditAsync(text => text
            .Definition("a", text.Prop, text.C("b")).Definition("b", text.Prop, text.C("sorryAx"))
            .Theorem("t", text.Prop, text.Forge.App(text.C("a"), text.C("b")))));

        Assert.Equal(["t", "b", "sorryAx"], refusal.Chain);
    }

    [Fact]
    public async Task A_private_helper_is_called_as_it_was_written()
    {
        var refusal = Refused(RefusalRule.Axiom, await AuditAsync(text =>
        {
            var hidden = text.Forge.PrivateName("Main", "helper");
            text.Add(hidden, n => text.Forge.Definition(n, text.Prop, text.C("sorryAx"))).Theorem("t", text.Prop, text.Forge.Const(hidden));
        }));

        Assert.Equal(["t", "helper", "sorryAx"], refusal.Chain);
    }

    public static TheoryData<string, string> Ways => new()
    {
        { "type", "t sorryAx" },
        { "opaque", "t hidden sorryAx" },
        { "library", "t Library.deep Library.middle sorryAx" },
        { "library's opaque", "t Library.hidden sorryAx" },
        { "projection", "t Library.Tainted Library.Tainted.mk sorryAx" },
        { "own structure", "t S S.mk sorryAx" },
        { "recursor's rule", "t R.rec sorryAx" },
        { "library's recursor", "t Library.Recursive.rec sorryAx" },
        { "let", "t sorryAx" },
        { "binder's type", "t sorryAx" },
        { "theorem", "t lemma sorryAx" },
        { "constructor's type", "t S S.mk sorryAx" },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task An_axiom_is_found_by_every_way(string way, string chain)
    {
        var refusal = Refused(RefusalRule.Axiom, await AuditAsync(text => Take(text, way, "sorryAx")));

        Assert.Equal(chain.Split(' '), refusal.Chain);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task What_takes_the_same_ways_to_an_allowed_axiom_passes(string way, string chain)
    {
        var outcome = await AuditAsync(text => Take(text, way, "propext"));

        // The library's own ways lead where they lead.
        if (chain.Contains("Library.", StringComparison.Ordinal))
        {
            Refused(RefusalRule.Axiom, outcome);
        }
        else
        {
            Assert.Equal(["propext"], Passed(outcome).Axioms);
        }
    }

    [Theory]
    [InlineData(0, "'t' uses 'raw': 'raw' is unsafe.")]
    [InlineData(2, "'t' uses 'raw': 'raw' is partial.")]
    [InlineData(1, null)]
    public async Task What_logic_does_not_vouch_for_is_refused_when_it_is_reached(byte safety, string? message)
    {
        var reached = await AuditAsync(text => text.Definition("raw", text.Nat, text.Number(1), safety).Theorem("t", text.Prop, text.C("raw")));
        var beside = await AuditAsync(text => text.Definition("raw", text.Nat, text.Number(1), safety).Theorem("t", text.Prop, text.C("True")));

        Passed(beside);
        if (message is null)
        {
            Passed(reached);
        }
        else
        {
            Assert.Equal(message, Refused(RefusalRule.Unsafe, reached).Message);
        }
    }

    [Fact]
    public async Task Unsafe_opaque_and_library_constants_are_refused_too()
    {
        Refused(RefusalRule.Unsafe, await AuditAsync(text => text
            .Add("raw", n => text.Forge.Opaque(n, text.Nat, text.Number(1), isUnsafe: true)).Theorem("t", text.Prop, text.C("raw"))));
        var refusal = Refused(RefusalRule.Unsafe, await AuditAsync(text => text.Theorem("t", text.Prop, text.C("Library.raw"))));

        Assert.Equal("'t' uses 'Library.raw': 'Library.raw' is unsafe.", refusal.Message);
    }

    [Fact]
    public async Task A_stub_that_stands_for_a_theorem_of_the_library_is_no_axiom_but_one_of_the_text_always_is()
    {
        using var stubs = new ForgedLibrary(new HashSet<string> { "propext", "sorryAx" });
        Task<AuditOutcome> Audit(string axiom, bool isOwn) => new ProofAuditor(stubs, []).AuditAsync(
            new AuditRequest
            {
                Submission = ForgedText.Of(text => (isOwn ? text.Axiom(axiom, text.Prop) : text).Theorem("t", text.Prop, text.C(axiom))),
                Theorem = "t",
                Grade = Grade.Audited,
            },
            Token);

        Assert.Empty(Passed(await Audit("Library.cheat", isOwn: false)).Axioms);
        Refused(RefusalRule.Axiom, await Audit("sorryAx", isOwn: false));
        Refused(RefusalRule.Axiom, await Audit("Library.cheat2", isOwn: true));
    }

    [Fact]
    public async Task What_the_compiler_evaluates_is_refused()
    {
        var refusal = Refused(RefusalRule.Axiom, await AuditAsync(text => text.Theorem("t", text.Prop, text.C("Lean.reduceBool"))));

        Assert.Equal(
            "'t' uses 'Lean.reduceBool': 'Lean.reduceBool' has the compiler evaluate what the kernel should (axiom Lean.trustCompiler).", refusal.Message);
    }

    [Fact]
    public async Task A_constant_that_is_nowhere_is_refused_with_the_chain()
    {
        var refusal = Refused(RefusalRule.Missing, await AuditAsync(text => text
            .Definition("helper", text.Prop, text.C("nowhere")).Theorem("t", text.Prop, text.C("helper"))));

        Assert.Equal("'t' uses 'helper': 'helper' uses 'nowhere', which is nowhere declared.", refusal.Message);
        Assert.Equal(["t", "helper"], refusal.Chain);
    }

    [Fact]
    public async Task A_name_with_a_number_is_another_than_the_one_with_its_digits()
    {
        static void Write(ForgedText text, bool isNumber)
        {
            var name = isNumber ? text.Forge.Name(text.Forge.Name("c"), 1) : text.Forge.Name(text.Forge.Name("c"), "1");
            text.Add(text.Forge.Name(text.Forge.Name("c"), 1), n => text.Forge.Definition(n, text.Prop, text.C("True")));
            text.Theorem("t", text.Prop, text.Forge.Const(name));
        }

        Passed(await AuditAsync(text => Write(text, isNumber: true)));
        var refusal = Refused(RefusalRule.Missing, await AuditAsync(text => Write(text, isNumber: false)));

        Assert.Equal("'t' itself: 't' uses 'c.«1»', which is nowhere declared.", refusal.Message);
    }

    [Fact]
    public async Task Definitions_that_use_each_other_do_not_run_in_circles() =>
        Passed(await AuditAsync(text => text
            .Definition("a", text.Prop, text.C("b")).Definition("b", text.Prop, text.C("a")).Theorem("t", text.Prop, text.C("a"))));

    [Fact]
    public async Task A_proof_of_200000_terms_is_audited_however_they_are_nested()
    {
        var report = Passed(await AuditAsync(text =>
        {
            var (chain, nested, function) = (text.C("True.intro"), text.C("True"), text.C("Nat.succ"));
            for (var i = 0; i < 100_000; i++)
            {
                chain = text.Forge.App(function, chain);
                nested = text.Forge.Lambda("x", text.Nat, nested);
            }

            text.Theorem("t", text.C("True"), text.Forge.App(chain, nested));
        }));

        Assert.Empty(report.Axioms);
    }

    [Fact]
    public async Task A_chain_of_20000_constants_is_audited()
    {
        const int Length = 20_000;
        static void Write(ForgedText text, string end)
        {
            text.Definition("d0", text.Prop, text.C(end));
            for (var i = 1; i < Length; i++)
            {
                text.Definition($"d{i}", text.Prop, text.C($"d{i - 1}"));
            }

            text.Theorem("t", text.Prop, text.C($"d{Length - 1}"));
        }

        Assert.Equal(["propext"], Passed(await AuditAsync(text => Write(text, "propext"))).Axioms);
        var refusal = Refused(RefusalRule.Axiom, await AuditAsync(text => Write(text, "sorryAx")));
        Assert.Equal(("t", $"d{Length - 1}", "sorryAx"), (refusal.Chain[0], refusal.Chain[1], refusal.Chain[^1]));
    }

    [Fact]
    public async Task A_statement_of_200000_terms_is_compared_and_told_shortened()
    {
        static void Write(ForgedText text, int end)
        {
            var (f, term) = (text.C("Nat.succ"), text.Number(end));
            for (var i = 0; i < 200_000; i++)
            {
                term = text.Forge.App(f, term);
            }

            text.Theorem("t", text.Equal(term, text.Number(0)), text.C("True.intro"));
        }

        var report = Passed(await AuditAsync(text => Write(text, 1), text => Write(text, 1)));
        var refusal = Refused(RefusalRule.Statement, await AuditAsync(text => Write(text, 1), text => Write(text, 2)));

        Assert.InRange(report.Statement.Length, 1, 70_000);
        Assert.Equal(("2", "1"), (refusal.Expected, refusal.Found));
    }

    private static void Take(ForgedText text, string way, string axiom)
    {
        var (forge, end) = (text.Forge, text.C(axiom));
        switch (way)
        {
            case "type":
                text.Theorem("t", end, text.C("True.intro"));
                break;
            case "opaque":
                text.Add("hidden", n => forge.Opaque(n, text.Prop, end)).Theorem("t", text.Prop, text.C("hidden"));
                break;
            case "library":
                text.Theorem("t", text.Prop, text.C("Library.deep"));
                break;
            case "library's opaque":
                text.Theorem("t", text.Prop, text.C("Library.hidden"));
                break;
            case "projection":
                text.Theorem("t", text.Prop, forge.Projection("Library.Tainted", 0, text.C("True")));
                break;
            case "own structure":
                text.Inductive("S", text.Type, null, ("mk", end)).Theorem("t", text.Prop, forge.Projection("S", 0, text.C("True")));
                break;
            case "recursor's rule":
                text.Inductive("R", text.Type, end, ("mk", text.Nat)).Theorem("t", text.Prop, text.C("R.rec"));
                break;
            case "library's recursor":
                text.Theorem("t", text.Prop, text.C("Library.Recursive.rec"));
                break;
            case "let":
                text.Theorem("t", text.Prop, forge.Let("x", text.Prop, end, text.C("True")));
                break;
            case "binder's type":
                text.Theorem("t", text.Prop, forge.Lambda("x", end, forge.Bound(0)));
                break;
            case "theorem":
                text.Theorem("lemma", text.Prop, end).Theorem("t", text.Prop, text.C("lemma"));
                break;
            default:
                text.Inductive("S", text.Type, null, ("mk", end)).Theorem("t", text.C("S"), text.C("True"));
                break;
        }
    }
}
