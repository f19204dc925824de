using System.CommandLine;
using System.Text.Json.Serialization.Metadata;
using Prover.Bench.Data;
using Prover.Bench.Runs;
using Prover.Bench.Throughput;
using Prover.Cli.Backends;
using Prover.Cli.Input;
using Prover.Cli.Output;
using Prover.Core.DeepThinking.Journal;
using Prover.Core.Lean;
using Prover.Core.Memory;
using Prover.Core.Models;
using Prover.Core.Prompts;
using Prover.Core.Storage;
using Prover.Core.Verification;
using Prover.Datasets;
using Prover.Lean.Pool;
using Prover.Lean.Selection;
using Prover.Rounds.Rounds;
using Prover.Service.Composition;

namespace Prover.Cli.Commands;

/// <summary>What every verb does around its work: options, display, and errors as words and exit codes.</summary>
internal sealed class VerbContext
{
    private static readonly TimeSpan MeasuringGrace = TimeSpan.FromSeconds(5);

    private VerbContext(ParseResult parsed)
    {
        Parsed = parsed;
        Output = parsed.InvocationConfiguration.Output;
        Error = parsed.InvocationConfiguration.Error;
        IsJson = parsed.GetResult(SharedOptions.Json) is not null && parsed.GetValue(SharedOptions.Json);
        Progress = new ProgressDisplay(Error, silent: IsJson && Console.IsErrorRedirected, isTerminal: ReferenceEquals(Error, Console.Error) && !Console.IsErrorRedirected);
    }

    public ParseResult Parsed { get; }

    public TextWriter Output { get; }

    public TextWriter Error { get; }

    public bool IsJson { get; }

    public ProgressDisplay Progress { get; }

    /// <summary>Runs a verb; whatever goes wrong before there is a verdict becomes words on standard error and an exit code.</summary>
    public static async Task<int> RunAsync(ParseResult parsed, Func<VerbContext, Task<int>> verb)
    {
        var context = new VerbContext(parsed);
        try
        {
            return await verb(context).ConfigureAwait(false);
        }
        catch (InvalidStatementException e)
        {
            return context.Fail(e.Message, ExitCode.Usage, e.Messages);
        }
        catch (Exception e) when (e is UsageException or DataSetException or DatasetException or PromptException or ModelException { IsTransient: false } or ArgumentException or NotSupportedException)
        {
            return context.Fail(e.Message, ExitCode.Usage);
        }
        catch (Exception e) when (e is ToolchainException or RunException or RoundsException or UnexpectedVerdictException or StoreException or ThoughtException or MemoryException or ModelException or IOException or UnauthorizedAccessException)
        {
            return context.Fail(e.Message, ExitCode.Unknown);
        }
        catch (OperationCanceledException)
        {
            return context.Fail("Cancelled.", ExitCode.Unknown);
        }
    }

    /// <summary>The backend that the options name.</summary>
    /// <param name="spares">Lean processes that stand by.</param>
    public Backend OpenBackend(int spares)
    {
        if (Parsed.GetValue(SharedOptions.Server) is { } url)
        {
            return new RemoteBackend(url);
        }

        return new LocalBackend(LocalOptions(spares));
    }

    public ProverOptions LocalOptions(int spares)
    {
        var pool = new LeanPoolOptions { Spares = spares };
        if (Option(SharedOptions.Workers) is { } workers)
        {
            if (workers < 1)
            {
                throw new UsageException("--workers must be at least 1.");
            }

            pool = pool with { Workers = workers };
        }

        var options = new ProverOptions
        {
            Pool = pool,
            Toolchain = Option(SharedOptions.Toolchain) switch
            {
                "embedded" => ToolchainChoice.Embedded,
                "native" => ToolchainChoice.Native,
                _ => ToolchainChoice.Auto,
            },
        };
        if (Option(SharedOptions.AllowUnprotected))
        {
            options = options with { Native = options.Native with { AllowUnprotected = true } };
        }

        options = options with { ModelsPath = Option(ModelOptions.ModelsFile), MemoryPath = Option(SharedOptions.Memory) is { } memory ? Path.GetFullPath(memory) : null };
        return Option(SharedOptions.Store) is { } store ? options with { StorePath = Path.GetFullPath(store) } : options;
    }

    /// <summary>Options for what is measured: a spare Lean that starts where no processor is free would be paid for by the attempt that runs then.</summary>
    /// <param name="limitsProcessorTime">Whether attempts are measured in processor time.</param>
    public ProverOptions MeasuringOptions(bool limitsProcessorTime = false)
    {
        var options = LocalOptions(spares: 1);
        if (limitsProcessorTime)
        {
            // Nor must it pay for what a process does only once, and the end of its budget need not be the process's end.
            options = options with { Pool = options.Pool with { Exercise = Exercise.Text, AbandonGrace = MeasuringGrace } };
        }

        return Environment.ProcessorCount > options.Pool.Workers ? options : options with { Pool = options.Pool with { Spares = 0 } };
    }

    public TimeSpan? TimeLimit() => Parsed.GetValue(SharedOptions.TimeLimit) switch
    {
        null => null,
        { } seconds and > 0 and <= 1_000_000 => TimeSpan.FromSeconds(seconds),
        _ => throw new UsageException("--time-limit must be a number of seconds between 0 and 1,000,000."),
    };

    public void WriteJson<T>(T value, JsonTypeInfo<T> type) =>
        Output.WriteLine(System.Text.Json.JsonSerializer.Serialize(value, type));

    private int Fail(string message, int code, IReadOnlyList<LeanMessage>? messages = null)
    {
        if (IsJson)
        {
            WriteJson(new JsonError(message, [.. (messages ?? []).Select(JsonMessage.Of)]), CliJson.Readable.JsonError);
        }

        Error.WriteLine($"prover: {Visible.Of(message)}");
        return code;
    }

    private T? Option<T>(Option<T> option) => Parsed.CommandResult.Command.Options.Contains(option) ? Parsed.GetValue(option) : default;
}
