using System.Text;
using Prover.Core.Lean;

namespace Prover.Lean.Native;

/// <summary>A text of commands, one a line, each of which makes Lean say one thing.</summary>
internal sealed class PrintCommands
{
    private readonly StringBuilder _text = new();
    private int _lines;

    /// <summary>The whole text.</summary>
    public string Text => _text.ToString();

    /// <summary>Adds a command and returns its line.</summary>
    public int Add(string command)
    {
        _text.Append(command).Append('\n');
        return ++_lines;
    }
}

/// <summary>What Lean said to <see cref="PrintCommands"/>.</summary>
internal sealed class PrintedAnswers(LeanReply reply)
{
    /// <summary>The one thing said about a line; null when that was an error, or nothing, or several things.</summary>
    public string? At(int line)
    {
        var said = reply.Messages.Where(m => m.Start.Line == line).ToList();
        return said is [{ Severity: LeanSeverity.Information } only] ? only.Text : null;
    }

    /// <summary>True when Lean does not know what the line asks for.</summary>
    public bool IsError(int line) => reply.Messages.Any(m => m.Start.Line == line && m.Severity == LeanSeverity.Error);
}
