using CsCheck;
using Prover.Core.Identities.Fields;
using Prover.Core.Sampling.Portfolio.Expressions;

namespace Prover.Core.Tests.Identities.Fields;

public class PositivityRefutationTests
{
    private static readonly Polynomial X = Polynomial.Variable(0);
    private static readonly Polynomial Y = Polynomial.Variable(1);

    private static readonly Gen<Polynomial> Forms = Gen.Int[-4, 4].Array[3].Select(c => (c[0] * X) + (c[1] * Y) + Polynomial.Constant(c[2]));

    [Fact]
    public void A_sum_of_two_squares_of_lines_is_never_negative() => Gen.Select(Forms, Forms).Where((a, b) => (a * a + b * b).Degree == 2).Sample((a, b) =>
    {
        FieldFact negative = new(Polynomial.Zero - (a * a) - (b * b), FieldRelation.Positive);
        Assert.True(Holds(Refute(negative)));
    });

    [Fact]
    public void What_holds_somewhere_is_not_refuted() => Gen.Select(Forms, Forms, Gen.Int[-5, 5], Gen.Int[-5, 5]).Sample((a, b, x, y) =>
    {
        // Facts about two products that are true at a point.
        var facts = new[] { a * b, a - b, (a * a) - b }.Select(p => p.Substitute(i => Polynomial.Constant(i == 0 ? x : y))[Monomial.One] switch
        {
            { IsZero: true } => new FieldFact(p, FieldRelation.Zero),
            { Numerator.Sign: > 0 } => new FieldFact(p, FieldRelation.Positive),
            _ => new FieldFact(Polynomial.Zero - p, FieldRelation.Positive),
        }).Where(f => !f.Polynomial.IsConstant).ToArray();
        Assert.Null(Refute(facts));
    });

    [Fact]
    public void Products_of_bounds_and_equations_take_part()
    {
        FieldFact[] cube = [new(Y - X, FieldRelation.Positive), new((X * X * X) + Polynomial.Constant(45), FieldRelation.Zero), new((Y * Y * Y) + Polynomial.Constant(101), FieldRelation.Zero)];
        Assert.True(Holds(Refute(cube)));
        Assert.True(Holds(Refute(new(X - Polynomial.One, FieldRelation.NonNegative), new(Y - Polynomial.One, FieldRelation.NonNegative), new(X + Y - Polynomial.One - (X * Y), FieldRelation.Positive))));
        Assert.True(Holds(Refute(new(Polynomial.Zero - (X * X), FieldRelation.NonNegative), new(X, FieldRelation.NonZero))));
        Assert.Null(Refute(new FieldFact(Polynomial.Zero - (X * X), FieldRelation.NonNegative)));
        Assert.Null(Refute());
    }

    [Fact]
    public void It_can_be_cancelled() => Assert.Throws<OperationCanceledException>(() =>
        PositivityRefutation.Of([new FieldFact(Polynomial.Zero - (X * X) - Polynomial.One, FieldRelation.Positive)], 2, new CancellationToken(canceled: true)));

    private static PositivityRefutation? Refute(params FieldFact[] facts) => PositivityRefutation.Of(facts, 2, TestContext.Current.CancellationToken);

    /// <summary>Whether a certificate says what it must: weights are not negative, something strict takes part, and all adds up to zero.</summary>
    private static bool Holds(PositivityRefutation? found) => found is not null
        && found.Terms.All(t => t.Weight.Numerator.Sign > 0)
        && found.Terms.Any(t => t.Term.IsStrict)
        && found.Terms.All(t => (t.Term.Factors.Aggregate(Polynomial.One, (p, f) => p * found.Bounds[f].Polynomial) * (t.Term.Root is { } r ? r * r : Polynomial.One) - t.Term.Value).IsZero)
        && (found.Terms.Aggregate(Polynomial.Zero, (s, t) => s + (t.Weight * t.Term.Value)) + found.Equations.Zip(found.Cofactors, (e, c) => e * c).Aggregate(Polynomial.Zero, (a, b) => a + b)).IsZero;
}
