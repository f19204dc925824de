using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Prover.Cli.Backends;
using Prover.Cli.Input;
using Prover.Cli.Output;
using Prover.Core.Checking;
using Prover.Core.Elementary;
using Prover.Core.Elementary.Stories;
using Prover.Core.Elementary.Texts;
using Prover.Core.Statements;
using Prover.Core.Verification;

namespace Prover.Cli.Commands;

/// <summary><c>prover explain</c>: a proof told in English beside its lines, made simpler first where that is asked for.</summary>
internal static class ExplainCommand
{
    private static readonly TimeSpan UsualTimeLimit = TimeSpan.FromSeconds(60);

    private static readonly Argument<string> File = new("FILE") { Description = "The Lean text with the proof; '-' is standard input." };

    private static readonly Option<string?> Theorem = new("--theorem") { Description = "Name of the theorem; default: the last one of the text.", HelpName = "NAME" };

    private static readonly Option<bool> Simplify = new("--simplify") { Description = "Make the proof elementary first: fewer axioms, lighter tactics, shorter, named steps; --time-limit bounds it." };

    public static Command Create()
    {
        var command = new VerbCommand(
            "explain",
            "Verify a proof and tell it in English, each step beside its lines.",
            "prover explain proof.lean",
            "prover explain proof.lean --theorem my_lemma --simplify --time-limit 120",
            "prover explain proof.lean --json")
        {
            File, Theorem, Simplify, SharedOptions.TimeLimit, SharedOptions.Grade, SharedOptions.Json, SharedOptions.Toolchain, SharedOptions.AllowUnprotected,
        };
        command.SetAction((parsed, cancellationToken) => VerbContext.RunAsync(parsed, context => RunAsync(context, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var text = await TextInput.ReadAsync(context.Parsed.GetRequiredValue(File), cancellationToken).ConfigureAwait(false);
        var name = context.Parsed.GetValue(Theorem);
        var found = ProofText.Find(text, name)
            ?? throw new UsageException(name is null
                ? "The text holds no theorem with a proof after ':='."
                : $"The text holds no theorem '{name}' with a proof after ':='. Give the name as it is written there.");
        var limit = context.TimeLimit() ?? UsualTimeLimit;
        var backend = new LocalBackend(context.LocalOptions(spares: 0));
        await using var closed = backend.ConfigureAwait(false);
        var explained = await context.Progress.RunAsync("starting Lean", async () =>
        {
            await backend.PrepareAsync(context.Progress, cancellationToken).ConfigureAwait(false);
            return await ExplainAsync(context, backend.Services, found, limit, cancellationToken).ConfigureAwait(false);
        }).ConfigureAwait(false);

        if (context.IsJson)
        {
            context.WriteJson(JsonExplanation.Of(explained), CliJson.Readable.JsonExplanation);
        }
        else
        {
            PlainExplanation.Write(context.Output, explained);
        }

        return ExitCode.Of(explained.Verdict.Kind);
    }

    private static async Task<Explanation> ExplainAsync(
        VerbContext context, IServiceProvider services, ProofText found, TimeSpan limit, CancellationToken cancellationToken)
    {
        var (checker, verifier) = (services.GetRequiredService<ILeanChecker>(), services.GetRequiredService<Verifier>());
        var grade = SharedOptions.ParseGrade(context.Parsed.GetRequiredValue(SharedOptions.Grade));
        var statement = TheoremStatement.Parse(found.Head);
        var text = statement.WithProof(found.Proof);
        SimplifiedProof? simplified = null;
        Verdict verdict;
        if (context.Parsed.GetValue(Simplify))
        {
            context.Progress.Say("making the proof simpler");
            var request = new SimplifyRequest { Statement = found.Head, Proof = found.Proof, Grade = grade, TimeLimit = limit };
            simplified = await new ProofSimplifier(checker, verifier).SimplifyAsync(request, cancellationToken).ConfigureAwait(false);
            (verdict, text) = (simplified.Verdict, simplified.Text);
        }
        else
        {
            context.Progress.Say("verifying");
            verdict = await verifier.VerifyAsync(
                new VerifyRequest { Text = text, Statement = found.Head, Grade = grade, UseStore = false }, cancellationToken).ConfigureAwait(false);
        }

        if (verdict.Kind != VerdictKind.Proved)
        {
            return new Explanation(verdict, text, null, simplified);
        }

        context.Progress.Say("reading the goals of its steps");
        var proof = simplified?.Proof ?? found.Proof;
        var firstLine = 1 + text.AsSpan(0, text.LastIndexOf(proof, StringComparison.Ordinal)).Count('\n');
        var story = await new ProofStoryteller(checker).TellAsync(statement, proof, firstLine, limit, cancellationToken).ConfigureAwait(false);
        return new Explanation(verdict, text, story, simplified);
    }
}

/// <summary>A proof, its verdict, and its story.</summary>
/// <param name="Verdict">The verdict on the text.</param>
/// <param name="Text">The whole text that was judged.</param>
/// <param name="Story">The story; null where there is no proof.</param>
/// <param name="Simplified">What was made simpler; null where that was not asked for.</param>
internal sealed record Explanation(Verdict Verdict, string Text, ProofStory? Story, SimplifiedProof? Simplified);
