using System.CommandLine;
using Prover.Cli.Input;
using Prover.Cli.Output;
using Prover.Core.Storage;

namespace Prover.Cli.Commands;

/// <summary><c>prover proofs</c>: what has been proved.</summary>
internal static class ProofsCommand
{
    private static readonly Argument<string?> Id = new("ID") { Description = "Show this proof whole.", Arity = ArgumentArity.ZeroOrOne };

    private static readonly Option<string?> Name = new("--name") { Description = "Only theorems whose name contains this.", HelpName = "TEXT" };

    private static readonly Option<string> Grade = SharedOptions.Named(
        "--grade", "Only proofs of at least this grade; older versions kept lower ones than 'replayed' too.", "replayed", "compiled", "audited", "replayed");

    private static readonly Option<int> Page = new("--page-size") { Description = "Proofs on a page.", DefaultValueFactory = _ => 50, HelpName = "N" };

    private static readonly Option<string?> After = new("--after") { Description = "Token of the page to show, as the page before gave it.", HelpName = "TOKEN" };

    public static Command Create()
    {
        var command = new VerbCommand(
            "proofs",
            "List kept proofs, newest first, or show one.",
            "prover proofs",
            "prover proofs --name amc12 --page-size 10",
            "prover proofs 3f0c… --json")
        {
            Id, Name, Grade, Page, After, SharedOptions.Json, SharedOptions.Server, SharedOptions.Store,
        };
        command.SetAction((parsed, cancellationToken) => VerbContext.RunAsync(parsed, context => RunAsync(context, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        await using var backend = context.OpenBackend(spares: 0);
        if (context.Parsed.GetValue(Id) is { } id)
        {
            var proof = await backend.GetProofAsync(id, cancellationToken).ConfigureAwait(false)
                ?? throw new UsageException($"There is no proof '{id}'. 'prover proofs' lists what there is.");
            Show(context, proof);
            return ExitCode.Proved;
        }

        var page = await backend.ListProofsAsync(
            new ProofQuery
            {
                NameContains = context.Parsed.GetValue(Name),
                MinimumGrade = SharedOptions.ParseGrade(context.Parsed.GetRequiredValue(Grade)),
                PageSize = context.Parsed.GetValue(Page),
                PageToken = context.Parsed.GetValue(After),
            },
            cancellationToken).ConfigureAwait(false);
        if (context.IsJson)
        {
            context.WriteJson(new JsonProofPage([.. page.Proofs.Select(JsonProof.Of)], page.NextPageToken), CliJson.Readable.JsonProofPage);
            return ExitCode.Proved;
        }

        foreach (var proof in page.Proofs)
        {
            context.Output.WriteLine($"{proof.Id}  {proof.CreatedAt:u}  {VerdictNames.Of(proof.Grade)}  {proof.Theorem}");
        }

        if (page.NextPageToken is not null)
        {
            context.Error.WriteLine($"more: --after {page.NextPageToken}");
        }

        return ExitCode.Proved;
    }

    private static void Show(VerbContext context, StoredProof proof)
    {
        if (context.IsJson)
        {
            context.WriteJson(JsonProof.Of(proof), CliJson.Readable.JsonProof);
            return;
        }

        context.Output.WriteLine($"theorem: {proof.Theorem}");
        context.Output.WriteLine($"states:  {proof.Statement}");
        PlainReport.WriteGrade(context.Output, proof.Grade, proof.Audit);
        context.Output.WriteLine($"axioms:  {(proof.Axioms.Count == 0 ? "none" : string.Join(", ", proof.Axioms))}");
        PlainReport.WriteAudit(context.Output, proof.Audit);
        context.Output.WriteLine($"checked: {proof.Toolchain}, {proof.CreatedAt:u}");
        context.Output.WriteLine($"found:   {proof.Origin}");
        context.Output.WriteLine();
        context.Output.WriteLine(proof.Text.TrimEnd());
    }
}
