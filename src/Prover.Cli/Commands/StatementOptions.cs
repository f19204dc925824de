using System.CommandLine;
using Prover.Cli.Input;

namespace Prover.Cli.Commands;

/// <summary>The two ways to give a statement.</summary>
internal static class StatementOptions
{
    public static readonly Option<string?> Text = new("--statement")
    {
        Description = "The statement as Lean text, e.g. 'theorem t (a b : Nat) (h : a ≤ b) : a ≤ b + 1'.",
        HelpName = "TEXT",
    };

    public static readonly Option<string?> File = new("--statement-file")
    {
        Description = "A file with the statement; '-' is standard input.",
        HelpName = "FILE",
    };

    /// <summary>The statement; null when neither option is given.</summary>
    /// <exception cref="UsageException">Both are given, or the file can't be read.</exception>
    public static async Task<string?> ReadAsync(ParseResult parsed, CancellationToken cancellationToken) =>
        (parsed.GetValue(Text), parsed.GetValue(File)) switch
        {
            (not null, not null) => throw new UsageException("Give --statement or --statement-file, not both."),
            ({ } text, _) => text,
            (_, { } file) => await TextInput.ReadAsync(file, cancellationToken).ConfigureAwait(false),
            _ => null,
        };
}
