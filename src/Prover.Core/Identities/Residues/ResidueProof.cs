using Prover.Core.Identities.Sequences;
using Prover.Core.Sampling.Portfolio;
using Prover.Core.Sampling.Portfolio.Expressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Identities.Residues;

/// <summary>Writes an enumeration of residues as a Lean proof: one evaluation in the kernel over natural numbers, and for each congruence a lemma
/// that it says the same about the residues.</summary>
internal sealed class ResidueProof
{
    private readonly Enumeration _enumeration;
    private readonly HelperList _helpers;
    private readonly string _type;
    private readonly CongruenceLemmas _lemmas;

    private ResidueProof(Enumeration enumeration, HelperList helpers, string type)
    {
        (_enumeration, _helpers, _type) = (enumeration, helpers, type);
        _lemmas = new CongruenceLemmas(helpers, type);
    }

    /// <summary>The type of a term: <c>Int</c> or <c>Nat</c>.</summary>
    public static string TypeOf(IdentityGoal goal, Expression term)
    {
        var text = ExpressionText.Of(term);
        var mentioned = goal.Features.Scalars.Where(s => LeanNames.Mentions(text, s.Name) && !LeanNames.InExponent(text, s.Name)).ToList();
        return mentioned.Exists(s => s.Kind == NumberKind.Int) || (mentioned.Count == 0 && goal.MentionsInt) ? "Int" : "Nat";
    }

    /// <summary>The proof.</summary>
    public static Finding? Write(IdentityGoal goal, Enumeration enumeration, IReadOnlyList<NamedCondition> used, HelperList helpers)
    {
        var types = used.Select(h => h.Condition).Append(enumeration.Claim).SelectMany(c => c.Atoms()).OfType<Condition.Congruence>()
            .SelectMany(c => c.Right is null or Expression.Number ? new[] { c.Left } : [c.Left, c.Right])
            .Select(t => TypeOf(goal, t)).Distinct().ToList();
        return types.Count == 1 ? new ResidueProof(enumeration, helpers, types[0]).Write(used) : null;
    }

    private Finding Write(IReadOnlyList<NamedCondition> used)
    {
        var ranges = _enumeration.Ranges;
        var claim = EvaluatedText(_enumeration.Claim);
        var premises = used.Select(h => EvaluatedText(h.Condition) + " → ");
        var key = _helpers.Add(
            [], string.Concat(ranges.Select(r => $"∀ r_{r.Variable} : Nat, {Within(r, $"r_{r.Variable}")} → ")) + string.Concat(premises) + claim, Script.DecideInKernel);
        var lines = ranges.Select(r =>
        {
            var facts = Enumerable.Range(0, _enumeration.Leaves.All.Count).Where(i => _enumeration.Leaves.All[i].Variable == r.Variable && IsUsed(i)).Select(i => $"h{i}").ToList();
            var bounds = Bounds(r).Select((_, j) => $"b{j}_{r.Variable}");
            return $"obtain ⟨r_{r.Variable}, l_{r.Variable}, {string.Join(", ", facts.Concat(bounds))}⟩ := {RangeLemma(r)} {r.Variable}";
        });
        var applied = $"{key} {string.Join(' ', ranges.Select(r => $"r_{r.Variable} l_{r.Variable}"))} {string.Join(' ', used.Select(h => Converted(h)))}";
        var last = _enumeration.Claim is Condition.Never ? $"exact {applied}" : $"exact ({Same(_enumeration.Claim)}).mpr ({applied})";
        return new Finding(
            $"all {_enumeration.Cases} combinations of residues modulo {_enumeration.Modulus} ({string.Join(", ", ranges.Select(Describe))})",
            Script.Lines([.. lines, last]));
    }

    private static string Describe(Range range) => range.Exponent == 0
        ? $"{range.Variable} modulo {range.Period}{(range.Preperiod > 0 ? $" from {range.Preperiod} on" : string.Empty)}"
        : $"{range.Variable}{(range.Exponent > 1 ? $"^{range.Exponent}" : string.Empty)}: {range.Values.Count} residues";

    private static string Within(Range range, string name) => range.Exponent is 0 or 1 || range.Values.Count == range.Values[^1] + 1
        ? $"{name} < {range.Values.Count}"
        : $"{name} ∈ [{string.Join(", ", range.Values)}]";

    private bool IsUsed(int leaf) => _enumeration.Reduced.Values.Any(p => p.Mentions(leaf));

    private Range RangeOf(int leaf) => _enumeration.Ranges.First(r => r.Variable == _enumeration.Leaves.All[leaf].Variable);

    private List<Condition.AtLeast> Bounds(Range range) => [.. _enumeration.Hypotheses.Append(_enumeration.Claim).SelectMany(c => c.Atoms())
        .OfType<Condition.AtLeast>().Where(b => b.Variable == range.Variable).Distinct()];

    /// <summary>A leaf as it stands, or (with the range's power) as the block that runs through residues.</summary>
    private string Block(int leaf) => _enumeration.Leaves.All[leaf] is Leaf.Power power
        ? $"(({power.Base} : {_type}) ^ ({power.Form.ToLean(power.Variable, power.Variable)}))"
        : RangeOf(leaf) is { Exponent: > 1 } range ? $"({range.Variable} ^ {range.Exponent})" : _enumeration.Leaves.All[leaf].Variable;

    /// <summary>The natural number that the block is congruent to.</summary>
    private string Residue(int leaf) => _enumeration.Leaves.All[leaf] is Leaf.Power power
        ? $"({power.At($"r_{power.Variable}")})"
        : $"r_{_enumeration.Leaves.All[leaf].Variable}";

    private int BlockExponent(int leaf, int exponent) =>
        _enumeration.Leaves.All[leaf] is Leaf.Number && RangeOf(leaf) is { Exponent: > 1 } range ? exponent / range.Exponent : exponent;

    private string EvaluatedText(Condition condition) => condition switch
    {
        Condition.Never => "False",
        Condition.Not not => $"(¬ {EvaluatedText(not.Inner)})",
        Condition.AtLeast bound => $"({bound.Bound} ≤ r_{bound.Variable})",
        Condition.Connected c => $"({EvaluatedText(c.Left)} {c.Operator} {EvaluatedText(c.Right)})",
        Condition.Congruence atom => Evaluated(atom),
        _ => throw new ArgumentException("This kind of condition is not known.", nameof(condition)),
    };

    private string Evaluated(Condition.Congruence atom)
    {
        var (positive, negative) = Parts(_enumeration.Reduced[atom]);
        var m = _enumeration.ModulusOf(atom);
        return $"(({Sum(positive, Residue)}) % {m} = ({Sum(negative, Residue)}) % {m})";
    }

    private static (Polynomial Positive, Polynomial Negative) Parts(Polynomial polynomial)
    {
        var (positive, negative) = (Polynomial.Zero, Polynomial.Zero);
        foreach (var monomial in polynomial.Monomials)
        {
            var term = Polynomial.Of(monomial, polynomial[monomial]);
            (positive, negative) = polynomial[monomial].Numerator.Sign > 0 ? (positive + term, negative) : (positive, negative - term);
        }

        return (positive, negative);
    }

    // A constant must stay: its text stands in other places too.
    private static IEnumerable<string> Generalize(Polynomial polynomial, string text, string name) =>
        polynomial.IsConstant ? [] : [$"generalize {text} = {name} at *"];

    private static List<Monomial> Ordered(Polynomial p) => [.. p.Monomials.OrderByDescending(m => m, Comparer<Monomial>.Create((a, b) => a.CompareTo(b)))];

    private string Sum(Polynomial polynomial, Func<int, string> leaf)
    {
        var terms = Ordered(polynomial).Select(m => string.Join(" * ", Factors(m).Select(f => f.Exponent == 1 ? leaf(f.Leaf) : $"{leaf(f.Leaf)} ^ {f.Exponent}")
            .Prepend(polynomial[m].ToString()).Skip(IsBare(polynomial, m) ? 1 : 0))).ToList();
        return terms.Count == 0 ? "0" : string.Join(" + ", terms);
    }

    private static bool IsBare(Polynomial polynomial, Monomial monomial) => monomial.Degree > 0 && polynomial[monomial].Equals((Rational)1);

    private IEnumerable<(int Leaf, int Exponent)> Factors(Monomial monomial) =>
        Enumerable.Range(0, monomial.Exponents.Count).Where(i => monomial[i] > 0).Select(i => (i, BlockExponent(i, monomial[i])));

    /// <summary>A proof that the sum of blocks is congruent to the sum of residues, built along the sum.</summary>
    private string Chain(Polynomial polynomial)
    {
        var terms = Ordered(polynomial).Select(m => Factors(m).Select(f => f.Exponent == 1 ? $"g{f.Leaf}" : $"({_lemmas.Raise} {f.Exponent} g{f.Leaf})")
            .Prepend("rfl").Skip(IsBare(polynomial, m) ? 1 : 0).Aggregate((a, b) => $"({_lemmas.Multiply} {a} {b})"));
        return terms.Aggregate((a, b) => $"({_lemmas.Add} {a} {b})");
    }

    private string Converted(NamedCondition hypothesis) => hypothesis.Condition switch
    {
        Condition.Congruence { Modulus.IsZero: true } equation => $"({AtomLemma(equation)} {hypothesis.Name})",
        var condition => $"(({Same(condition)}).mp {hypothesis.Name})",
    };

    private string Same(Condition condition) => condition switch
    {
        Condition.Never => "Iff.rfl",
        Condition.Not not => $"(not_congr {Same(not.Inner)})",
        Condition.Connected { Operator: "∧" } c => $"(and_congr {Same(c.Left)} {Same(c.Right)})",
        Condition.Connected { Operator: "∨" } c => $"(or_congr {Same(c.Left)} {Same(c.Right)})",
        Condition.Connected { Operator: "→" } c => $"(imp_congr {Same(c.Left)} {Same(c.Right)})",
        Condition.Connected c => $"(iff_congr {Same(c.Left)} {Same(c.Right)})",
        Condition.AtLeast bound => $"b{Bounds(_enumeration.Ranges.First(r => r.Variable == bound.Variable)).IndexOf(bound)}_{bound.Variable}",
        Condition.Congruence atom => $"({AtomLemma(atom)})",
        _ => throw new ArgumentException("This kind of condition is not known.", nameof(condition)),
    };

    /// <summary>The lemma about one congruence, applied.</summary>
    private string AtomLemma(Condition.Congruence atom)
    {
        var m = _enumeration.ModulusOf(atom);
        var reduced = _enumeration.Reduced[atom];
        var (positive, negative) = Parts(reduced);
        var whole = _enumeration.Leaves.Read(atom.Left)! - (atom.Right is null ? Polynomial.Zero : _enumeration.Leaves.Read(atom.Right)!);
        var (more, less) = Parts(new Rational(1, m) * (whole - reduced));
        var leaves = Enumerable.Range(0, _enumeration.Leaves.All.Count).Where(reduced.Mentions).ToList();
        var variables = Enumerable.Range(0, _enumeration.Leaves.All.Count).Where(i => whole.Mentions(i)).Select(i => _enumeration.Leaves.All[i]).ToList();
        var exponents = variables.OfType<Leaf.Power>().Select(p => p.Variable).Distinct().ToList();
        var numbers = variables.OfType<Leaf.Number>().Select(v => v.Variable).Except(exponents).Distinct().ToList();
        var residues = leaves.Select(i => _enumeration.Leaves.All[i].Variable).Distinct().ToList();
        string Whole(Polynomial p) => p.ToLean(i => _enumeration.Leaves.All[i] is Leaf.Power ? Block(i) : _enumeration.Leaves.All[i].Variable);
        string Cast(string text) => _type == "Int" ? $"((({text}) : Nat) : Int)" : $"({text})";
        var (left, right) = (ExpressionText.Of(atom.Left), atom.Right is null ? "0" : ExpressionText.Of(atom.Right));
        var said = atom.Modulus.IsZero ? $"({left} = ({right} : {_type}))" : atom.Right is null ? $"(({m} : {_type}) ∣ {left})"
            : atom.Text.LastIndexOf('%') > atom.Text.IndexOf('=', StringComparison.Ordinal) ? $"({left} % ({m} : {_type}) = {right} % {m})" : $"({left} % ({m} : {_type}) = {right})";
        string Congruent(Polynomial p) => p.IsConstant ? "first | rfl | simp" : _type == "Int" ? $"first | (push_cast; exact {Chain(p)}) | (simp only [{CongruenceLemmas.Casts}]; exact {Chain(p)})" : $"exact {Chain(p)}";
        var lemma = _helpers.Add(
            [
                .. numbers.Select(v => $"({v} : {_type})"), .. exponents.Select(v => $"({v} : Nat)"), .. residues.Select(v => $"(r_{v} : Nat)"),
                .. leaves.Select(i => $"(h{i} : {Block(i)} % {_enumeration.Modulus} = {Cast(Residue(i))} % {_enumeration.Modulus})"),
            ],
            $"{said} {(atom.Modulus.IsZero ? "→" : "↔")} {Evaluated(atom)}",
            Script.Lines(
            [
                .. leaves.Select(i => $"have g{i} : {Block(i)} % {m} = {Cast(Residue(i))} % {m} := by\n  generalize {Block(i)} = u at *\n  generalize {Cast(Residue(i))} = v at *\n  omega"),
                $"have cp : ({Sum(positive, Block)} : {_type}) % {m} = {Cast(Sum(positive, Residue))} % {m} := by\n  {Congruent(positive)}",
                $"have cn : ({Sum(negative, Block)} : {_type}) % {m} = {Cast(Sum(negative, Residue))} % {m} := by\n  {Congruent(negative)}",
                $"have id : {left} + ({Sum(negative, Block)} + {m} * ({Whole(less)})) = {right} + ({Sum(positive, Block)} + {m} * ({Whole(more)})) := by\n  clear cp cn{string.Concat(leaves.Select(i => $" g{i} h{i}"))}\n  first | rfl | grind",
                .. Generalize(positive, $"({Sum(positive, Block)} : {_type})", "pp"),
                .. Generalize(negative, $"({Sum(negative, Block)} : {_type})", "nn"),
                .. Generalize(positive, $"({Sum(positive, Residue)})", "pr"),
                .. Generalize(negative, $"({Sum(negative, Residue)})", "nr"),
                .. Generalize(less, $"({Whole(less)} : {_type})", "ql"),
                .. Generalize(more, $"({Whole(more)} : {_type})", "qm"),
                $"generalize {left} = ll at *",
                .. atom.Right is null or Expression.Number ? Array.Empty<string>() : [$"generalize {right} = rr at *"],
                .. leaves.Select(i => $"clear h{i} g{i}"),
                "omega",
            ]));
        return $"{lemma} {string.Join(' ', numbers)} {string.Join(' ', exponents)} {string.Join(' ', residues.Select(v => $"r_{v}"))} {string.Join(' ', leaves.Select(i => $"h{i}"))}";
    }

    /// <summary>The lemma that gives a variable's residue.</summary>
    private string RangeLemma(Range range)
    {
        var leaves = Enumerable.Range(0, _enumeration.Leaves.All.Count).Where(i => _enumeration.Leaves.All[i].Variable == range.Variable && IsUsed(i)).ToList();
        return range.Exponent > 0
            ? _lemmas.Residue(_enumeration.Modulus, range.Exponent, range.Values, Within(range, "r"))
            : _lemmas.Period(_enumeration.Modulus, range, [.. leaves.Select(i => _enumeration.Leaves.All[i])], [.. Bounds(range).Select(b => b.Bound)]);
    }
}
