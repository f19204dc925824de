using System.CommandLine;
using Prover.Cli.Input;

namespace Prover.Cli.Commands;

/// <summary>The two ways to give a problem in words.</summary>
internal static class ProblemOptions
{
    public static readonly Argument<string?> File = new("FILE")
    {
        Description = "A file with the problem in natural language; '-' is standard input.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static readonly Option<string?> Text = new("--text")
    {
        Description = "The problem in natural language; may hold LaTeX.",
        HelpName = "TEXT",
    };

    /// <exception cref="UsageException">There is not exactly one, or it is empty.</exception>
    public static async Task<string> ReadAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (file, text) = (parsed.GetValue(File), parsed.GetValue(Text));
        if (file is null == text is null)
        {
            throw new UsageException("Give the problem once: as FILE or --text TEXT.");
        }

        text ??= await TextInput.ReadAsync(file!, cancellationToken).ConfigureAwait(false);
        return string.IsNullOrWhiteSpace(text) ? throw new UsageException("The problem is empty.") : text;
    }
}
