using System.CommandLine;
using Prover.Cli.Input;
using Prover.Cli.Output;
using Prover.Core.Verification;

namespace Prover.Cli.Commands;

/// <summary><c>prover verify</c>: is this text a proof?</summary>
internal static class VerifyCommand
{
    private static readonly Argument<string> File = new("FILE") { Description = "The Lean text to judge; '-' is standard input." };

    private static readonly Option<string?> Theorem = new("--theorem")
    {
        Description = "Full name of the theorem; default: the statement's, or else the last one of the text.",
        HelpName = "NAME",
    };

    public static Command Create()
    {
        var command = new VerbCommand(
            "verify",
            "Judge whether a Lean text proves a theorem.",
            "prover verify proof.lean",
            "prover verify proof.lean --theorem my_lemma",
            "prover verify proof.lean --statement 'theorem t (n : Nat) : n < n + 1' --json",
            "prover verify - --statement-file statement.lean < proof.lean")
        {
            File, Theorem, StatementOptions.Text, StatementOptions.File, SharedOptions.Grade, SharedOptions.TimeLimit, SharedOptions.NoStore,
            SharedOptions.Json, SharedOptions.Server, SharedOptions.Store, SharedOptions.Toolchain, SharedOptions.AllowUnprotected,
        };
        command.SetAction((parsed, cancellationToken) => VerbContext.RunAsync(parsed, context => RunAsync(context, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var request = new VerifyRequest
        {
            Text = await TextInput.ReadAsync(context.Parsed.GetRequiredValue(File), cancellationToken).ConfigureAwait(false),
            TheoremName = context.Parsed.GetValue(Theorem),
            Statement = await StatementOptions.ReadAsync(context.Parsed, cancellationToken).ConfigureAwait(false),
            Grade = SharedOptions.ParseGrade(context.Parsed.GetRequiredValue(SharedOptions.Grade)),
            TimeLimit = context.TimeLimit(),
            UseStore = !context.Parsed.GetValue(SharedOptions.NoStore),
        };
        await using var backend = context.OpenBackend(spares: 0);
        var verdict = await context.Progress.RunAsync("starting Lean", async () =>
        {
            await backend.PrepareAsync(context.Progress, cancellationToken).ConfigureAwait(false);
            return await backend.Verifier.VerifyAsync(request, cancellationToken).ConfigureAwait(false);
        }).ConfigureAwait(false);

        var proof = verdict.Kind == VerdictKind.Proved ? request.Text : null;
        if (context.IsJson)
        {
            context.WriteJson(JsonReport.Of(verdict, proof), CliJson.Readable.JsonReport);
        }
        else
        {
            PlainReport.Write(context.Output, verdict, proof: null, origin: null);
        }

        return ExitCode.Of(verdict.Kind);
    }
}
