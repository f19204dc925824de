using System.Text.Json;

namespace Prover.Cli.Tests;

/// <summary>Runs the command in this process, with a store of its own.</summary>
internal sealed class Cli : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("prover-cli-").FullName;

    public string Store => Path.Combine(_folder, "proofs.db");

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Runs and returns exit code, standard output and standard error.</summary>
    public static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(arguments, output, error, Token);
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>Runs with <c>--json</c> and returns the object.</summary>
    public static async Task<(int Code, JsonElement Json)> RunJsonAsync(params string[] arguments)
    {
        var (code, output, error) = await RunAsync([.. arguments, "--json"]);
        Assert.True(output.Length > 0, error);
        return (code, JsonDocument.Parse(output).RootElement);
    }

    public string File(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    public string File(string name, string text) => File(name, System.Text.Encoding.UTF8.GetBytes(text));

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
