using System.Text;
using Prover.Core.Statements;

namespace Prover.Core.Answers;

/// <summary>Our statement, as far as an answer is compared with it.</summary>
internal sealed class Target
{
    private readonly string _body;

    public Target(TheoremStatement statement)
    {
        Name = statement.LocalName;
        _body = Normalise(LeanText.Mask(statement.Body), null);
        foreach (var command in LeanCommands.Split(statement.Preface))
        {
            Lines.Add(Normalise(command.Masked, null));
            if (command.Name.Length > 0)
            {
                Declared.Add(command.Name);
            }

            switch (command.Kind)
            {
                case "open":
                    Opened.UnionWith(command.Argument.Split(' ', StringSplitOptions.RemoveEmptyEntries));
                    break;
                case "namespace":
                    Namespaces.Add(command.Argument);
                    break;
                case "end":
                    Namespaces.Remove(command.Argument);
                    break;
            }
        }
    }

    /// <summary>The theorem's name as it is written.</summary>
    public string Name { get; }

    /// <summary>Names that the text in front of the theorem declares.</summary>
    public HashSet<string> Declared { get; } = [];

    /// <summary>Namespaces that it opens.</summary>
    public HashSet<string> Opened { get; } = [];

    /// <summary>Namespaces in which the theorem stands.</summary>
    public HashSet<string> Namespaces { get; } = [];

    /// <summary>Its commands without white space.</summary>
    public HashSet<string> Lines { get; } = [];

    /// <summary>Whether a name means our theorem.</summary>
    public bool IsNamed(string name)
    {
        var theirs = Bare(name);
        var ours = Bare(Name);
        return theirs.Length > 0 && (theirs.SequenceEqual(ours)
            || (theirs.EndsWith(ours) && theirs[^(ours.Length + 1)] == '.' && Namespaces.Count > 0)
            || (ours.EndsWith(theirs) && ours[^(theirs.Length + 1)] == '.'));
    }

    private static ReadOnlySpan<char> Bare(string text) => text.AsSpan(text.StartsWith("_root_.", StringComparison.Ordinal) ? "_root_.".Length : 0);

    /// <summary>Whether a command of the answer only repeats one of ours.</summary>
    public bool Repeats(LeanCommand command) => Lines.Contains(Normalise(command.Masked, null));

    /// <summary>Where our binders and type end in a text that begins with them, whatever its white space; null when it begins otherwise.</summary>
    public int? EndOfBody(string masked, int start)
    {
        var places = new List<int>();
        var theirs = Normalise(masked[start..], places);
        return !theirs.StartsWith(_body, StringComparison.Ordinal) ? null : start + (places.Count > _body.Length ? places[_body.Length] : masked.Length - start);
    }

    private static string Normalise(string masked, List<int>? places)
    {
        var normal = new StringBuilder(masked.Length);
        for (var i = 0; i < masked.Length;)
        {
            if (char.IsWhiteSpace(masked[i]))
            {
                i++;
                continue;
            }

            var (to, length) = Spelling(masked, i);
            normal.Append(to);
            for (var k = 0; places is not null && k < to.Length; k++)
            {
                places.Add(i);
            }

            i += length;
        }

        return normal.ToString();
    }

    /// <summary>One spelling for what Lean spells in two ways.</summary>
    private static (string To, int Length) Spelling(string text, int i) => (text[i], i + 1 < text.Length ? text[i + 1] : ' ') switch
    {
        ('ℕ', _) => ("Nat", 1),
        ('ℤ', _) => ("Int", 1),
        ('ℚ', _) => ("Rat", 1),
        ('λ', _) => ("fun", 1),
        ('↦', _) => ("=>", 1),
        ('<', '-') when i + 2 < text.Length && text[i + 2] == '>' => ("↔", 3),
        ('<', '=') => ("≤", 2),
        ('>', '=') => ("≥", 2),
        ('-', '>') => ("→", 2),
        ('/', '\\') => ("∧", 2),
        ('\\', '/') => ("∨", 2),
        _ => (text[i].ToString(), 1),
    };
}
