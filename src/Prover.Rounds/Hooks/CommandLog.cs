using System.Text;

namespace Prover.Rounds.Hooks;

/// <summary>The log of a command: a file that is added to, and whoever looks on. Every line is in the file before anybody hears of it.</summary>
internal sealed class CommandLog : IDisposable
{
    private const int Kept = 32;

    private readonly Lock _gate = new();
    private readonly Queue<string> _last = new();
    private readonly IProgress<string>? _progress;
    private readonly StreamWriter _file;

    public CommandLog(string path, IProgress<string>? progress)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        _progress = progress;
        _file = new StreamWriter(new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true, NewLine = "\n" };
    }

    public void Add(string line)
    {
        lock (_gate)
        {
            _file.WriteLine(line);
            _last.Enqueue(line);
            if (_last.Count > Kept)
            {
                _last.Dequeue();
            }

            _progress?.Report(line);
        }
    }

    /// <summary>The last lines that the command wrote.</summary>
    public IReadOnlyList<string> Last(int count)
    {
        lock (_gate)
        {
            return [.. _last.Where(l => !l.StartsWith("$ ", StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(l)).TakeLast(count)];
        }
    }

    public void Dispose() => _file.Dispose();
}
