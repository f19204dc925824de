using Prover.Core.Sampling.Portfolio.Expressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Identities.Sequences;

/// <summary>Reads terms as polynomials in atoms, and knows what becomes of each atom when the induction variable grows by one: the companion
/// matrix of a recurrence, a power times its base, a number plus one.</summary>
/// <param name="goal">The goal, for the types of variables and the rules of sequences.</param>
/// <param name="variable">The induction variable; a natural number.</param>
/// <param name="helpers">Where lemmas go.</param>
internal sealed partial class StateSpace(IdentityGoal goal, string variable, HelperList helpers)
{
    private const int MaxExponent = 60;
    private const int MaxChain = 80;

    private readonly IReadOnlyList<SequenceRule> _rules = SequenceRule.In(goal.Features);
    private readonly Dictionary<string, int> _indices = new(StringComparer.Ordinal);
    private readonly Dictionary<Expression, RawTerm> _raws = [];
    private readonly Dictionary<string, (Polynomial Value, string Proof)> _values = new(StringComparer.Ordinal);
    private readonly List<string> _facts = [];

    /// <summary>The induction variable.</summary>
    public string Variable => variable;

    /// <summary>The atoms so far, by their variables' numbers in polynomials.</summary>
    public List<Atom> Atoms { get; } = [];

    /// <summary>Terms that are polynomials in the atoms.</summary>
    public IReadOnlyCollection<RawTerm> RawTerms => _raws.Values;

    /// <summary>What has to stand in front: <c>have</c>s about all n.</summary>
    public IReadOnlyList<string> Facts => _facts;

    /// <summary>Lemmas so far.</summary>
    public HelperList Helpers => helpers;

    /// <summary>Lean's text of a polynomial.</summary>
    public string ToLean(Polynomial polynomial, string? at = null) => polynomial.ToLean(i => $"({Atoms[i].Text(at ?? variable)})");

    /// <summary>The value for n + 1.</summary>
    public Polynomial Next(Polynomial polynomial) => polynomial.Substitute(i => Atoms[i].Next ?? Polynomial.Variable(i));

    /// <summary>The value for n = 0.</summary>
    public Polynomial Start(Polynomial polynomial) => polynomial.Substitute(i => Atoms[i].Start ?? Polynomial.Variable(i));

    /// <summary>The term as a polynomial in atoms; null where it is none.</summary>
    /// <param name="term">The term.</param>
    /// <param name="isNat">Whether it is a natural number.</param>
    public Polynomial? Read(Expression term, bool isNat)
    {
        switch (term)
        {
            case Expression.Number number:
                return Polynomial.Constant(number.Value);
            case Expression.Cast cast:
                return isNat ? null : Read(cast.Inner, isNat: true);
            case Expression.Negate negate when !isNat:
                return Read(negate.Inner, isNat) is { } inner ? -inner : null;
            case Expression.Variable { Name: var name } when goal.Features.Scalars.Find(s => s.Name == name) is { Kind: not NumberKind.Rat } scalar:
                return ReadVariable(term, name, scalar.Kind == NumberKind.Nat, isNat);
            case Expression.Apply apply:
                return ReadValue(apply, isNat);
            case Expression.Binary { Operator: '^' } power:
                return ReadPower(power, isNat);
            case Expression.Binary { Operator: '+' or '*' or '-' } binary when !(isNat && binary.Operator == '-'):
                if (Read(binary.Left, isNat) is not { } left || Read(binary.Right, isNat) is not { } right)
                {
                    return null;
                }

                return binary.Operator switch { '+' => left + right, '-' => left - right, _ => left * right };
            default:
                return null;
        }
    }

    /// <summary>The text of an integer that may be a natural number.</summary>
    private static string AsInt(string text, bool isNat) => isNat ? $"(({text} : Nat) : Int)" : text;

    private Polynomial? ReadVariable(Expression term, string name, bool isNatVariable, bool isNat)
    {
        if (isNatVariable != isNat)
        {
            return null;
        }

        var index = AtomOf(name, name == variable
            ? at => AsInt(at, isNat: true)
            : _ => AsInt(name, isNatVariable));
        if (name == variable && Atoms[index].Next is null)
        {
            Atoms[index].Next = Polynomial.Variable(index) + Polynomial.One;
            Atoms[index].NextProof = "(by omega)";
            Atoms[index].Start = Polynomial.Zero;
        }

        _raws[term] = new RawTerm(term, isNat, Polynomial.Variable(index), "rfl");
        return Polynomial.Variable(index);
    }

    private Polynomial? ReadValue(Expression.Apply apply, bool isNat)
    {
        if (_rules.FirstOrDefault(r => r.Function == apply.Function) is not { } rule || rule.IsNat != isNat
            || LinearForm.From(apply.Argument) is not { } form || Value(rule, form) is not { } value)
        {
            return null;
        }

        var text = form.ToLean(variable, variable);
        var proof = Moved(ExpressionText.Of(apply.Argument), text, value.Proof);
        _raws[apply] = new RawTerm(apply, isNat, value.Value, proof);
        return value.Value;
    }

    /// <summary>The value of a sequence at an index, with a proof about <c>n</c>.</summary>
    private (Polynomial Value, string Proof)? Value(SequenceRule rule, LinearForm form)
    {
        var key = $"{rule.Function} {form.ToLean(variable, variable)}";
        if (_values.TryGetValue(key, out var known))
        {
            return known;
        }

        if (form.Constant > MaxChain)
        {
            return null;
        }

        if (form.Coefficients.Count == 0 && rule.Given.TryGetValue(form.Constant, out var given))
        {
            if (Read(given.Value, rule.IsNat) is not { } first)
            {
                return null;
            }

            var equation = $"{rule.Function} ({form.Constant}) = {ExpressionText.Of(given.Value)}";
            return _values[key] = (first, $"(by have q : {equation} := {given.Hypothesis}; first | exact q | omega | (rw [q]; rfl) | (rw [q]; simp))");
        }

        if (form.Coefficients.Count > 0 && form.Constant < rule.Order)
        {
            return _values[key] = (Polynomial.Variable(Member(rule, form)), "rfl");
        }

        return form.Constant < rule.Order || Unfold(rule, form.Plus(-rule.Order)) is not { } unfolded ? null : _values[key] = unfolded;
    }

    /// <summary>A value by the rule.</summary>
    private (Polynomial Value, string Proof)? Unfold(SequenceRule rule, LinearForm index)
    {
        var lower = Enumerable.Range(0, rule.Order).Select(j => Value(rule, index.Plus(j))).ToList();
        var at = AsExpression(index);
        var next = ExpressionText.Substitute(rule.Next, rule.Index, at);
        if (lower.Exists(l => l is null) || Read(next, rule.IsNat) is not { } value)
        {
            return null;
        }

        var target = index.Plus(rule.Order).ToLean(variable, variable);
        var (name, number) = ($"hw{_facts.Count}", _facts.Count);
        var raws = _raws.Values.Where(r => Contains(next, r.Term)).ToList();
        var lemma = helpers.Add(
            [.. Declare(raws), $"(v : {(rule.IsNat ? "Nat" : "Int")})", .. Equations(raws), $"(q : v = {Written(next, raws)})"],
            $"{(rule.IsNat ? "(v : Int)" : "v")} = {value.ToLean(i => $"a{i}")}",
            "subst q; (try push_cast); grind");
        var applied = $"exact {lemma} {Arguments(raws)} _ {Proofs(raws)} q";
        _facts.Add(
            $"have {name} : ∀ {variable} : Nat, {AsInt($"{rule.Function} ({target})", rule.IsNat)} = {ToLean(value)} := by\n"
            + $"  intro {variable}\n"
            + $"  have q : {rule.Function} ({target}) = {ExpressionText.Of(next)} := {rule.Hypothesis} ({ExpressionText.Of(at)})\n"
            + $"  {applied}");
        return (value, $"({name} {variable})");
    }

    /// <summary>The atom of one of the first values of a sequence along a form; all of them come together.</summary>
    private int Member(SequenceRule rule, LinearForm form)
    {
        var wanted = -1;
        for (var j = 0; j < rule.Order; j++)
        {
            var member = form with { Constant = j };
            var isNew = !_indices.ContainsKey($"{rule.Function} {member.ToLean(variable, variable)}");
            var index = AtomOf(
                $"{rule.Function} {member.ToLean(variable, variable)}",
                at => AsInt($"{rule.Function} ({member.ToLean(variable, at == variable ? at : $"({at})")})", rule.IsNat));
            wanted = j == form.Constant ? index : wanted;
            if (isNew)
            {
                _pending.Enqueue((rule, member, index));
            }
        }

        Settle();
        return wanted;
    }
}
