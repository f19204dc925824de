using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Prover.Core.Sampling.Portfolio.Goals;

/// <summary>A kind of numbers; its name is the one Lean knows.</summary>
internal enum NumberKind
{
    Nat,
    Int,
    Rat,
}

/// <summary>A variable that stands for a number.</summary>
internal sealed record Scalar(string Name, NumberKind Kind);

/// <summary>What templates look at to say whether and how they apply.</summary>
internal sealed partial class GoalFeatures
{
    // Heads of types whose inhabitants are data, not proofs.
    private static readonly HashSet<string> DataTypes = new(StringComparer.Ordinal)
    {
        "Type", "Sort", "Prop", "Bool", "List", "Array", "Option", "Char", "String", "Fin", "BitVec", "Vector", "Unit", "PUnit",
        "Prod", "Sum", "Except", "Subarray", "UInt8", "UInt16", "UInt32", "UInt64", "USize", "Float", "_",
    };

    private readonly HashSet<string> _ownTypes;

    /// <summary>Sorts the context by what its members are.</summary>
    /// <param name="goal">The goal.</param>
    /// <param name="definitions">Names of the user's own definitions; only those that occur in the goal are kept.</param>
    /// <param name="types">Names of the user's own types.</param>
    public GoalFeatures(Goal goal, IEnumerable<string>? definitions = null, IEnumerable<string>? types = null)
    {
        Goal = goal;
        _ownTypes = [.. types ?? []];
        foreach (var declaration in goal.Context)
        {
            if (ParseKind(declaration.Type) is { } kind)
            {
                Scalars.Add(new Scalar(declaration.Name, kind));
            }
            else if (NumberFunction().IsMatch(declaration.Type))
            {
                Functions.Add(declaration);
            }
            else if (IsData(declaration.Type))
            {
                Data.Add(declaration);
            }
            else
            {
                Hypotheses.Add(declaration);
            }
        }

        Texts = [.. Hypotheses.Select(h => h.Type), goal.Conclusion];
        Statement = string.Join(" ; ", Texts);
        Numerals = [.. Numeral().Matches(Statement).Select(m => BigInteger.Parse(m.Value, CultureInfo.InvariantCulture)).Distinct().Order()];
        Definitions = [.. (definitions ?? []).Where(IsUsed).Distinct()];
    }

    /// <summary>The goal itself.</summary>
    public Goal Goal { get; }

    /// <summary>Variables of type Nat, Int or Rat.</summary>
    public List<Scalar> Scalars { get; } = [];

    /// <summary>Functions between numbers.</summary>
    public List<Declaration> Functions { get; } = [];

    /// <summary>Other variables: lists, truth values, types.</summary>
    public List<Declaration> Data { get; } = [];

    /// <summary>The rest: taken for proofs.</summary>
    public List<Declaration> Hypotheses { get; } = [];

    /// <summary>Types of the hypotheses, then the conclusion.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>All of <see cref="Texts"/> in one.</summary>
    public string Statement { get; }

    /// <summary>What is to be shown.</summary>
    public string Conclusion => Goal.Conclusion;

    /// <summary>The numerals in the statement, growing.</summary>
    public IReadOnlyList<BigInteger> Numerals { get; }

    /// <summary>The user's definitions that occur.</summary>
    public IReadOnlyList<string> Definitions { get; }

    /// <summary>Variables of type Nat or Int.</summary>
    public IEnumerable<Scalar> Integers => Scalars.Where(v => v.Kind != NumberKind.Rat);

    /// <summary>Variables of type Nat.</summary>
    public IEnumerable<Scalar> Naturals => Scalars.Where(v => v.Kind == NumberKind.Nat);

    /// <summary>Whether rational numbers occur.</summary>
    public bool HasRationals => Goal.Context.Select(d => d.Type).Append(Conclusion).Any(t => Rationals().IsMatch(t));

    /// <summary>Whether some text of the statement holds one of the characters.</summary>
    public bool HasAny(string characters) => Statement.AsSpan().IndexOfAny(characters) >= 0;

    /// <summary>Nat, Int or Rat by name or by notation; null for other types.</summary>
    public static NumberKind? ParseKind(string type) => type switch
    {
        "Nat" or "ℕ" => NumberKind.Nat,
        "Int" or "ℤ" => NumberKind.Int,
        "Rat" or "ℚ" => NumberKind.Rat,
        _ => null,
    };

    /// <summary>Whether a type with that head is one of Lean's own types of data.</summary>
    public static bool IsDataType(string head) => DataTypes.Contains(head) || ParseKind(head) is not null;

    /// <summary>Whether values of the type are trees to do induction on: lists and what the user defined.</summary>
    public bool IsTree(Declaration data) => Head().Match(data.Type).Value is var head && (head == "List" || _ownTypes.Contains(head));

    // Lean prints `T.mirror t` as `t.mirror`.
    private bool IsUsed(string definition) =>
        LeanNames.Mentions(Statement, definition)
        || (definition.LastIndexOf('.') is > 0 and var dot && Regex.IsMatch(Statement, Regex.Escape(definition[dot..]) + @"(?![\w₀-₉'])"));

    private bool IsData(string type)
    {
        var head = Head().Match(type).Value;
        var isOwnType = Data.Any(d => d.Name == head && (d.Type.StartsWith("Type", StringComparison.Ordinal) || d.Type.StartsWith("Sort", StringComparison.Ordinal)));
        return (isOwnType || _ownTypes.Contains(head) || IsDataType(head)) && !Relation().IsMatch(type);
    }

    [GeneratedRegex(@"^[ℕℤℚ](?: → [ℕℤℚ])+$|^(Nat|Int|Rat)( → (Nat|Int|Rat))+$")]
    private static partial Regex NumberFunction();

    [GeneratedRegex(@"(?<![\w.₀-₉])[0-9]+")]
    private static partial Regex Numeral();

    [GeneratedRegex(@"ℚ|\bRat\b")]
    private static partial Regex Rationals();

    [GeneratedRegex(@"^[^\s()]+")]
    private static partial Regex Head();

    [GeneratedRegex("[=≠<≤>≥∧∨¬∀∃∣∈∉↔⊆]")]
    private static partial Regex Relation();
}
