using Prover.Cli.Output;
using Prover.Core.Certificates;

namespace Prover.Cli.Certificates;

/// <summary>What <c>certify --json</c> prints of a proof; of anything else it prints what <c>verify</c> does.</summary>
internal sealed record JsonCertified(
    string Verdict, string? Grade, string Theorem, string Statement, IReadOnlyList<string> Axioms, string Certificate, string Compiled, string Sha256,
    string Key, string Toolchain, double ElapsedMs);

/// <summary>What <c>recheck --json</c> prints.</summary>
internal sealed record JsonRecheck
{
    public required string Result { get; init; }

    public required string Theorem { get; init; }

    public string? Reason { get; init; }

    public string? Grade { get; init; }

    public string? Statement { get; init; }

    public IReadOnlyList<string> Axioms { get; init; } = [];

    public IReadOnlyList<string> Definitions { get; init; } = [];

    public JsonRefusal? Refusal { get; init; }

    public IReadOnlyList<CertificateDifference> Differences { get; init; } = [];

    public IReadOnlyList<string> Checked { get; init; } = [];

    public IReadOnlyList<string> NotChecked { get; init; } = [];

    public IReadOnlyList<string> Notes { get; init; } = [];

    public string? Toolchain { get; init; }

    public double ElapsedMs { get; init; }

    public static JsonRecheck Of(RecheckRequest request, RecheckOutcome outcome)
    {
        var report = new JsonRecheck
        {
            Result = RecheckReport.Word(outcome),
            Theorem = request.Certificate.Theorem,
            Notes = outcome.Notes,
            Toolchain = outcome.Toolchain?.ToString(),
            ElapsedMs = Math.Round(outcome.Elapsed.TotalMilliseconds, 1),
        };
        return outcome switch
        {
            RecheckOutcome.Held { Found: var found } when RecheckScope.Of(request, found) is var scope => report with
            {
                Grade = VerdictNames.Of(found.Grade),
                Statement = found.Statement,
                Axioms = found.Axioms,
                Definitions = found.Definitions,
                Checked = scope.Checked,
                NotChecked = scope.NotChecked,
            },
            RecheckOutcome.Broken broken => report with
            {
                Reason = broken.Refusal?.Message ?? "The certificate claims what is not so.",
                Refusal = JsonRefusal.Of(broken.Refusal),
                Differences = broken.Differences,
            },
            RecheckOutcome.Undecided undecided => report with { Reason = undecided.Reason },
            _ => report,
        };
    }
}
