namespace Prover.Core.Tests.Formalization.English;

/// <summary>Problems and how they are read, as kept in <c>Golden/statements.txt</c>.</summary>
internal static class GoldenStatements
{
    /// <summary>The problem's text and its statement, for a theorem named <c>t</c>.</summary>
    public static IReadOnlyList<(string Text, string Lean)> All { get; } = [.. Read()];

    private static IEnumerable<(string Text, string Lean)> Read()
    {
        var file = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Formalization", "English", "Golden", "statements.txt"));
        foreach (var block in file.ReplaceLineEndings("\n").Split("\n> ").Skip(1))
        {
            var end = block.IndexOf('\n', StringComparison.Ordinal);
            yield return (block[..end].Trim(), block[end..].Trim());
        }
    }
}
