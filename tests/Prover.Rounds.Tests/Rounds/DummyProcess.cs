using System.Diagnostics;
using System.Globalization;
using Prover.Rounds.Tests.Dummy;

namespace Prover.Rounds.Tests.Rounds;

/// <summary>A process of its own that works on a played campaign.</summary>
internal sealed class DummyProcess : IDisposable
{
    private readonly Process _process;

    private DummyProcess(Process process) => _process = process;

    public static DummyProcess Start(string folder, int rounds, int variants)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet") { RedirectStandardOutput = true };
        foreach (var argument in (string[])["exec", typeof(Program).Assembly.Location, folder, rounds.ToString(CultureInfo.InvariantCulture), variants.ToString(CultureInfo.InvariantCulture)])
        {
            start.ArgumentList.Add(argument);
        }

        return new DummyProcess(Process.Start(start)!);
    }

    /// <summary>Reads so many lines; fewer when it ends before.</summary>
    public async Task<List<string>> ReadAsync(int count = int.MaxValue)
    {
        var lines = new List<string>();
        while (lines.Count < count && await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            lines.Add(line);
        }

        return lines;
    }

    /// <summary>SIGKILL: no handler runs, no buffer is written.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public async Task<int> WaitAsync()
    {
        await ReadAsync();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
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
