using CsCheck;
using Prover.Core.Formalization.Examination.Reading;

namespace Prover.Core.Tests.Formalization.Examination;

public sealed class PropositionParserTests
{
    private static readonly string[] Names = ["n", "m", "x₁"];

    private static readonly Gen<Term> Terms = Gen.Recursive<Term>((depth, inner) => depth > 2
        ? Leaves
        : Gen.OneOf(Leaves, Gen.Select(Gen.Char["+-*/%^"], inner, inner, Term (o, l, r) => new Term.Binary(o, l, r)),
            Gen.Select(inner, inner, Term (l, r) => new Term.Call("Nat.gcd", [l, r], NumberType.Nat))));

    private static readonly Gen<Proposition> Propositions = Gen.Recursive<Proposition>((depth, inner) => depth > 2
        ? Relations
        : Gen.OneOf(
            Relations,
            inner.Select(Proposition (p) => new Proposition.Not(p)),
            Gen.Select(Gen.Char["∧∨→↔"], inner, inner, Proposition (c, l, r) => new Proposition.Binary(c, l, r)),
            Gen.Select(Gen.Bool, AnyName, inner, Proposition (all, name, body) => new Proposition.Quantified(all, new Binding(name, NumberType.Nat), body))));

    private static Gen<string> AnyName => Gen.Int[0, 2].Select(i => Names[i]);

    private static Gen<Term> Leaves => Gen.OneOf(
        AnyName.Select(Term (name) => new Term.Variable(name, NumberType.Nat)),
        Gen.Int[0, 99].Select(Term (value) => new Term.Number(value, NumberType.Nat)));

    private static Gen<Proposition> Relations => Gen.OneOf(
        Gen.Select(Gen.Char["=≠<≤>≥"], Terms, Terms, Proposition (r, a, b) => new Proposition.Comparison(r, a, b)),
        Gen.Select(Terms, Terms, Proposition (a, b) => new Proposition.Divides(a, b)));

    [Fact]
    public void What_is_written_is_read_again() => Propositions
        .Select(p => Names.Aggregate(p, (body, name) => new Proposition.Quantified(true, new Binding(name, NumberType.Nat), body)))
        .Sample(p => PropositionParser.Parse(PropositionWriter.Of(p)) == p);

    [Theory]
    [InlineData("∀ (n : Nat), (3 : Int) ∣ (4 : Int) ^ n - (1 : Int)")]
    [InlineData("∀ (a b : Nat), a ≥ b → ∃ (k : Int), (↑a : Int) ^ (2 : Nat) - (↑b : Int) = (2 : Int) * k")]
    [InlineData("∀ (a : Nat → Nat),\n  a (0 : Nat) = (1 : Nat) →\n    (∀ (n : Nat), a (n + (1 : Nat)) = (2 : Nat) * a n) → ∀ (n : Nat), a n = (2 : Nat) ^ n")]
    [InlineData("∀ (n : Nat), ¬(Nat.Coprime n (3 : Nat) ↔ (↑(List.sum (List.range (n + (1 : Nat)))) : Int) = -(-3 : Int))")]
    [InlineData("∀ (p : Nat), List.sum (List.map (fun (i : Nat) ↦ i ^ (2 : Nat)) (List.range p)) = (2 : Nat)")]
    [InlineData("∀ {m : Nat} (n : Nat), m + n = n + m")]
    public void What_Lean_prints_is_read(string printed) => Assert.NotNull(PropositionParser.Parse(printed));

    [Theory]
    [InlineData("∀ (s : List Nat), s = s")]
    [InlineData("∀ (x : Int), x ∈ [(1 : Int)]")]
    [InlineData("∀ (n : Nat), m = n")]
    [InlineData("∀ (n : Nat), n = (1 : Int)")]
    [InlineData("")]
    [InlineData("((((")]
    public void Anything_else_is_not_read(string printed) => Assert.Null(PropositionParser.Parse(printed));

    [Fact]
    public void Implication_binds_to_the_right_and_negation_only_its_relation()
    {
        var read = PropositionParser.Parse("¬(2 : Nat) ∣ (3 : Nat) → True → False");
        var outer = Assert.IsType<Proposition.Binary>(read);
        Assert.IsType<Proposition.Not>(outer.Left);
        Assert.IsType<Proposition.Binary>(outer.Right);
    }
}
