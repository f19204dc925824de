using Prover.Core.Verification;
using Prover.Lean.Tests.RealLean;

namespace Prover.Lean.Tests.Attacks;

/// <summary>Submissions that try to be called proofs of what they do not prove, and honest ones that look like them.
/// Each is a folder: <c>submission.lean</c>, <c>statement.lean</c> when a statement is asked for, and for the former <c>attack.json</c>.</summary>
public sealed class AttackTests(LeanFixture lean)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Family and name.</summary>
    public static TheoryData<string> Refused => [.. Folders("refused").SelectMany(family => Folders(Path.Combine("refused", family)).Select(name => $"{family}/{name}"))];

    public static TheoryData<string> Honest => [.. Folders("honest")];

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task It_is_not_called_proved(string name)
    {
        var attack = await Attack.ReadAsync(Path.Combine(Folder, "refused", name), Token);
        foreach (var grade in GradesFor(name, attack))
        {
            var verdict = await VerifyAsync(lean.Verifier, Path.Combine("refused", name), grade, attack.Seconds);

            Assert.True(
                verdict.Kind is VerdictKind.Rejected or VerdictKind.TimedOut or VerdictKind.Infrastructure, $"{verdict.Kind} at {grade}: {attack.Idea}");

            // Of a text that may have run a program the grade audited can't be had: then the strongest one has to say why.
            var isUnjudged = grade == Grade.Audited && verdict.Reason!.Contains("Ask for 'replayed'", StringComparison.Ordinal);
            if (attack.Says is { } says && !isUnjudged && (grade == attack.Grade || attack.Grade == Grade.Audited))
            {
                Assert.Equal(VerdictKind.Rejected, verdict.Kind);
                Assert.Contains(says, verdict.Reason, StringComparison.Ordinal);
            }
        }

        Assert.False(File.Exists("/tmp/prover-attack"), "The text has written a file outside of its sandbox.");
    }

    /// <summary>The weakest grade that stops it, and the strongest; in between those that could slip through there: an audit of itself asks no kernel.</summary>
    private static IEnumerable<Grade> GradesFor(string name, Attack attack)
    {
        var family = name.Split('/')[0];
        Grade[] stronger = family switch
        {
            "resources" => [],
            "kernel" or "memory" => [Grade.Audited, Grade.Replayed],
            _ => [Grade.Replayed],
        };
        return stronger.Prepend(attack.Grade).Distinct();
    }

    [Theory]
    [MemberData(nameof(Honest))]
    public async Task It_is_honest_and_proved(string name)
    {
        var verdict = await VerifyAsync(lean.Verifier, Path.Combine("honest", name), Grade.Replayed, null);

        Assert.True(verdict.Kind == VerdictKind.Proved, $"{verdict.Reason} {string.Join('\n', verdict.Messages)}");
    }

    [Fact]
    public async Task A_parser_that_a_submission_installs_does_not_outlive_it()
    {
        await lean.Verifier.VerifyAsync(new VerifyRequest { Text = Poison("Parser.addBuiltinLeadingParser `term `foo falseIsTrue 5000 w", Parser) }, Token);

        var text = "import Init.Data.Nat -- arithmetic\ntheorem f : False := trivial\n";
        var verdict = await lean.Verifier.VerifyAsync(new VerifyRequest { Text = text, Statement = "import Init.Data.Nat -- arithmetic\ntheorem f : False" }, Token);

        Assert.Equal(VerdictKind.Rejected, verdict.Kind);
    }

    [Fact]
    public async Task A_linter_that_a_submission_installs_does_not_outlive_it()
    {
        const string Linter = "def lint : Linter := { run := fun _ _ _ w => .error (Exception.error Syntax.missing (MessageData.ofFormat \"poisoned\")) w, name := `l }\n";
        await lean.Verifier.VerifyAsync(new VerifyRequest { Text = Poison("addLinter lint w", Linter) }, Token);

        var verdict = await lean.Verifier.VerifyAsync(new VerifyRequest { Text = "import Lean\ntheorem t (a b : Nat) (h : a ≤ b) : a ≤ b + 1 := by omega\n" }, Token);

        Assert.Equal(VerdictKind.Proved, verdict.Kind);
    }

    [Fact]
    public async Task What_a_macro_writes_into_memory_does_not_reach_the_next_text()
    {
        var attack = await File.ReadAllTextAsync(Path.Combine(Folder, "refused", "memory", "overwritten-by-a-macro", "submission.lean"), Token);
        await lean.Verifier.VerifyAsync(new VerifyRequest { Text = attack, Grade = Grade.Compiled }, Token);

        var verdict = await lean.Verifier.VerifyAsync(new VerifyRequest { Text = "theorem u : False := Nat.lcm_comm\n", Grade = Grade.Compiled }, Token);

        Assert.Equal(VerdictKind.Rejected, verdict.Kind);
    }

    private const string Parser =
        """
        def falseIsTrue : Parser := { info := (Parser.symbol "False").info, fn := fun c s =>
          let s := Parser.symbolFn "False" c s
          if s.hasError then s else s.popSyntax.pushSyntax (Syntax.ident SourceInfo.none "True".toSubstring `True []) }

        """;

    private static string Poison(string action, string definitions) =>
        $$"""
        import Lean -- all of it
        open Lean Elab Command Parser
        syntax (name := poison) "poison" : command
        {{definitions}}
        @[command_elab poison] def poisonImpl : CommandElab := fun _ _ _ w => match {{action}} with | .ok _ w => .ok () w | .error _ w => .ok () w
        poison
        theorem t : True := trivial
        """;

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Attacks");

    private static IEnumerable<string> Folders(string of) => Directory.GetDirectories(Path.Combine(Folder, of)).Select(path => Path.GetFileName(path)!).Order();

    private static async Task<Verdict> VerifyAsync(IVerifier verifier, string name, Grade grade, double? seconds)
    {
        var statement = Path.Combine(Folder, name, "statement.lean");
        return await verifier.VerifyAsync(
            new VerifyRequest
            {
                Text = await File.ReadAllTextAsync(Path.Combine(Folder, name, "submission.lean"), Token),
                Statement = File.Exists(statement) ? await File.ReadAllTextAsync(statement, Token) : null,
                Grade = grade,
                TimeLimit = seconds is { } limit ? TimeSpan.FromSeconds(limit) : null,
            },
            Token);
    }
}
