using System.Text;
using Prover.Bench.Data.Manifests;
using Prover.Core.Statements;

namespace Prover.Bench.Data.Shapes;

/// <summary>Reads a folder of <c>.lean</c> files, one theorem each, as yangky11/miniF2F-lean4 has them.</summary>
/// <remarks>The split is that of the nearest folder called <c>Test</c> or <c>Valid</c>. A finished proof is cut off where it begins. Files of imports
/// and opening commands only hold no problem; hidden folders (<c>.lake</c>) are not looked into.</remarks>
internal static class LeanFolder
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly EnumerationOptions Everywhere = new() { RecurseSubdirectories = true, IgnoreInaccessible = false };

    /// <summary>The problems, by path.</summary>
    /// <exception cref="DataSetException">A file holds no problem.</exception>
    public static async Task<DataFile> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var problems = new List<(BenchProblem, string)>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.lean", Everywhere).Order(StringComparer.Ordinal))
        {
            if (Read(path, await TextAsync(path, cancellationToken).ConfigureAwait(false)) is { } problem)
            {
                problems.Add((problem, path));
            }
        }

        return new DataFile(folder, problems, new Dictionary<string, SplitContent>());
    }

    private static BenchProblem? Read(string path, string text)
    {
        var header = LeanHeader.Split(text);
        if (header.Body.Length == 0)
        {
            return null;
        }

        var cut = StatementCut.Of(header.Body, isOnly: true);
        return cut.Objection is { } objection
            ? throw new DataSetException($"{path} can't be read as a problem: {objection}. If it is none, give the folder of the problems only.")
            : new BenchProblem(cut.Name, Split(path), header.Text, cut.Statement);
    }

    private static async Task<string> TextAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return Strict.GetString(await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false));
        }
        catch (DecoderFallbackException e)
        {
            throw new DataSetException($"{path} is not valid UTF-8. Save it as UTF-8.", e);
        }
    }

    private static string Split(string path) => Path.GetFullPath(path).Split(Path.DirectorySeparatorChar)[..^1]
        .LastOrDefault(f => f is "Test" or "Valid" or "test" or "valid")?.ToLowerInvariant() ?? string.Empty;
}
