using Prover.Core.Auditing;
using Prover.Lean.Terms;

namespace Prover.Lean.Audit;

/// <summary>Whether a theorem states what the trusted one states: the same type over the same definitions.</summary>
/// <remarks>
/// Equal means: the same structure, up to names of bound variables and of universe parameters. A constant of the library must be the very
/// same one. A constant of the texts' own must be declared alike in both, all the way down; names must be equal, but for those that
/// the elaborator makes up (<c>t.match_1</c>), which depend on what else stands in the text. Two proofs of the same claim count as equal.
/// </remarks>
internal sealed class StatementComparison
{
    // What a statement needs is thousands of times less.
    private const int MaxPairs = 20_000_000;

    private readonly CompiledText _trusted;
    private readonly CompiledText _submitted;
    private readonly Dictionary<Name, Name> _toSubmitted = [];
    private readonly Dictionary<Name, Name> _toTrusted = [];
    private readonly Queue<(ConstantInfo Trusted, ConstantInfo Submitted)> _open = new();
    private readonly Expr _expected;
    private readonly Expr _found;
    private int _pairs;

    private StatementComparison(CompiledText trusted, Expr expected, CompiledText submitted, Expr found) =>
        (_trusted, _expected, _submitted, _found) = (trusted, expected, submitted, found);

    /// <summary>Compares two theorems; returns the own constants, by name, that the statement rests on.</summary>
    /// <exception cref="AuditException">They differ.</exception>
    public static IReadOnlyList<string> Compare(
        CompiledText trusted, ConstantInfo expected, CompiledText submitted, ConstantInfo found, CancellationToken cancellationToken)
    {
        if (expected.LevelParameters.Count != found.LevelParameters.Count)
        {
            throw new AuditException(new Refusal(
                RefusalRule.Universes,
                $"The statement has {expected.LevelParameters.Count} universe parameters ({string.Join(", ", expected.LevelParameters)}), the theorem "
                + $"{found.LevelParameters.Count} ({string.Join(", ", found.LevelParameters)}).")
            { Constant = found.Name.User().ToString() });
        }

        var comparison = new StatementComparison(trusted, expected.Type, submitted, found.Type);
        comparison.Terms(expected, found, [(expected.Type, found.Type)], RefusalRule.Statement);
        while (comparison._open.TryDequeue(out var pair))
        {
            cancellationToken.ThrowIfCancellationRequested();
            comparison.Definition(pair.Trusted, pair.Submitted);
        }

        return [.. comparison._toTrusted.Keys.Select(n => n.User().ToString()).Order(StringComparer.Ordinal)];
    }

    private void Definition(ConstantInfo trusted, ConstantInfo submitted)
    {
        var isAlike = trusted.Kind == submitted.Kind
            && trusted.IsUnsafe == submitted.IsUnsafe
            && trusted.LevelParameters.Count == submitted.LevelParameters.Count
            && trusted.Relatives.Count == submitted.Relatives.Count
            && trusted.Values.Count == submitted.Values.Count
            && Shape(trusted).Equals(Shape(submitted))
            && trusted.Relatives.Zip(submitted.Relatives).All(r => Constant(r.First, r.Second));
        if (!isAlike)
        {
            throw Differ(trusted, submitted, null);
        }

        var values = trusted is TheoremInfo ? [] : trusted.Values.Zip(submitted.Values);
        Terms(trusted, submitted, [(trusted.Type, submitted.Type), .. values], RefusalRule.Definition);
    }

    /// <summary>What kinds of constants have besides names and terms.</summary>
    private static (int, int, int, int, bool, bool) Shape(ConstantInfo constant) => constant switch
    {
        InductiveInfo i => (i.Parameters, i.Indices, i.Nested, i.Constructors.Count, i.IsRecursive, i.IsReflexive),
        ConstructorInfo c => (c.Position, c.Parameters, c.Fields, 0, false, false),
        RecursorInfo r => (r.Parameters, r.Indices, r.Motives, r.Minors, r.IsK, false),
        _ => default,
    };

    private void Terms(ConstantInfo trusted, ConstantInfo submitted, IEnumerable<(Expr, Expr)> pairs, RefusalRule rule)
    {
        var levels = trusted.LevelParameters.Zip(submitted.LevelParameters).ToDictionary(p => p.First, p => p.Second);
        var seen = new HashSet<(Expr, Expr)>();
        var open = new Stack<(Expr Trusted, Expr Submitted, Scope? Scope)>(pairs.Select(p => (p.Item1, p.Item2, (Scope?)null)));
        while (open.TryPop(out var at))
        {
            if (!seen.Add((at.Trusted, at.Submitted)))
            {
                continue;
            }

            if (++_pairs > MaxPairs)
            {
                throw new AuditException(new Refusal(rule, "The statement is too large to be compared."));
            }

            if (!Node(at.Trusted, at.Submitted, levels))
            {
                throw rule == RefusalRule.Statement
                    ? Differ(at.Trusted, at.Submitted, at.Scope)
                    : Differ(trusted, submitted, (at.Trusted, at.Submitted, at.Scope));
            }

            Push(open, at.Trusted, at.Submitted, at.Scope);
        }
    }

    /// <summary>The nodes themselves, without their parts. A function applied to something is one node with all its arguments, so that what is
    /// shown of a difference makes sense.</summary>
    private bool Node(Expr trusted, Expr submitted, Dictionary<Name, Name> levels) => (trusted, submitted) switch
    {
        (BoundVariable a, BoundVariable b) => a.Index == b.Index,
        (Sort a, Sort b) => Same(a.Level, b.Level, levels),
        (ConstantTerm a, ConstantTerm b) => a.Levels.Count == b.Levels.Count
            && a.Levels.Zip(b.Levels).All(l => Same(l.First, l.Second, levels)) && Constant(a.Name, b.Name),
        (Application a, Application b) => Head(a, out var left) is var f && Head(b, out var right) is var g && left == right
            && (f is not ConstantTerm || Node(f, g, levels)),
        (Binding a, Binding b) => a.IsLambda == b.IsLambda,
        (Let, Let) => true,
        (NaturalLiteral a, NaturalLiteral b) => a.Value == b.Value,
        (StringLiteral a, StringLiteral b) => a.Value == b.Value,
        (Projection a, Projection b) => a.Field == b.Field && Constant(a.Structure, b.Structure),
        _ => false,
    };

    private static void Push(Stack<(Expr, Expr, Scope?)> open, Expr trusted, Expr submitted, Scope? scope)
    {
        switch (trusted, submitted)
        {
            case (Application, Application):
                while (trusted is Application a && submitted is Application b)
                {
                    open.Push((a.Argument, b.Argument, scope));
                    (trusted, submitted) = (a.Function, b.Function);
                }

                open.Push((trusted, submitted, scope));
                break;
            case (Binding a, Binding b):
                open.Push((a.Body, b.Body, new Scope(a.Variable, scope)));
                open.Push((a.Type, b.Type, scope));
                break;
            case (Let a, Let b):
                open.Push((a.Body, b.Body, new Scope(a.Variable, scope)));
                open.Push((a.Value, b.Value, scope));
                open.Push((a.Type, b.Type, scope));
                break;
            case (Projection a, Projection b):
                open.Push((a.Value, b.Value, scope));
                break;
        }
    }

    private static Expr Head(Expr term, out int arguments)
    {
        for (arguments = 0; term is Application application; arguments++)
        {
            term = application.Function;
        }

        return term;
    }

    /// <summary>Whether two names mean the same; own constants are compared later on.</summary>
    private bool Constant(Name trusted, Name submitted)
    {
        var (own, theirs) = (_trusted.Own(trusted), _submitted.Own(submitted));
        if (own is null || theirs is null)
        {
            return own is null && theirs is null && trusted.Equals(submitted)
                && _trusted.Library.Find(trusted) is { } library && ReferenceEquals(library, _submitted.Library.Find(submitted));
        }

        if (_toSubmitted.TryGetValue(trusted, out var known) || _toTrusted.ContainsKey(submitted))
        {
            return known is not null && known.Equals(submitted);
        }

        if (!trusted.Equals(submitted) && !(trusted.IsAuxiliary && submitted.IsAuxiliary))
        {
            return false;
        }

        _toSubmitted[trusted] = submitted;
        _toTrusted[submitted] = trusted;
        _open.Enqueue((own, theirs));
        return true;
    }

    private static bool Same(Level trusted, Level submitted, Dictionary<Name, Name> levels)
    {
        var seen = new HashSet<(Level, Level)>();
        var open = new Stack<(Level?, Level?)>([(trusted, submitted)]);
        while (open.TryPop(out var pair))
        {
            if (pair is not ({ } a, { } b) || !seen.Add((a, b)))
            {
                continue;
            }

            if (a.Kind != b.Kind || (a.Parameter is { } parameter && !(levels.TryGetValue(parameter, out var other) && other.Equals(b.Parameter))))
            {
                return false;
            }

            open.Push((a.First, b.First));
            open.Push((a.Second, b.Second));
        }

        return true;
    }

    private AuditException Differ(Expr trusted, Expr submitted, Scope? scope)
    {
        var (expected, found) = TermPrinter.Pair(trusted, _trusted, submitted, _submitted, scope);
        var whole = ReferenceEquals(trusted, _expected)
            ? string.Empty
            : $" Asked for is '{TermPrinter.Print(_expected, _trusted)}', the text states '{TermPrinter.Print(_found, _submitted)}'.";
        return new AuditException(new Refusal(RefusalRule.Statement, $"The statement differs: expected {expected}, found {found}.{whole}")
        {
            Expected = expected,
            Found = found,
        });
    }

    private AuditException Differ(ConstantInfo trusted, ConstantInfo submitted, (Expr Trusted, Expr Submitted, Scope? Scope)? terms)
    {
        var (expected, found) = terms is var (a, b, scope)
            ? TermPrinter.Pair(a, _trusted, b, _submitted, scope)
            : ($"{trusted.Kind} {trusted.Name.User()}", $"{submitted.Kind} {submitted.Name.User()}");
        return new AuditException(new Refusal(
            RefusalRule.Definition, $"The statement rests on '{trusted.Name.User()}', which the text defines otherwise: expected {expected}, found {found}.")
        {
            Constant = submitted.Name.User().ToString(),
            Expected = expected,
            Found = found,
        });
    }
}

/// <summary>The names of variables around a term, innermost first; for display.</summary>
internal sealed record Scope(Name Variable, Scope? Outer);
