using Prover.Core.Formalization.English.Elaboration;
using Prover.Core.Formalization.English.Grammar;
using Prover.Core.Formalization.English.Lexing;

namespace Prover.Core.Formalization.English;

/// <summary>Reads problems in controlled English with LaTeX; needs neither Lean nor a model.</summary>
/// <remarks>Deterministic and thread-safe. Where a text can be understood in two ways it is refused: a wrong reading is worse than none.</remarks>
public static class EnglishReader
{
    private const int LongestText = 4_000;

    /// <summary>Reads a problem.</summary>
    public static ReadingResult Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > LongestText)
        {
            return Refuse(string.Empty, LongestText, $"The text is longer than {LongestText} characters.");
        }

        var (lexemes, tokens) = Lexer.Read(text);
        var state = new ReadState(lexemes);
        var parsed = new EnglishGrammar(state).Sentences.Problem(tokens);
        if (!parsed.HasValue)
        {
            return Unread(text, state);
        }

        try
        {
            var problem = parsed.Value;
            var statement = problem.Assignment switch
            {
                Assignment.Show show when problem.Answer is null => problem.Context.Reverse().Aggregate(show.Formula, (f, known) => known(f)),
                Assignment.Find find => Answers.Goal(find, problem.Answer, problem.Context),
                _ => throw new UnsaidException("an answer is told, but nothing is asked"),
            };
            var spine = Spine.Of(statement);
            Functions.Check(lexemes, spine);
            var reading = new Reading(Domains.Decide(spine, isFound: problem.Assignment is Assignment.Find));
            _ = reading.ToLean("problem");
            return new ReadingResult.Read(reading);
        }
        catch (UnsaidException unsaid)
        {
            return Refuse(string.Empty, 0, $"The text was read, but {unsaid.Message}.");
        }
    }

    private static ReadingResult.Refused Unread(string text, ReadState state)
    {
        if (state.Objection is { } objection)
        {
            var at = Math.Min(objection.At, state.Lexemes.Count - 1);
            var lexeme = at < 0 ? null : state.Lexemes[at];
            return Refuse(Shown(text, lexeme), lexeme?.Start ?? 0, $"{Around(text, lexeme)}: {objection.Message}.");
        }

        var expected = state.Expected.Count is > 0 and <= 4 ? $" Expected there: {string.Join(" | ", state.Expected)}." : string.Empty;
        if (state.Furthest >= state.Lexemes.Count)
        {
            return Refuse(string.Empty, text.Length, (state.Lexemes.Count == 0 ? "The text is empty." : "The text ends before it has said what is to be shown.") + expected);
        }

        var unread = state.Lexemes[Math.Max(state.Furthest, 0)];
        return Refuse(Shown(text, unread), unread.Start, $"The first word that could not be read is {Around(text, unread)}.{Remedy(text, unread)}{expected}");
    }

    private static string Shown(string text, Lexeme? lexeme) => lexeme is null ? string.Empty : text.Substring(lexeme.Start, lexeme.Length);

    private static string Around(string text, Lexeme? lexeme)
    {
        if (lexeme is null)
        {
            return "In the text";
        }

        var (from, to) = (Math.Max(0, lexeme.Start - 25), Math.Min(text.Length, lexeme.Start + lexeme.Length + 15));
        return $"'{Shown(text, lexeme)}' in '{(from > 0 ? "…" : string.Empty)}{text[from..to].ReplaceLineEndings(" ")}{(to < text.Length ? "…" : string.Empty)}'";
    }

    private static string Remedy(string text, Lexeme lexeme) => lexeme.Text is "real" or "reals" or "complex" or "irrational" || lexeme.Text == "sqrt" || Shown(text, lexeme).Contains('R', StringComparison.Ordinal) && lexeme.Kind == EnglishToken.Unknown
        ? " The embedded Lean has no real numbers: configure a native Lean with Mathlib, and a model."
        : string.Empty;

    private static ReadingResult.Refused Refuse(string word, int position, string message) => new(new Refusal(word, position, message));
}
