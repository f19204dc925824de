using Prover.Core.Answers;

namespace Prover.Core.Formalization.Chat;

/// <summary>Reads a statement out of what a model answered.</summary>
internal static class StatementAnswer
{
    /// <summary>The statement in the last block of code that holds one, under our name; or what is wrong, for the model.</summary>
    public static (string? Statement, string? Objection) Read(string answer, string name)
    {
        var text = CodeCharacters.CleanLines(answer);
        var codes = CodeBlocks.Of(text).Where(b => b.MayBeLean).Select(b => CodeCharacters.CleanCode(b.Code)).Reverse().ToList();
        if (codes.Count == 0 && UnfencedCode.Of(text) is { } bare)
        {
            codes.Add(bare);
        }

        string? objection = null;
        foreach (var code in codes)
        {
            var (statement, said) = GeneratedStatement.Read(code, name);
            if (statement is not null)
            {
                return (statement, null);
            }

            objection ??= said;
        }

        return (null, objection ?? "The answer holds no Lean code. Give the theorem in one fenced block marked lean4.");
    }
}
