using Prover.Rounds.Problems.Keys;

namespace Prover.Rounds.Makers.Sets;

/// <summary>Makes sets of problems out of several makers, without duplicates up to renaming.</summary>
public static class ProblemSetMaker
{
    // So many in a row that were there before: there is hardly another.
    private const int MaxDuplicates = 3000;

    /// <summary>The problems, made as they are asked for.</summary>
    /// <exception cref="ArgumentException">The request asks for nothing that there is.</exception>
    /// <exception cref="ProblemSetException">There are not so many different ones; thrown after those that there are.</exception>
    public static IEnumerable<MadeProblem> Make(ProblemSetRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Count < 1 || request.Seed < 0 || request.Makers.Count == 0 || request.From < MadeProblem.Easiest || request.To > MadeProblem.Hardest || request.From > request.To)
        {
            throw new ArgumentException(
                $"The number of problems must be positive, the seed not negative, and difficulties go from {MadeProblem.Easiest} to {MadeProblem.Hardest}.", nameof(request));
        }

        return MakeAll(request);
    }

    private static IEnumerable<MadeProblem> MakeAll(ProblemSetRequest request)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var random = SeededRandom.For("set", request.Seed);
        var duplicates = 0;
        while (seen.Count < request.Count)
        {
            // Families take turns, however many of a family's were duplicates.
            var maker = request.Makers[seen.Count % request.Makers.Count];
            if (duplicates > 0 && duplicates % 100 == 0)
            {
                maker = random.Pick(request.Makers);
            }

            var problem = maker.Make((long)(random.Next() >> 24), random.Between(request.From, request.To));
            if (request.Avoid?.Find(problem.Name, problem.Statement) is null && seen.Add(StatementKey.Of(problem.Statement).Text))
            {
                duplicates = 0;
                yield return problem;
            }
            else if (++duplicates == MaxDuplicates)
            {
                throw new ProblemSetException(
                    $"There are hardly more than {seen.Count} different problems of these families and difficulties. Ask for fewer, or for more families or difficulties.");
            }
        }
    }
}

/// <summary>There are not so many different problems; the message says how many there are.</summary>
public sealed class ProblemSetException(string message) : Exception(message);
