using System.Globalization;
using Prover.Rounds.Problems.Syntax;

namespace Prover.Rounds.Problems.Keys;

/// <summary>Numbers a statement's variables so that the numbers do not hang on names or on order: variables are told apart by where they occur, as
/// graphs are by colour refinement, and where that does not tell them apart each is tried and the least text taken.</summary>
internal sealed class CanonicalNumbering
{
    // Statements that are symmetric in many variables: beyond so many tries the first one counts, and a renaming may be missed.
    private const int MaxTries = 200;

    private readonly Telescoped _statement;
    private readonly CanonicalText _text;
    private readonly List<int> _variables;
    private int _tries;

    private CanonicalNumbering(Telescoped statement)
    {
        _statement = statement;
        var types = statement.Variables.Select(v => v.Type)
            .Concat(statement.Hypotheses.Append(statement.Conclusion).SelectMany(e => e.All).OfType<Expression.Bound>().Select(b => b.Type));
        _text = new CanonicalText(types.All(CanonicalText.IsNumeric));
        _variables = [.. statement.Variables.Select(v => v.Id)];
    }

    /// <summary>The statement's canonical text.</summary>
    public static string Of(Telescoped statement)
    {
        var numbering = new CanonicalNumbering(statement);
        return numbering.Least(numbering.Refined(numbering._variables.ToDictionary(v => v, _ => 0)));
    }

    private string Least(Dictionary<int, int> colours)
    {
        var tied = colours.GroupBy(c => c.Value).Where(g => g.Count() > 1).MinBy(g => g.Key)?.Select(g => g.Key).ToList();
        if (tied is null)
        {
            _tries++;
            return Written(colours);
        }

        string? least = null;
        foreach (var chosen in tied)
        {
            if (least is not null && _tries >= MaxTries)
            {
                break;
            }

            // All colours doubled make room for the chosen one before its like.
            var apart = colours.ToDictionary(c => c.Key, c => (2 * c.Value) + (c.Key == chosen ? 0 : 1));
            var text = Least(Refined(apart));
            least = least is null || string.CompareOrdinal(text, least) < 0 ? text : least;
        }

        return least!;
    }

    /// <summary>Splits the classes by where their variables occur, until that splits nothing more.</summary>
    private Dictionary<int, int> Refined(Dictionary<int, int> colours)
    {
        while (true)
        {
            var labels = Labels(colours);
            var signatures = _variables.ToDictionary(v => v, v => Signature(v, colours[v], labels));
            var order = signatures.Values.Distinct().Order(StringComparer.Ordinal).ToList();
            var refined = signatures.ToDictionary(s => s.Key, s => order.BinarySearch(s.Value, StringComparer.Ordinal));
            if (order.Count == colours.Values.Distinct().Count())
            {
                return refined;
            }

            colours = refined;
        }
    }

    private string Signature(int variable, int colour, Dictionary<int, string> labels)
    {
        var marked = new Dictionary<int, string>(labels) { [variable] = "@" };
        var type = _statement.Variables.First(v => v.Id == variable).Type;
        var places = _statement.Hypotheses.Select(h => _text.Of(h, marked)).Where(t => t.Contains('@', StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        return string.Create(CultureInfo.InvariantCulture, $"{colour:D6} {(type is null ? "_" : _text.Of(type, labels))} {_text.Of(_statement.Conclusion, marked)} {string.Join(' ', places)}");
    }

    private string Written(Dictionary<int, int> colours)
    {
        var labels = Labels(colours);
        var variables = _statement.Variables.OrderBy(v => colours[v.Id]).Select(v => v.Type is null ? "_" : _text.Of(v.Type, labels));
        var hypotheses = _statement.Hypotheses.Select(h => _text.Of(h, labels)).Distinct().Order(StringComparer.Ordinal);
        return $"∀ {string.Join(' ', variables)} | {string.Join(" | ", hypotheses)} ⊢ {_text.Of(_statement.Conclusion, labels)}";
    }

    private static Dictionary<int, string> Labels(Dictionary<int, int> colours) =>
        colours.ToDictionary(c => c.Key, c => string.Create(CultureInfo.InvariantCulture, $"v{c.Value}"));
}
