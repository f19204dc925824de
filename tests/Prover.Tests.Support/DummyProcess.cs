using System.Diagnostics;
using System.Reflection;

namespace Prover.Tests.Support;

/// <summary>A program of the tests as a process of its own: one that can be killed.</summary>
public sealed class DummyProcess : IDisposable
{
    private readonly Process _process;

    private DummyProcess(Process process) => _process = process;

    public int Id => _process.Id;

    public static DummyProcess Start(Assembly program, params IEnumerable<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(program);
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", ["exec", program.Location, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        return new DummyProcess(Process.Start(start)!);
    }

    /// <summary>The next line of output; null when there are no more.</summary>
    public async Task<string?> ReadLineAsync(CancellationToken cancellationToken) => await _process.StandardOutput.ReadLineAsync(cancellationToken);

    /// <summary>Reads so many lines; fewer when it ends before.</summary>
    public async Task<List<string>> ReadAsync(int count, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        while (lines.Count < count && await ReadLineAsync(cancellationToken) is { } line)
        {
            lines.Add(line);
        }

        return lines;
    }

    /// <summary>SIGKILL: no handler runs, no buffer is written.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        _process.Kill();
        await _process.WaitForExitAsync(cancellationToken);
    }

    /// <summary>Closes its input, waits for its end, and tells its exit code.</summary>
    public async Task<int> WaitAsync(CancellationToken cancellationToken)
    {
        _process.StandardInput.Close();
        await ReadAsync(int.MaxValue, cancellationToken);
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }
}
