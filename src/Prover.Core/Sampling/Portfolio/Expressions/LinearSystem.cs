namespace Prover.Core.Sampling.Portfolio.Expressions;

/// <summary>Solves linear equations exactly.</summary>
internal static class LinearSystem
{
    /// <summary>Numbers x with Σ xⱼ·columnⱼ = target, coefficient by coefficient; null when there are none.</summary>
    public static Rational[]? Solve(IReadOnlyList<Polynomial> columns, Polynomial target)
    {
        var width = columns.Count;
        var rows = columns.Append(target).SelectMany(c => c.Monomials).Distinct()
            .Select(monomial => columns.Append(target).Select(c => c[monomial]).ToArray()).ToArray();
        var pivots = new List<int>();
        for (var column = 0; column < width && pivots.Count < rows.Length; column++)
        {
            var rank = pivots.Count;
            var pivot = Array.FindIndex(rows, rank, row => !row[column].IsZero);
            if (pivot >= 0)
            {
                (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
                Eliminate(rows, rank, column);
                pivots.Add(column);
            }
        }

        if (rows.Skip(pivots.Count).Any(row => !row[width].IsZero))
        {
            return null;
        }

        var solution = new Rational[width];
        Array.Fill(solution, 0);
        for (var i = 0; i < pivots.Count; i++)
        {
            solution[pivots[i]] = rows[i][width];
        }

        return solution;
    }

    /// <summary>Makes the column zero but for a one in the given row.</summary>
    private static void Eliminate(Rational[][] rows, int rank, int column)
    {
        var inverse = rows[rank][column].Inverse;
        rows[rank] = [.. rows[rank].Select(x => x * inverse)];
        for (var i = 0; i < rows.Length; i++)
        {
            var factor = rows[i][column];
            for (var j = 0; i != rank && !factor.IsZero && j < rows[i].Length; j++)
            {
                if (!rows[rank][j].IsZero)
                {
                    rows[i][j] -= factor * rows[rank][j];
                }
            }
        }
    }
}
