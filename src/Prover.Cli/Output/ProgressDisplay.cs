using Prover.Cli.Formalizations;
using Prover.Core.Formalization;
using Prover.Core.Lean;
using Prover.Core.Models;
using Prover.Core.Proving;
using Spectre.Console;

namespace Prover.Cli.Output;

/// <summary>Shows what is going on, always on standard error: live on a terminal, plain lines in a pipe, nothing when silent.</summary>
internal sealed class ProgressDisplay : IProgress<ToolchainProgress>, IProgress<string>
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

    public void Report(string value) => Say(value);

    public void Report(ProveEvent happened)
    {
        switch (happened)
        {
            case ProveEvent.Started started:
                Say($"proving {started.Theorem}: {started.Statement}");
                break;
            case ProveEvent.Formalizing formalizing:
                Report(formalizing.What);
                break;
            case ProveEvent.Model model:
                Report(model.What, model.At);
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

    public void Report(FormalizeEvent happened)
    {
        switch (happened)
        {
            case FormalizeEvent.Proposed proposed:
                Say($"{happened.At.TotalSeconds,6:0.0} s  {proposed.Statement.Author} proposes {OneLine(proposed.Statement.Text)}");
                break;
            case FormalizeEvent.Declined declined:
                Say($"{happened.At.TotalSeconds,6:0.0} s  {declined.Author} declines: {OneLine(declined.Reason)}");
                break;
            case FormalizeEvent.Examined { Evidence: var evidence } examined:
                Say($"{happened.At.TotalSeconds,6:0.0} s  {FormalizationNames.Of(evidence.Finding),-11}  {FormalizationNames.Of(evidence.Kind)} of {examined.Statement.Author}: {OneLine(evidence.Message)}");
                break;
            case FormalizeEvent.Model model:
                Report(model.What, happened.At);
                break;
        }
    }

    public void Report(ModelEvent happened, TimeSpan at)
    {
        var what = happened switch
        {
            ModelEvent.Asked asked => $"is asked for {asked.Choices} {(asked.Choices == 1 ? "answer" : "answers")}",
            ModelEvent.Answered { Usage: var usage } => $"took {usage.InputTokens} + {usage.OutputTokens} tokens{(usage.Cost > 0 ? $", cost {usage.Cost:0.####}" : string.Empty)}",
            ModelEvent.Unusable unusable => $"gave no usable answer: {OneLine(unusable.Reason)}",
            ModelEvent.Failed failed => $"failed: {OneLine(failed.Reason)}",
            _ => null,
        };
        if (what is not null)
        {
            Say($"{at.TotalSeconds,6:0.0} s  {happened.Model} ({happened.Purpose}) {what}");
        }
    }

    public void Say(string line)
    {
        if (_silent || line == _lastLine)
        {
            return;
        }

        _lastLine = line;
        line = Visible.Of(line);
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
