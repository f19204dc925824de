using System.Globalization;
using Prover.Core.Formalization.Examination.Evaluation;
using Prover.Core.Formalization.Examination.Reading;

namespace Prover.Core.Refutation.Writing;

/// <summary>Writes Lean terms that prove or refute propositions at values, by taking them apart as far as quantifiers go: witnesses are given, what has no
/// quantifier is left to evaluation by the kernel, whose arithmetic is fast for large numbers.</summary>
internal sealed class EvidenceWriter
{
    private const string Decide = "(by clear h; first | decide +kernel | omega | (set_option maxRecDepth 100000 in decide +kernel) | (simp; done) | (simp; omega) | grind)";

    private int _names;

    /// <summary>A term whose type is the proposition at the values, as the term around it says.</summary>
    public string Proof(Proposition proposition, Valuation values)
    {
        if (!HasQuantifier(proposition))
        {
            return Decide;
        }

        switch (proposition)
        {
            case Proposition.Not negation:
                return Refutation(negation.Inner, values);
            case Proposition.Binary { Connective: '∧' } both:
                return $"⟨{Proof(both.Left, values)}, {Proof(both.Right, values)}⟩";
            case Proposition.Binary { Connective: '∨' } either:
                return Holds(either.Left, values) ? $"(Or.inl {Proof(either.Left, values)})" : $"(Or.inr {Proof(either.Right, values)})";
            case Proposition.Binary { Connective: '→' } implication:
                return Implied(implication.Left, implication.Right, values);
            case Proposition.Binary { Connective: '↔' } iff:
                return $"⟨{Implied(iff.Left, iff.Right, values)}, {Implied(iff.Right, iff.Left, values)}⟩";
            case Proposition.Quantified { IsUniversal: false, Variable.Argument: null } exists when PropositionEvaluator.Witness(exists, values) is var (value, _):
                return $"⟨({value} : {exists.Variable.Type}), {At(exists, values, inner => Proof(exists.Body, inner), value)}⟩";
            case Proposition.Quantified { IsUniversal: true } all:
                return QuantifierTactics.ForAll(all, values);
            default:
                return Decide;
        }
    }

    /// <summary>A term whose type is the negation of the proposition at the values.</summary>
    public string Refutation(Proposition proposition, Valuation values)
    {
        if (!HasQuantifier(proposition))
        {
            return Decide;
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"k{_names++}");
        switch (proposition)
        {
            case Proposition.Not negation:
                return $"(fun {name} => {name} {Proof(negation.Inner, values)})";
            case Proposition.Binary { Connective: '∧' } both:
                return Holds(both.Left, values)
                    ? $"(fun {name} => absurd {name}.2 {Refutation(both.Right, values)})"
                    : $"(fun {name} => absurd {name}.1 {Refutation(both.Left, values)})";
            case Proposition.Binary { Connective: '∨' } either:
                return $"(fun {name} => {name}.elim {Refutation(either.Left, values)} {Refutation(either.Right, values)})";
            case Proposition.Binary { Connective: '→' } implication:
                return $"(fun {name} => absurd ({name} {Proof(implication.Left, values)}) {Refutation(implication.Right, values)})";
            case Proposition.Binary { Connective: '↔' } iff:
                return Holds(iff.Left, values)
                    ? $"(fun {name} => absurd ({name}.1 {Proof(iff.Left, values)}) {Refutation(iff.Right, values)})"
                    : $"(fun {name} => absurd ({name}.2 {Proof(iff.Right, values)}) {Refutation(iff.Left, values)})";
            case Proposition.Quantified { IsUniversal: true, Variable.Argument: null } all when PropositionEvaluator.Witness(all, values) is var (value, _):
                return $"(fun {name} => absurd ({name} ({value} : {all.Variable.Type})) {At(all, values, inner => Refutation(all.Body, inner), value)})";
            case Proposition.Quantified { IsUniversal: false } exists:
                return QuantifierTactics.NotExists(exists, values);
            default:
                return Decide;
        }
    }

    private string Implied(Proposition left, Proposition right, Valuation values)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"k{_names++}");
        return Holds(right, values) ? $"(fun _ => {Proof(right, values)})" : $"(fun {name} => absurd {name} {Refutation(left, values)})";
    }

    private static string At(Proposition.Quantified quantified, Valuation values, Func<Valuation, string> write, System.Numerics.BigInteger value)
    {
        var name = quantified.Variable.Name;
        var hidden = values[name];
        values[name] = value;
        var written = write(values);
        values[name] = hidden;
        return written;
    }

    private static bool Holds(Proposition proposition, Valuation values) => PropositionEvaluator.Evaluate(proposition, values) is { Value: true };

    private static bool HasQuantifier(Proposition proposition) => proposition.All.Any(p => p is Proposition.Quantified);
}
