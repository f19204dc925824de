using System.Text.Json;
using Prover.Cli.Output;
using Prover.Core.Auditing;
using Prover.Core.Lean;
using Prover.Core.Verification;

namespace Prover.Cli.Tests;

/// <summary>What is printed of a verdict: scripts and people rely on it.</summary>
public class ReportTests
{
    private static readonly Verdict Proved = new()
    {
        Kind = VerdictKind.Proved,
        Grade = Grade.Replayed,
        Theorem = "t",
        Statement = "double 4 = 8",
        Axioms = ["propext"],
        Elapsed = TimeSpan.FromMilliseconds(12),
        Toolchain = new ToolchainIdentity("embedded", "4.28.0-pre", "00", false),
        Audit = new AuditReport
        {
            Grade = Grade.Replayed,
            Theorem = "t",
            Statement = "@Eq Nat (double 4) 8",
            Axioms = ["propext"],
            Imports = ["Init"],
            Constants = ["double", "helper", "t"],
            Definitions = ["double"],
            CompiledSha256 = "00ff",
            Kernels = ["Lean 4.28.0-pre (embedded), in a process of its own"],
            AuditTime = TimeSpan.FromMilliseconds(1.26),
            ReplayTime = TimeSpan.FromMilliseconds(2),
        },
    };

    private static readonly Verdict Rejected = new()
    {
        Kind = VerdictKind.Rejected,
        Theorem = "t",
        Reason = "'t' rests on sorryAx.",
        Refusal = new Refusal(RefusalRule.Axiom, "'t' rests on sorryAx.") { Constant = "sorryAx", Chain = ["t", "helper", "sorryAx"] },
        Elapsed = TimeSpan.FromMilliseconds(12),
    };

    [Fact]
    public void A_proof_tells_its_kernels_its_constants_and_its_definitions() => Assert.Equal(
        """
        proved: t
        states:  double 4 = 8
        grade:   replayed (by Lean 4.28.0-pre (embedded), in a process of its own)
        axioms:  propext
        adds:    3 constants
        defines: double (part of what is stated)
        checked: embedded Lean 4.28.0-pre
        elapsed: 12 ms

        """,
        Plain(Proved));

    [Fact]
    public void A_proof_of_grade_compiled_tells_of_no_audit() => Assert.Equal(
        """
        proved: t
        states:  double 4 = 8
        grade:   compiled
        axioms:  propext
        checked: embedded Lean 4.28.0-pre
        elapsed: 12 ms

        """,
        Plain(Proved with { Grade = Grade.Compiled, Audit = null }));

    [Fact]
    public void A_single_constant_without_definitions_takes_one_line() => Assert.Contains(
        "axioms:  propext\nadds:    1 constant\nchecked: ",
        Plain(Proved with { Audit = Proved.Audit! with { Constants = ["t"], Definitions = [] } }),
        StringComparison.Ordinal);

    [Fact]
    public void A_rejection_tells_the_rule_and_the_way_to_what_breaks_it() => Assert.Equal(
        """
        rejected: t
        't' rests on sorryAx.
        rule:    axiom
        t → helper → sorryAx
        elapsed: 12 ms

        """,
        Plain(Rejected));

    [Fact]
    public void Another_statement_is_shown_beside_the_one_asked_for() => Assert.Equal(
        """
        rejected: t
        The statement differs.
        rule:    statement
        expected: 2 + 2 = 5
        found:    2 + 2 = 4
        elapsed: 12 ms

        """,
        Plain(Rejected with
        {
            Reason = "The statement differs.",
            Refusal = new Refusal(RefusalRule.Statement, "The statement differs.") { Expected = "2 + 2 = 5", Found = "2 + 2 = 4" },
        }));

    [Fact]
    public void A_rejection_of_the_time_before_refusals_is_told_without_one() => Assert.Equal(
        """
        rejected: t
        't' rests on sorryAx.
        elapsed: 12 ms

        """,
        Plain(Rejected with { Refusal = null }));

    [Fact]
    public void The_JSON_of_a_proof_holds_its_audit()
    {
        var json = Json(Proved);

        Assert.Equal(JsonValueKind.Null, json.GetProperty("refusal").ValueKind);
        Assert.Equal(
            """{"grade":"replayed","theorem":"t","statement":"@Eq Nat (double 4) 8","axioms":["propext"],"imports":["Init"],"constants":["double","helper","t"],"definitions":["double"],"compiled_sha256":"00ff","kernels":["Lean 4.28.0-pre (embedded), in a process of its own"],"audit_ms":1.3,"replay_ms":2}""",
            json.GetProperty("audit").GetRawText());
    }

    [Fact]
    public void The_JSON_of_a_rejection_holds_its_refusal()
    {
        var json = Json(Rejected);

        Assert.Equal(JsonValueKind.Null, json.GetProperty("audit").ValueKind);
        Assert.Equal(
            """{"rule":"axiom","message":"'t' rests on sorryAx.","constant":"sorryAx","chain":["t","helper","sorryAx"],"expected":null,"found":null}""",
            json.GetProperty("refusal").GetRawText());
    }

    private static string Plain(Verdict verdict)
    {
        using var output = new StringWriter { NewLine = "\n" };
        PlainReport.Write(output, verdict, proof: null, origin: null);
        return output.ToString();
    }

    private static JsonElement Json(Verdict verdict) =>
        JsonDocument.Parse(JsonSerializer.Serialize(JsonReport.Of(verdict, null), CliJson.Readable.JsonReport)).RootElement;
}
