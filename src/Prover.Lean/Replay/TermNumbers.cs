using System.Globalization;
using Prover.Lean.Terms;

namespace Prover.Lean.Replay;

/// <summary>Numbers names, levels and terms in the order in which they are first needed, each after its parts: the tables of a replay's request.</summary>
internal sealed class TermNumbers
{
    // Some 50,000 digits, which the other side takes at most: to write and to read them takes the square of their number.
    private const long MaxNumberBits = 166_000;

    private readonly Dictionary<Name, int> _nameNumbers = new() { [Name.Anonymous] = 0 };
    private readonly List<Name> _names = [];
    private readonly Dictionary<Level, int> _levelNumbers = new(ReferenceEqualityComparer.Instance);
    private readonly List<int> _levels = [];
    private readonly Dictionary<Expr, int> _termNumbers = new(ReferenceEqualityComparer.Instance);
    private readonly List<int> _terms = [];
    private readonly List<string> _naturals = [];
    private readonly List<string> _strings = [];
    private readonly Stack<Expr> _path = new();
    private int _levelCount;

    /// <summary>All names but the anonymous one, which is number 0; the first of the list is number 1.</summary>
    public IReadOnlyList<Name> Names => _names;

    /// <summary>Levels, flat: tag and parts of each, the first of them number 1; zero is number 0.</summary>
    public List<int> Levels => _levels;

    /// <summary>Terms, flat: tag and parts of each, the first of them number 0.</summary>
    public List<int> Terms => _terms;

    /// <summary>Numbers written out, in decimal.</summary>
    public List<string> Naturals => _naturals;

    /// <summary>Strings written out.</summary>
    public List<string> Strings => _strings;

    /// <summary>The number of a name.</summary>
    public int Of(Name name)
    {
        if (_nameNumbers.TryGetValue(name, out var known))
        {
            return known;
        }

        var missing = new Stack<Name>();
        for (var at = name; !_nameNumbers.ContainsKey(at); at = at.Prefix!)
        {
            missing.Push(at);
        }

        while (missing.TryPop(out var next))
        {
            _names.Add(next);
            _nameNumbers[next] = _names.Count;
        }

        return _names.Count;
    }

    /// <summary>The number of a level.</summary>
    public int Of(Level root)
    {
        if (root.Kind == LevelKind.Zero)
        {
            return 0;
        }

        var path = new Stack<Level>([root]);
        while (path.TryPeek(out var level))
        {
            if (level.Kind == LevelKind.Zero || _levelNumbers.ContainsKey(level))
            {
                path.Pop();
            }
            else if (new[] { level.First, level.Second }.OfType<Level>().Where(l => l.Kind != LevelKind.Zero && !_levelNumbers.ContainsKey(l)).ToList() is { Count: > 0 } parts)
            {
                parts.ForEach(path.Push);
            }
            else
            {
                _levels.Add((int)level.Kind);
                _levels.AddRange(level.Parameter is { } parameter
                    ? [Of(parameter)]
                    : new[] { level.First, level.Second }.OfType<Level>().Select(l => l.Kind == LevelKind.Zero ? 0 : _levelNumbers[l]));
                _levelNumbers[path.Pop()] = ++_levelCount;
            }
        }

        return _levelNumbers[root];
    }

    /// <summary>The number of a term.</summary>
    /// <exception cref="InvalidDataException">It holds a number that is too long to be written out.</exception>
    public int Of(Expr root)
    {
        if (_termNumbers.TryGetValue(root, out var known))
        {
            return known;
        }

        _path.Push(root);
        while (_path.TryPeek(out var term))
        {
            if (_termNumbers.ContainsKey(term))
            {
                _path.Pop();
            }
            else if (!PushParts(term))
            {
                _path.Pop();
                WriteTerm(term);
                _termNumbers[term] = _termNumbers.Count;
            }
        }

        return _termNumbers[root];
    }

    private bool PushParts(Expr term) => term switch
    {
        Application a => Push(a.Argument) | Push(a.Function),
        Binding b => Push(b.Body) | Push(b.Type),
        Let l => Push(l.Body) | Push(l.Value) | Push(l.Type),
        Projection p => Push(p.Value),
        _ => false,
    };

    private bool Push(Expr part)
    {
        var isNew = !_termNumbers.ContainsKey(part);
        if (isNew)
        {
            _path.Push(part);
        }

        return isNew;
    }

    private void WriteTerm(Expr term)
    {
        switch (term)
        {
            case BoundVariable variable:
                _terms.AddRange(0, variable.Index);
                break;
            case Sort sort:
                _terms.AddRange(3, Of(sort.Level));
                break;
            case ConstantTerm constant:
                _terms.AddRange(4, Of(constant.Name), constant.Levels.Count);
                _terms.AddRange(constant.Levels.Select(Of));
                break;
            case Application application:
                _terms.AddRange(5, _termNumbers[application.Function], _termNumbers[application.Argument]);
                break;
            case Binding binding:
                _terms.AddRange(
                    binding.IsLambda ? 6 : 7, Of(binding.Variable), (int)binding.Info, _termNumbers[binding.Type], _termNumbers[binding.Body]);
                break;
            case Let let:
                _terms.AddRange(8, Of(let.Variable), 0, _termNumbers[let.Type], _termNumbers[let.Value], _termNumbers[let.Body]);
                break;
            case NaturalLiteral number:
                _terms.AddRange(9, _naturals.Count);
                if (number.Value.GetBitLength() > MaxNumberBits)
                {
                    throw new InvalidDataException($"The proof holds a number of {number.Value.GetBitLength():N0} bits written out; a replay takes {MaxNumberBits:N0} at most.");
                }

                _naturals.Add(number.Value.ToString(CultureInfo.InvariantCulture));
                break;
            case StringLiteral text:
                _terms.AddRange(10, _strings.Count);
                _strings.Add(text.Value);
                break;
            case Projection projection:
                _terms.AddRange(11, Of(projection.Structure), projection.Field, _termNumbers[projection.Value]);
                break;
            default:
                throw new NotSupportedException($"{term.GetType().Name} is no term that can be written.");
        }
    }
}
