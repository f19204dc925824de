using Prover.Bench.Runs;

namespace Prover.Bench.Scores;

/// <summary>Which problems of two runs can be compared, and why the others can't.</summary>
/// <param name="Samples">Samples of each problem that are compared.</param>
/// <param name="Compared">The same in both, asked in both, with enough samples in both.</param>
/// <param name="Different">Names of problems that both have and that state something else.</param>
/// <param name="AskedInOne">Names of problems that both have, of which only one run's prover was asked.</param>
/// <param name="Unfinished">Names of problems with too few samples on record.</param>
internal sealed record SharedProblems(
    int Samples,
    IReadOnlyList<(AskedProblem A, AskedProblem B)> Compared,
    IReadOnlyList<string> Different,
    IReadOnlyList<string> AskedInOne,
    IReadOnlyList<string> Unfinished)
{
    public static SharedProblems Of(BenchRun a, BenchRun b)
    {
        var samples = Math.Min(a.Settings.Samples, b.Settings.Samples);
        var (askedA, askedB) = (AskedProblem.Of(a).ToDictionary(p => p.Problem.Name), AskedProblem.Of(b).ToDictionary(p => p.Problem.Name));
        var others = b.Problems.ToDictionary(p => p.Name);
        List<(AskedProblem A, AskedProblem B)> compared = [];
        List<string> different = [];
        List<string> askedInOne = [];
        List<string> unfinished = [];
        foreach (var problem in a.Problems.Where(p => others.ContainsKey(p.Name)))
        {
            var other = others[problem.Name];
            if (problem.Hash != other.Hash || (a.Settings.Header ?? problem.Header) != (b.Settings.Header ?? other.Header))
            {
                different.Add(problem.Name);
                continue;
            }

            switch (askedA.GetValueOrDefault(problem.Name), askedB.GetValueOrDefault(problem.Name))
            {
                case ({ } first, { } second) when First(first, samples) && First(second, samples):
                    compared.Add((first, second));
                    break;
                case ({ }, { }):
                    unfinished.Add(problem.Name);
                    break;
                case (null, null):
                    break;
                default:
                    askedInOne.Add(problem.Name);
                    break;
            }
        }

        return new SharedProblems(samples, compared, different, askedInOne, unfinished);
    }

    // The first samples, by number and without a gap: both provers had the same chances.
    private static bool First(AskedProblem problem, int samples) => problem.Samples.Count(s => s.Sample < samples) == samples;
}
