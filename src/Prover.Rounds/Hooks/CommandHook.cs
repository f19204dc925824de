using System.Globalization;
using CliWrap;

namespace Prover.Rounds.Hooks;

/// <summary>A command of the user's own after each round: a trainer, or anything else that serves a new model.</summary>
/// <remarks>
/// <para>It runs in the shell (<c>/bin/sh -c</c>, on Windows <c>cmd /c</c>) in the folder that Prover was started in, with the paths of the files in
/// its environment; see <c>docs/rounds.md</c>. What it writes is followed line by line. When it ends with 0 it must have left <c>model.json</c>, whose
/// endpoint is then asked for its models.</para>
/// <para>After a kill it is run again. What it left in its output folder is still there, but for <c>model.json</c>.</para>
/// </remarks>
/// <param name="command">The command.</param>
/// <param name="probe">Asks endpoints.</param>
public sealed class CommandHook(string command, EndpointProbe probe) : ILearningHook
{
    private const int LinesShown = 5;

    /// <inheritdoc />
    public string Name => "command";

    /// <inheritdoc />
    public async Task<HookResult> LearnAsync(HookRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        Directory.CreateDirectory(request.Files.Output);
        var result = Path.Combine(request.Files.Output, "model.json");

        // One of an earlier try would pass for this one's.
        File.Delete(result);
        using var log = new CommandLog(request.Files.Log, request.Progress);
        foreach (var line in command.ReplaceLineEndings("\n").TrimEnd().Split('\n'))
        {
            log.Add($"$ {line}");
        }

        var code = await RunAsync(request, result, log, cancellationToken).ConfigureAwait(false);
        if (code != 0)
        {
            var end = string.Join(" | ", log.Last(LinesShown));
            throw new HookException(
                $"The command of round {request.Round} ended with code {code}{(end.Length > 0 ? $", after: {end}" : string.Empty)}. Its log is '{request.Files.Log}'. Mend it, and go on with 'prover rounds resume {request.Files.Campaign}'.");
        }

        var model = await ModelAnswer.ReadAsync(result, request.Files.Campaign, cancellationToken).ConfigureAwait(false);
        await probe.AskAsync(model, request.Files.Campaign, cancellationToken).ConfigureAwait(false);
        return new HookResult($"{model.Model} answers at {model.Endpoint}.") { Model = model };
    }

    private async Task<int> RunAsync(HookRequest request, string result, CommandLog log, CancellationToken cancellationToken)
    {
        try
        {
            var ended = await Cli.Wrap(OperatingSystem.IsWindows() ? "cmd" : "/bin/sh")
                .WithArguments([OperatingSystem.IsWindows() ? "/c" : "-c", command])
                .WithEnvironmentVariables(Environment(request, result))
                .WithStandardOutputPipe(PipeTarget.ToDelegate(log.Add))
                .WithStandardErrorPipe(PipeTarget.ToDelegate(log.Add))
                .WithValidation(CommandResultValidation.None)
                .ExecuteAsync(cancellationToken).ConfigureAwait(false);
            return ended.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new HookException($"The command of round {request.Round} can't be run: {e.Message}. Mend it, and go on with 'prover rounds resume {request.Files.Campaign}'.", e);
        }
    }

    private static Dictionary<string, string?> Environment(HookRequest request, string result) => new()
    {
        ["PROVER_ROUND"] = request.Round.ToString(CultureInfo.InvariantCulture),
        ["PROVER_CAMPAIGN_DIR"] = request.Files.Campaign,
        ["PROVER_TRAIN_FILE"] = request.Files.Train,
        ["PROVER_NEW_FILE"] = request.Files.New,
        ["PROVER_POOL_FILE"] = request.Files.Pool,
        ["PROVER_OUTPUT_DIR"] = request.Files.Output,
        ["PROVER_RESULT_FILE"] = result,
        ["PROVER_INCUMBENT"] = request.Incumbent.ToString(),
        ["PROVER_INCUMBENT_MODEL"] = request.Incumbent.Model,
    };
}
