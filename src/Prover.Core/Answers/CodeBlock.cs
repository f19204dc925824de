namespace Prover.Core.Answers;

/// <summary>A fenced block of an answer.</summary>
/// <param name="Language">What stands after the opening fence, in lower case; empty for none.</param>
/// <param name="Code">What is in it, without the indentation of the fence.</param>
/// <param name="IsClosed">False when the answer ends within it.</param>
internal sealed record CodeBlock(string Language, string Code, bool IsClosed)
{
    private static readonly HashSet<string> OtherLanguages =
    [
        "python", "py", "python3", "latex", "tex", "bash", "sh", "shell", "console", "output", "json", "javascript", "js", "typescript", "c",
        "cpp", "c++", "java", "rust", "go", "coq", "isabelle", "agda", "sage", "mathematica", "diff", "yaml", "xml", "html", "error", "goal",
    ];

    /// <summary>True for what may be Lean: blocks without a name and with a name that is no other language's.</summary>
    public bool MayBeLean => !OtherLanguages.Contains(Language);

    /// <summary>True for JSON.</summary>
    public bool IsJson => Language is "json" or "jsonc";
}
