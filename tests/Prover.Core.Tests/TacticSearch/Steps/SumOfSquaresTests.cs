using System.Numerics;
using CsCheck;
using Prover.Core.Sampling.Portfolio.Expressions;
using Prover.Core.TacticSearch.Steps.Algebra;

namespace Prover.Core.Tests.TacticSearch.Steps;

public class SumOfSquaresTests
{
    private static readonly string[] Names = ["x", "y", "z"];

    // A linear form: three coefficients and the constant.
    private static readonly Gen<int[]> Form = Gen.Int[-4, 4].Array[4];

    [Fact]
    public void What_is_made_of_squares_is_found_to_be_one() =>
        Gen.Select(Form.Array[1, 3], Gen.Int[0, 5], (forms, constant) => (forms, constant))
            .Where(p => p.forms.Any(f => f.Take(3).Any(c => c != 0)))
            .Sample(p =>
            {
                var polynomial = Read(string.Join(" + ", p.forms.Select(f => $"({Linear(f)})^2")) + $" + {p.constant}");
                if (polynomial.Degree < 2)
                {
                    return;
                }

                var forms = SumOfSquares.Of(polynomial, 3);

                Assert.NotNull(forms);
                Assert.True(IsWeightedSum(polynomial, forms));
            });

    [Fact]
    public void What_is_negative_somewhere_is_none() =>
        Gen.Select(Form, Gen.Int[-5, 5].Array[3], Gen.Int[1, 20], (form, point, below) => (form, point, below))
            .Where(p => p.form.Take(3).Any(c => c != 0))
            .Sample(p =>
            {
                // Zero at the point but for what is taken away.
                var value = (p.form[0] * p.point[0]) + (p.form[1] * p.point[1]) + (p.form[2] * p.point[2]);
                var polynomial = Read($"({Linear([p.form[0], p.form[1], p.form[2], -value])})^2 - {p.below}");

                Assert.Null(SumOfSquares.Of(polynomial, 3));
            });

    [Theory]
    [InlineData("x * y")]
    [InlineData("x - 3")]
    [InlineData("x^4 + 1")]
    [InlineData("x^2 + y")]
    [InlineData("0 - x^2")]
    public void What_is_no_sum_of_squares_of_linear_forms_is_refused(string polynomial) => Assert.Null(SumOfSquares.Of(Read(polynomial), 3));

    /// <summary>Whether numbers that are not negative make the squares and a constant add up to the polynomial.</summary>
    private static bool IsWeightedSum(Polynomial polynomial, IReadOnlyList<IReadOnlyList<BigInteger>> forms)
    {
        var squares = forms.Select(f => Read($"({Linear([.. f.Select(c => (int)c)])})^2")).Append(Read("1")).ToList();
        return LinearSystem.Solve(squares, polynomial) is { } weights && weights.All(w => w.Numerator.Sign >= 0);
    }

    private static string Linear(int[] form) => $"({form[0]})*x + ({form[1]})*y + ({form[2]})*z + ({form[3]})";

    private static Polynomial Read(string text) => Polynomial.Parse(text, Names) ?? throw new InvalidOperationException(text);
}
