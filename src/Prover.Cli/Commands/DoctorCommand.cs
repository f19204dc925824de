using System.CommandLine;
using Prover.Cli.Diagnosis;
using Prover.Cli.Output;

namespace Prover.Cli.Commands;

/// <summary><c>prover doctor</c>: does everything work here?</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new VerbCommand(
            "doctor",
            "Look at everything that Prover needs, install the embedded Lean if it is missing, and let it prove something. Exit code 3 when the main job would not work.",
            "prover doctor",
            "prover doctor --json")
        {
            SharedOptions.Json, SharedOptions.Store, SharedOptions.Toolchain, SharedOptions.AllowUnprotected,
        };
        command.SetAction((parsed, cancellationToken) => VerbContext.RunAsync(parsed, context => RunAsync(context, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        await context.Progress.RunAsync("looking around", async () =>
        {
            await foreach (var finding in Examination.RunAsync(context.LocalOptions(spares: 0), context.Progress, cancellationToken).ConfigureAwait(false))
            {
                findings.Add(finding);
                context.Progress.Say($"{finding.Name}: {finding.Found}");
            }

            return findings.Count;
        }).ConfigureAwait(false);

        if (context.IsJson)
        {
            context.WriteJson(
                [.. findings.Select(f => new JsonFinding(f.Name, f.State.ToString().ToLowerInvariant(), f.Found, f.Remedy))],
                CliJson.Readable.IReadOnlyListJsonFinding);
        }
        else
        {
            foreach (var finding in findings)
            {
                context.Output.WriteLine($"{finding.State.ToString().ToLowerInvariant(),-8} {finding.Name,-14} {finding.Found}");
                if (finding.Remedy is not null)
                {
                    context.Output.WriteLine($"{string.Empty,-23} → {finding.Remedy}");
                }
            }
        }

        return findings.Any(f => f.State == FindingState.Error) ? ExitCode.Unknown : ExitCode.Proved;
    }
}
