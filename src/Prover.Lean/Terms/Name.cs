using System.Globalization;
using System.Numerics;
using System.Text;

namespace Prover.Lean.Terms;

/// <summary>A hierarchical name: a chain of components, each a string or a natural number, down to the anonymous name.</summary>
/// <remarks>Equality is structural and cheap: names carry their hash. Source: <c>src/Init/Prelude.lean</c>, <c>Lean.Name</c>.</remarks>
public sealed class Name : IEquatable<Name>
{
    /// <summary>The name without components.</summary>
    public static readonly Name Anonymous = new();

    private readonly int _hash;

    private Name() => _hash = 1723;

    /// <summary>A name that ends in a string.</summary>
    public Name(Name prefix, string text)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        ArgumentNullException.ThrowIfNull(text);
        (Prefix, Text, Depth, Characters) = (prefix, text, prefix.Depth + 1, prefix.Characters + text.Length);
        _hash = HashCode.Combine(prefix._hash, string.GetHashCode(text, StringComparison.Ordinal));
    }

    /// <summary>A name that ends in a number.</summary>
    public Name(Name prefix, BigInteger number)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        ArgumentOutOfRangeException.ThrowIfNegative(number.Sign, nameof(number));
        (Prefix, Number, Depth, Characters) = (prefix, number, prefix.Depth + 1, prefix.Characters);
        _hash = HashCode.Combine(prefix._hash, number);
    }

    /// <summary>All components but the last; null of the anonymous name alone.</summary>
    public Name? Prefix { get; }

    /// <summary>The last component where it is a string, else null.</summary>
    public string? Text { get; }

    /// <summary>The last component where it is a number.</summary>
    public BigInteger Number { get; }

    /// <summary>Number of components.</summary>
    public int Depth { get; }

    /// <summary>Length of all components that are strings.</summary>
    public int Characters { get; }

    /// <summary>True of the name without components.</summary>
    public bool IsAnonymous => Prefix is null;

    /// <summary>The name that is made of plain strings joined by dots; nothing is quoted or unquoted.</summary>
    public static Name Of(string dotted)
    {
        ArgumentNullException.ThrowIfNull(dotted);
        return dotted.Split('.').Aggregate(Anonymous, (prefix, text) => new Name(prefix, text));
    }

    /// <summary>The components, outermost first: a string or a <see cref="BigInteger"/> each.</summary>
    public IReadOnlyList<object> Components()
    {
        var parts = new object[Depth];
        var at = Depth;
        for (var name = this; name.Prefix is not null; name = name.Prefix)
        {
            parts[--at] = (object?)name.Text ?? name.Number;
        }

        return parts;
    }

    /// <summary>The name that the user wrote of a private one (<c>_private.Module.0.name</c>); others unchanged.
    /// Source: <c>src/Lean/PrivateName.lean</c>.</summary>
    public Name User()
    {
        var parts = Components();
        if (parts is not ["_private", ..])
        {
            return this;
        }

        var number = 0;
        while (number < parts.Count && parts[number] is string)
        {
            number++;
        }

        return number == parts.Count ? this : parts.Skip(number + 1).Aggregate(Anonymous, Append);
    }

    /// <summary>True where Lean's elaborator, and no user, makes such names: <c>t.match_1</c>, <c>t._proof_2</c>.</summary>
    public bool IsAuxiliary
    {
        get
        {
            for (var name = this; name.Prefix is not null; name = name.Prefix)
            {
                if (name.Text is not { } text || text.StartsWith('_') || text.StartsWith("match_", StringComparison.Ordinal)
                    || text.StartsWith("proof_", StringComparison.Ordinal))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <inheritdoc />
    public bool Equals(Name? other)
    {
        if (other is null || _hash != other._hash || Depth != other.Depth)
        {
            return false;
        }

        var (left, right) = (this, other);
        while (!ReferenceEquals(left, right) && left.Prefix is not null)
        {
            if (!string.Equals(left.Text, right.Text, StringComparison.Ordinal) || left.Number != right.Number)
            {
                return false;
            }

            (left, right) = (left.Prefix, right.Prefix!);
        }

        return true;
    }

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Name);

    /// <inheritdoc />
    public override int GetHashCode() => _hash;

    /// <summary>As Lean prints it: components joined by dots, those that are no identifiers in «».</summary>
    public override string ToString()
    {
        if (IsAnonymous)
        {
            return "[anonymous]";
        }

        var text = new StringBuilder();
        foreach (var part in Components())
        {
            text.Append(text.Length == 0 ? string.Empty : ".");
            text.Append(part is string word ? (IsIdentifier(word) ? word : $"«{word}»") : ((BigInteger)part).ToString(CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }

    private static Name Append(Name prefix, object part) => part is string text ? new Name(prefix, text) : new Name(prefix, (BigInteger)part);

    private static bool IsIdentifier(string text) =>
        text.Length > 0
        && (char.IsLetter(text[0]) || text[0] == '_' || char.IsSurrogate(text[0]))
        && text.All(c => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is '_' or '\'' or '!' or '?' || c is >= '₀' and <= '₉');
}
