using CliWrap;
using Prover.Core.Lean;

namespace Prover.Lean.Processes;

/// <summary>Runs a command to its end, within the limits of a <see cref="LeanProcessOptions"/>.</summary>
internal static class BoundedCommand
{
    /// <summary>Returns the end of what it wrote on standard output, as much as is kept of standard error.</summary>
    /// <exception cref="ToolchainException">The command can't be run.</exception>
    /// <exception cref="LeanSessionException">It failed or passed a limit.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; the process is ended.</exception>
    public static async Task<string> RunAsync(LeanProcessOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var output = new OutputTail(options.MaxStandardErrorBytes);
        var process = await ConfinedProcess.StartAsync(
            options, PipeSource.Null, PipeTarget.Create(output.ReadAsync), time, cancellationToken).ConfigureAwait(false);
        await using var ended = process.ConfigureAwait(false);
        try
        {
            var result = await process.Finished.WaitAsync(cancellationToken).ConfigureAwait(false);
            return result.ExitCode == 0
                ? output.Text()
                : throw await process.FailAsync($"it ended with {ExitCodes.Describe(result.ExitCode)}. {output}".TrimEnd()).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw await process.FailAsync("it was ended").ConfigureAwait(false);
        }
    }
}
