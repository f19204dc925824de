using System.CommandLine;
using Prover.Cli.Backends;
using Prover.Cli.Certificates;
using Prover.Cli.Output;
using Prover.Core.Certificates;

namespace Prover.Cli.Commands;

/// <summary><c>prover recheck</c>: does a certificate hold?</summary>
internal static class RecheckCommand
{
    private static readonly Argument<string> File = new("FILE") { Description = "The certificate; its compiled file must lie beside it." };

    public static Command Create()
    {
        var command = new VerbCommand(
            "recheck",
            "Audit and replay a certificate's compiled file again, and compare all that the certificate claims. The proof's text is not run, and no network "
            + "is used once Lean is there. Exit codes: 0 it holds, 1 it does not, 2 usage or bad input, 3 nothing is known.",
            "prover recheck t.certificate.json",
            "prover recheck t.certificate.json --statement 'theorem t (n : Nat) : n < n + 1'",
            "prover recheck t.certificate.json --statement-file statement.lean --json")
        {
            File, StatementOptions.Text, StatementOptions.File, SharedOptions.TimeLimit, SharedOptions.Json, SharedOptions.Toolchain, SharedOptions.AllowUnprotected,
        };
        command.SetAction((parsed, cancellationToken) => VerbContext.RunAsync(parsed, context => RunAsync(context, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var (certificate, compiled) = await CertificateSource.ReadAsync(context.Parsed.GetRequiredValue(File), cancellationToken).ConfigureAwait(false);
        var request = new RecheckRequest
        {
            Certificate = certificate,
            Compiled = compiled,
            Statement = await StatementOptions.ReadAsync(context.Parsed, cancellationToken).ConfigureAwait(false),
            TimeLimit = context.TimeLimit(),
        };
        var backend = new LocalBackend(context.LocalOptions(spares: 0));
        await using var closed = backend.ConfigureAwait(false);
        var outcome = await context.Progress.RunAsync(
            "checking again", () => backend.Certifier.RecheckAsync(request, cancellationToken)).ConfigureAwait(false);
        if (context.IsJson)
        {
            context.WriteJson(JsonRecheck.Of(request, outcome), CliJson.Readable.JsonRecheck);
        }
        else
        {
            RecheckReport.Write(context.Output, request, outcome);
        }

        return RecheckReport.Code(outcome);
    }
}
