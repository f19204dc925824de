using Prover.Core.Formalization.English.Lexing;

namespace Prover.Core.Formalization.English.Elaboration;

/// <summary>Tells <c>f(x)</c> from <c>n(n+1)</c>.</summary>
internal static class Functions
{
    /// <exception cref="UnsaidException">A letter that nothing introduces stands before parentheses as a function would.</exception>
    public static void Check(IReadOnlyList<Lexeme> lexemes, Spine spine)
    {
        var open = spine.Variables.Where(v => v.Domain is null).Select(v => v.Name).ToHashSet();
        for (var i = 0; i + 2 < lexemes.Count; i++)
        {
            var isSimple = lexemes[i + 1].Kind == EnglishToken.LeftParenthesis && !lexemes[i + 1].AfterSpace
                && (i + 3 < lexemes.Count && lexemes[i + 3].Kind == EnglishToken.RightParenthesis || lexemes[i].Text is "f" or "g" or "h" or "F" or "G" or "P" or "Q");
            if (lexemes[i].Kind == EnglishToken.Letter && open.Contains(lexemes[i].Text) && isSimple)
            {
                throw new UnsaidException($"'{lexemes[i].Text}(…)' may be a function, which is not read");
            }
        }
    }
}
