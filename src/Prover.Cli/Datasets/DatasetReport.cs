using System.Text.Json.Serialization;
using Prover.Cli.Commands;
using Prover.Cli.Output;
using Prover.Datasets.Verification;

namespace Prover.Cli.Datasets;

/// <summary>What the verification of a dataset came to, for people and as JSON.</summary>
internal static class DatasetReport
{
    public static void Write(VerbContext context, IReadOnlyList<string> faults, VerificationReport? report)
    {
        if (context.IsJson)
        {
            context.WriteJson(
                new JsonVerified(
                    faults,
                    report is null ? null : new JsonCounts(report.Checked, report.Verified, report.Failed, report.TimedOut, report.Infrastructure),
                    [.. (report?.Problems ?? []).Select(p => new JsonUnverified(p.Proof.File, p.Proof.Row, p.Proof.Name, Word(p.Kind), p.Reason))]),
                DatasetJson.Readable.JsonVerified);
            return;
        }

        void Line(string line) => context.Output.WriteLine(Visible.Of(line));

        Line(faults.Count == 0 ? "checksums:      all hold" : $"checksums:      {faults.Count} {(faults.Count == 1 ? "file is" : "files are")} not as written");
        faults.ToList().ForEach(fault => Line($"  {fault}"));
        if (report is null)
        {
            Line("No proof was looked at; --ignore-checksums verifies them all the same.");
            return;
        }

        Line($"verified:       {report.Verified} of {report.Checked}");
        Line($"failed:         {report.Failed}");
        Line($"timed out:      {report.TimedOut}");
        Line($"infrastructure: {report.Infrastructure}");
        foreach (var problem in report.Problems)
        {
            Line($"{Word(problem.Kind)}: {problem.Proof.File}, row {problem.Proof.Row}, {problem.Proof.Name}: {problem.Reason}");
        }
    }

    public static string Word(ProofCheckKind kind) => kind switch
    {
        ProofCheckKind.Verified => "verified",
        ProofCheckKind.Failed => "failed",
        ProofCheckKind.TimedOut => "timed_out",
        _ => "infrastructure",
    };
}

/// <summary>The verification of a dataset.</summary>
internal sealed record JsonVerified(IReadOnlyList<string> ChangedFiles, JsonCounts? Proofs, IReadOnlyList<JsonUnverified> NotVerified);

/// <summary>Proofs by how their check ended.</summary>
internal sealed record JsonCounts(long Checked, long Verified, long Failed, long TimedOut, long Infrastructure);

/// <summary>A proof that was not verified.</summary>
internal sealed record JsonUnverified(string File, long Row, string Name, string Kind, string? Reason);

/// <summary>The reports as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(JsonVerified))]
internal sealed partial class DatasetJson : JsonSerializerContext
{
    public static DatasetJson Readable => Default;
}
