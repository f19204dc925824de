using Prover.Core.Sampling.Portfolio.Expressions;

namespace Prover.Core.Identities.Algebra;

/// <summary>Finds non-negative solutions of linear equations, exactly: the first phase of the simplex method with Bland's rule.</summary>
internal static class Simplex
{
    private const int MaxPivots = 3_000;

    /// <summary>Numbers xⱼ ≥ 0 with Σ xⱼ·columnⱼ = target, coefficient by coefficient; null when there are none, or none was found in time.</summary>
    public static Rational[]? Solve(IReadOnlyList<Polynomial> columns, Polynomial target, CancellationToken cancellationToken = default)
    {
        var monomials = columns.Append(target).SelectMany(c => c.Monomials).Distinct().ToList();
        var (width, height) = (columns.Count, monomials.Count);

        // Each row: the columns, then the right side; a row's own artificial variable is width + row.
        var rows = monomials.Select(m =>
        {
            var sign = target[m].Numerator.Sign < 0 ? -1 : 1;
            return columns.Append(target).Select(c => (Rational)sign * c[m]).ToArray();
        }).ToArray();
        var basis = Enumerable.Range(width, height).ToArray();
        var cost = Enumerable.Range(0, width + 1).Select(j => rows.Aggregate((Rational)0, (sum, row) => sum + row[j])).ToArray();
        for (var pivots = 0; pivots < MaxPivots; pivots++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (cost[width].IsZero)
            {
                return Read(rows, basis, width);
            }

            var enter = Array.FindIndex(cost, 0, width, c => c.Numerator.Sign > 0);
            if (enter < 0)
            {
                return null;
            }

            var leave = Leaving(rows, basis, enter, width);
            if (leave < 0)
            {
                return null;
            }

            Pivot(rows, cost, leave, enter);
            basis[leave] = enter;
        }

        return null;
    }

    private static int Leaving(Rational[][] rows, int[] basis, int enter, int width)
    {
        var (leave, best) = (-1, (Rational)0);
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i][enter].Numerator.Sign <= 0)
            {
                continue;
            }

            var ratio = rows[i][width] / rows[i][enter];
            var order = leave < 0 ? -1 : (ratio - best).Numerator.Sign;
            if (order < 0 || (order == 0 && basis[i] < basis[leave]))
            {
                (leave, best) = (i, ratio);
            }
        }

        return leave;
    }

    private static void Pivot(Rational[][] rows, Rational[] cost, int leave, int enter)
    {
        var inverse = rows[leave][enter].Inverse;
        for (var j = 0; j < rows[leave].Length; j++)
        {
            if (!rows[leave][j].IsZero)
            {
                rows[leave][j] *= inverse;
            }
        }

        foreach (var row in rows.Where((_, i) => i != leave).Append(cost))
        {
            var factor = row[enter];
            for (var j = 0; !factor.IsZero && j < row.Length; j++)
            {
                if (!rows[leave][j].IsZero)
                {
                    row[j] -= factor * rows[leave][j];
                }
            }
        }
    }

    private static Rational[] Read(Rational[][] rows, int[] basis, int width)
    {
        var solution = new Rational[width];
        Array.Fill(solution, 0);
        for (var i = 0; i < rows.Length; i++)
        {
            if (basis[i] < width)
            {
                solution[basis[i]] = rows[i][width];
            }
        }

        return solution;
    }
}
