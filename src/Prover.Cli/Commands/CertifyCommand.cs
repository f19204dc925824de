using System.CommandLine;
using Prover.Cli.Backends;
using Prover.Cli.Certificates;
using Prover.Cli.Input;
using Prover.Cli.Output;
using Prover.Core.Storage;
using Prover.Core.Verification;

namespace Prover.Cli.Commands;

/// <summary><c>prover certify</c>: a proof as files that can be checked again anywhere.</summary>
internal static class CertifyCommand
{
    private static readonly Argument<string?> File = new("FILE")
    {
        Description = "The Lean text to certify; '-' is standard input.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> Proof = new("--proof") { Description = "A kept proof, by the id that 'prover proofs' lists.", HelpName = "ID" };

    private static readonly Option<string?> Theorem = new("--theorem")
    {
        Description = "Full name of the theorem; default: the statement's, or else the last one of the text.",
        HelpName = "NAME",
    };

    private static readonly Option<string?> Out = new("--out")
    {
        Description = "A folder for NAME.certificate.json and NAME.olean, or the certificate's file, ending in .json; default: the current folder.",
        HelpName = "DIR|FILE",
    };

    private static readonly Option<bool> Force = new("--force") { Description = "Replace files that are there." };

    public static Command Create()
    {
        var command = new VerbCommand(
            "certify",
            "Verify a proof at the strongest grade, in this process, and write a certificate with the compiled file beside it.",
            "prover certify proof.lean --statement-file statement.lean",
            "prover certify proof.lean --theorem my_lemma --out certificates/",
            "prover certify --proof 3f0c… --out lemma.certificate.json --force")
        {
            File, Proof, Theorem, StatementOptions.Text, StatementOptions.File, Out, Force, SharedOptions.TimeLimit,
            SharedOptions.Json, SharedOptions.Store, SharedOptions.Toolchain, SharedOptions.AllowUnprotected,
        };
        command.SetAction((parsed, cancellationToken) => VerbContext.RunAsync(parsed, context => RunAsync(context, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var target = new CertificateTarget(context.Parsed.GetValue(Out), context.Parsed.GetValue(Force));
        var backend = new LocalBackend(context.LocalOptions(spares: 0));
        await using var closed = backend.ConfigureAwait(false);
        var request = await RequestAsync(context, backend, cancellationToken).ConfigureAwait(false);
        var (verdict, certificate, compiled) = await context.Progress.RunAsync("starting Lean", async () =>
        {
            await backend.PrepareAsync(context.Progress, cancellationToken).ConfigureAwait(false);
            return await backend.Certifier.CertifyAsync(request, cancellationToken).ConfigureAwait(false);
        }).ConfigureAwait(false);

        if (certificate is null)
        {
            Write(context, verdict);
            return ExitCode.Of(verdict.Kind);
        }

        // What is proved by now is written even if the caller is about to leave.
        var (certificatePath, compiledPath) = await target.WriteAsync(certificate, compiled!, CancellationToken.None).ConfigureAwait(false);
        if (context.IsJson)
        {
            context.WriteJson(
                new JsonCertified(
                    VerdictNames.Of(verdict.Kind), VerdictNames.Of(certificate.Grade), certificate.Theorem, certificate.Statement.Written, certificate.Audit.Axioms,
                    certificatePath, compiledPath, certificate.Compiled.Sha256, certificate.ContentKey, verdict.Toolchain!.ToString(),
                    certificate.Timings.TotalMs),
                CliJson.Readable.JsonCertified);
            return ExitCode.Proved;
        }

        PlainReport.Write(context.Output, verdict, proof: null, origin: null);
        context.Output.WriteLine($"states:  {Visible.Of(certificate.Statement.Written)}");
        context.Output.WriteLine($"wrote:   {certificatePath}");
        context.Output.WriteLine($"wrote:   {compiledPath} ({certificate.Compiled.Bytes:N0} bytes)");
        return ExitCode.Proved;
    }

    private static async Task<VerifyRequest> RequestAsync(VerbContext context, LocalBackend backend, CancellationToken cancellationToken)
    {
        var parsed = context.Parsed;
        var (file, id) = (parsed.GetValue(File), parsed.GetValue(Proof));
        if (file is null == id is null)
        {
            throw new UsageException("Give the proof once: as FILE, or as a kept one with --proof ID.");
        }

        var request = file is not null
            ? new VerifyRequest { Text = await TextInput.ReadAsync(file, cancellationToken).ConfigureAwait(false) }
            : Of(await backend.GetProofAsync(id!, cancellationToken).ConfigureAwait(false)
                ?? throw new UsageException($"There is no proof '{id}'. 'prover proofs' lists what there is."));
        return request with
        {
            TheoremName = parsed.GetValue(Theorem) ?? request.TheoremName,
            Statement = await StatementOptions.ReadAsync(parsed, cancellationToken).ConfigureAwait(false) ?? request.Statement,
            TimeLimit = context.TimeLimit(),
        };
    }

    /// <summary>The question that a kept proof has answered.</summary>
    private static VerifyRequest Of(StoredProof kept) => new()
    {
        Text = kept.Text,
        TheoremName = kept.Theorem,
        Statement = kept.AskedStatement,
    };

    private static void Write(VerbContext context, Verdict verdict)
    {
        if (context.IsJson)
        {
            context.WriteJson(JsonReport.Of(verdict, proof: null), CliJson.Readable.JsonReport);
        }
        else
        {
            PlainReport.Write(context.Output, verdict, proof: null, origin: null);
        }
    }
}
