using System.Text;
using System.Text.RegularExpressions;

namespace Prover.Core.Answers;

/// <summary>What an answer writes in front of its theorem, wrapped so that it can't change what ours means.</summary>
internal sealed partial class HelperText(Target target)
{
    // Namespaces of the core library; others may be missing, and opening what is missing is an error.
    private static readonly HashSet<string> CoreNamespaces =
    [
        "Nat", "Int", "List", "Array", "String", "Option", "Classical", "Function", "Fin", "Bool", "And", "Or", "Iff", "Eq", "Prod", "Sum", "Char",
        "Subtype", "Std", "Lean", "Exists", "Sigma", "Decidable", "Not",
    ];

    private static readonly string[] Limits = ["maxHeartbeats", "maxRecDepth", "synthInstance.", "exponentiation.threshold"];
    private static readonly string[] OnlyDisplay = ["pp.", "trace.", "profiler", "diagnostics", "linter.", "warningAsError"];

    private readonly StringBuilder _text = new();
    private readonly Stack<Scope> _scopes = new([new Scope("section", string.Empty, IsOurs: false, [])]);
    private readonly List<string> _limits = [];
    private readonly SortedSet<string> _foreign = new(StringComparer.Ordinal);
    private bool _matters;

    /// <summary>What was left out.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Holes in it.</summary>
    public int Holes { get; private set; }

    /// <summary>Prefix of a proof that is to see what the answer had opened.</summary>
    public string Opening => string.Concat(_scopes.Reverse().SelectMany(s => s is { Kind: "namespace", IsOurs: false } && _matters ? [s.Name, .. s.Opens] : s.Opens).Distinct().Select(o => $"open {o} in "));

    /// <summary>Takes the next command in.</summary>
    public void Add(LeanCommand command)
    {
        switch (command.Kind)
        {
            case "" or "import" or "module" or "add_decl_doc" or "run_cmd" or "initialize":
            case var hash when hash.StartsWith('#'):
                Notes.Add(command.Kind.Length == 0 ? "Text in front of the code was left out." : $"'{command.Kind}' was left out.");
                break;
            case "open":
                Open(command);
                break;
            case "namespace" or "section" or "mutual":
                Enter(command.Kind, command.Argument, command.Text);
                break;
            case "end":
                Leave();
                break;
            case "set_option" when Limits.Any(l => command.Argument.StartsWith(l, StringComparison.Ordinal)):
                _limits.Add(command.Text);
                break;
            case "set_option" when OnlyDisplay.Any(l => command.Argument.StartsWith(l, StringComparison.Ordinal)):
                break;
            case "set_option" or "variable" or "variables" or "universe" or "universes" or "omit" or "include":
                if (!target.Repeats(command))
                {
                    _text.Append(command.Text).Append('\n');
                }

                break;
            default:
                Declare(command);
                break;
        }
    }

    /// <summary>Takes in a theorem of the answer's own that stands for ours.</summary>
    public void AddLemma(string text)
    {
        _matters = true;
        _text.Append(text).Append('\n');
    }

    /// <summary>The whole, every scope closed; empty where nothing in it matters.</summary>
    public override string ToString()
    {
        var foreign = string.Concat(_foreign.Select(n => $"namespace {n}\nend {n}\n"));
        var limits = string.Concat(_limits.Select(l => l + "\n"));
        if (!_matters)
        {
            return (foreign + limits).TrimEnd();
        }

        var ends = string.Concat(_scopes.Where(s => !s.IsOurs).Select(s => $"end {(s.Kind == "mutual" ? string.Empty : s.Name)}".TrimEnd() + "\n"));
        return $"{foreign}section\n{_text}{ends}{limits}".TrimEnd();
    }

    private void Open(LeanCommand command)
    {
        var argument = Space().Replace(command.Argument, " ");
        var names = argument.StartsWith("scoped ", StringComparison.Ordinal) ? argument["scoped ".Length..] : argument;
        if (argument.AsSpan().ContainsAny("(→") || names.Contains(" hiding ", StringComparison.Ordinal) || names.Contains(" renaming ", StringComparison.Ordinal))
        {
            _scopes.Peek().Opens.Add(argument);
        }
        else
        {
            // Sums and products need no opening any more, and where they did the statement has it.
            var wanted = names.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Where(n => !target.Opened.Contains(n) && n != "BigOperators" && SomeName().IsMatch(n)).ToArray();
            _foreign.UnionWith(wanted.Where(n => !CoreNamespaces.Contains(n.Split('.')[0])));
            if (wanted.Length == 0)
            {
                return;
            }

            argument = (names == argument ? string.Empty : "scoped ") + string.Join(' ', wanted);
            _scopes.Peek().Opens.Add(argument);
        }

        _text.Append($"open {argument}\n");
    }

    private void Enter(string kind, string name, string text)
    {
        var isOurs = kind == "namespace" && target.Namespaces.Contains(name);
        _scopes.Push(new Scope(kind, name, isOurs, []));
        if (!isOurs)
        {
            _text.Append(text).Append('\n');
        }
    }

    private void Leave()
    {
        if (_scopes.Count > 1 && _scopes.Pop() is { IsOurs: false } left)
        {
            _text.Append($"end {(left.Kind == "mutual" ? string.Empty : left.Name)}".TrimEnd()).Append('\n');
        }
    }

    private void Declare(LeanCommand command)
    {
        if (command.Name.Length > 0 && (target.Declared.Contains(command.Name) || target.IsNamed(command.Name)))
        {
            Notes.Add($"'{command.Name}' was left out: the statement has it.");
            return;
        }

        if (command.IsProof && command.Name.Length == 0)
        {
            return; // An example helps nobody.
        }

        _matters = true;
        Holes += ProofReader.Holes(command.Masked);
        var text = command.Text;
        if (command.Kind == "lemma")
        {
            text = text[..command.Keyword] + "theorem" + text[command.AfterKeyword..];
        }
        else if (command.Kind == "attribute")
        {
            text = Local().Replace(text, "[", 1); // It must outlast the section.
        }

        _text.Append(text).Append('\n');
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"\[\s*(?:local|scoped)\s+")]
    private static partial Regex Local();

    [GeneratedRegex(@"\A[\p{L}_][\w.!?']*\z")]
    private static partial Regex SomeName();

    private sealed record Scope(string Kind, string Name, bool IsOurs, List<string> Opens);
}
