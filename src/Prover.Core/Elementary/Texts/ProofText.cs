using System.Text.RegularExpressions;
using Prover.Core.Statements;

namespace Prover.Core.Elementary.Texts;

/// <summary>A theorem in a Lean text, cut into what it states and its proof. Cut by its looks: whether the cut is right, Lean says when it compiles the statement.</summary>
/// <param name="Head">Everything up to the theorem's <c>:=</c>, without it.</param>
/// <param name="Proof">What stands after it, up to the next command.</param>
/// <param name="FirstLine">The line in the whole text, from 1, on which the proof begins.</param>
public sealed partial record ProofText(string Head, string Proof, int FirstLine)
{
    /// <summary>Finds a theorem and cuts it.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="name">The theorem's name as written, or its full name; null takes the last theorem.</param>
    /// <returns>Null where there is no such theorem, or it has no proof after <c>:=</c>.</returns>
    public static ProofText? Find(string text, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var masked = LeanText.Mask(text);
        var theorem = Theorem().Matches(masked).LastOrDefault(m => name is null || IsNamed(text.AsSpan(m.Groups["name"].Index, m.Groups["name"].Length), name));
        if (theorem is null || ProofStart(masked, theorem.Index + theorem.Length) is not { } sign)
        {
            return null;
        }

        var next = Command().Match(masked, sign);
        var proof = text[(sign + 2)..(next.Success ? next.Index : text.Length)];
        var begin = sign + 2 + (proof.Length - proof.TrimStart().Length);
        return new ProofText(text[..sign].TrimEnd(), proof.Trim(), 1 + text.AsSpan(0, begin).Count('\n'));
    }

    private static bool IsNamed(ReadOnlySpan<char> written, string name) =>
        written.SequenceEqual(name) || (name.Length > written.Length && name.AsSpan().EndsWith(written) && name[name.Length - written.Length - 1] == '.');

    /// <summary>The sign outside of all brackets.</summary>
    private static int? ProofStart(string masked, int from)
    {
        var depth = 0;
        for (var i = from; i + 1 < masked.Length; i++)
        {
            depth += masked[i] switch
            {
                '(' or '[' or '{' or '⦃' or '⟨' => 1,
                ')' or ']' or '}' or '⦄' or '⟩' => -1,
                _ => 0,
            };
            if (depth == 0 && masked[i] == ':' && masked[i + 1] == '=')
            {
                return i;
            }
        }

        return null;
    }

    [GeneratedRegex(@"(?<![\w.'«»])(theorem|lemma)\s+(?<name>(?:«[^»]*»|[^\s:({\[⦃«])+?)(?=\.\{|[\s:({\[⦃]|$)")]
    private static partial Regex Theorem();

    // What begins at the margin and is no continuation.
    [GeneratedRegex(@"^(?=(theorem|lemma|def|example|end|namespace|section|open|variable|instance|structure|inductive|abbrev|axiom|set_option|private|protected|noncomputable|attribute|@\[|#|/--|/-!))", RegexOptions.Multiline)]
    private static partial Regex Command();
}
