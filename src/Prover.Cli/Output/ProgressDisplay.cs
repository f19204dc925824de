using Prover.Core.Lean;
using Prover.Core.Proving;
using Spectre.Console;

namespace Prover.Cli.Output;

/// <summary>Shows what is going on, always on standard error: live on a terminal, plain lines in a pipe, nothing when silent.</summary>
internal sealed class ProgressDisplay : IProgress<ToolchainProgress>
{
    private readonly IAnsiConsole _console;
    private readonly TextWriter _error;
    private readonly bool _silent;
    private StatusContext? _live;
    private string _lastLine = string.Empty;

    public ProgressDisplay(TextWriter error, bool silent, bool isTerminal)
    {
        _error = error;
        _silent = silent;
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(error),
            Interactive = isTerminal ? InteractionSupport.Yes : InteractionSupport.No,
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
        });
        IsLive = isTerminal && !silent;
    }

    private bool IsLive { get; }

    /// <summary>Runs work with the display.</summary>
    public Task<T> RunAsync<T>(string first, Func<Task<T>> work) => IsLive
        ? _console.Status().Spinner(Spinner.Known.Dots).StartAsync(Markup.Escape(first), async context =>
        {
            _live = context;
            try
            {
                return await work().ConfigureAwait(false);
            }
            finally
            {
                _live = null;
            }
        })
        : work();

    public void Report(ToolchainProgress value) =>
        Say(value.Fraction is { } done and < 1 ? $"{value.Step} ({done:P0})" : value.Step);

    public void Report(ProveEvent happened)
    {
        switch (happened)
        {
            case ProveEvent.Started started:
                Say($"proving {started.Theorem}: {started.Statement}");
                break;
            case ProveEvent.CandidateStarted candidate when IsLive:
                Say($"{candidate.At.TotalSeconds:0.0} s, candidate {candidate.Number}: {candidate.Candidate.Origin}");
                break;
            case ProveEvent.CandidateFinished candidate when !IsLive:
                Say($"{candidate.At.TotalSeconds,6:0.0} s  {candidate.Number,3}  {VerdictNames.Of(candidate.Verdict.Kind),-10}  "
                    + $"{candidate.Candidate.Origin}: {OneLine(candidate.Candidate.Proof)}");
                break;
        }
    }

    public void Say(string line)
    {
        if (_silent || line == _lastLine)
        {
            return;
        }

        _lastLine = line;
        if (_live is { } live)
        {
            live.Status(Markup.Escape(OneLine(line)));
        }
        else
        {
            _error.WriteLine(line);
        }
    }

    private static string OneLine(string text)
    {
        const int width = 100;
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= width ? line : $"{line[..width]}…";
    }
}
