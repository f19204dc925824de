using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Prover.Bench.Data;
using Prover.Bench.Profiles;
using Prover.Core.Proving;
using Prover.Core.Verification;
using Prover.Lean.Pool;
using Prover.Lean.Selection;
using Prover.Service.Composition;

namespace Prover.AuditBenchmark;

/// <summary>The proofs that the model-free prover finds for miniF2F-core, each verified at grades compiled and replayed in turn, on warm processes.</summary>
internal static class GradeCosts
{
    private const int Rounds = 5;

    public static async Task RunAsync(string data)
    {
        await using var services = new ServiceCollection()
            .AddProver(new ProverOptions
            {
                Toolchain = ToolchainChoice.Embedded,
                Pool = new LeanPoolOptions { Workers = 1 },
                StorePath = Path.Combine(Path.GetTempPath(), "prover-audit-benchmark.db"),
            })
            .BuildServiceProvider();
        var verifier = services.GetRequiredService<IVerifier>();
        var ratios = new List<double>();
        var (compiled, replayed) = (0.0, 0.0);
        foreach (var problem in (await DataSetReader.ReadAsync(data)).Problems)
        {
            var stated = Profiles.Core.StatementOf(problem);
            if (await FindAsync(services.GetRequiredService<IProofSearch>(), stated) is not { Proof: { } proof })
            {
                continue;
            }

            var (low, high, audit, replay) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
            for (var i = 0; i < Rounds; i++)
            {
                foreach (var (grade, times) in new[] { (Grade.Compiled, low), (Grade.Replayed, high) })
                {
                    var request = new VerifyRequest { Text = proof, Statement = stated, Grade = grade, UseStore = false };
                    var watch = Stopwatch.GetTimestamp();
                    var verdict = await verifier.VerifyAsync(request);
                    times.Add(Stopwatch.GetElapsedTime(watch).TotalMilliseconds);
                    if (verdict.Audit is { } found)
                    {
                        audit.Add(found.AuditTime.TotalMilliseconds);
                        replay.Add(found.ReplayTime.TotalMilliseconds);
                    }

                    if (verdict.Kind != VerdictKind.Proved)
                    {
                        throw new InvalidOperationException($"{problem.Name} at grade {grade}: {verdict.Reason}");
                    }
                }
            }

            var (one, other) = (Median(low), Median(high));
            compiled += one;
            replayed += other;
            ratios.Add(other / one);
            Console.WriteLine($"{problem.Name,-44} compiled {one,8:0.0} ms   audited and replayed {other,8:0.0} ms   {other / one:0.00} ×   (audit {Median(audit):0.0} ms, replay {Median(replay):0.0} ms)");
        }

        ratios.Sort();
        Console.WriteLine(
            $"{ratios.Count} proofs, {Rounds} rounds: all together {replayed / compiled:0.00} ×; each by itself {ratios[0]:0.00} … {Median(ratios):0.00} … {ratios[^1]:0.00} ×   aim ≤ 2 ×");
    }

    private static async Task<ProveResult?> FindAsync(IProofSearch search, string statement)
    {
        try
        {
            var request = new ProveRequest { Statement = statement, Grade = Grade.Compiled, UseStore = false, Budget = new ProveBudget { TimeLimit = TimeSpan.FromSeconds(20), CandidateTimeLimit = TimeSpan.FromSeconds(20) } };
            await foreach (var happened in search.ProveAsync(request))
            {
                if (happened is ProveEvent.Finished { Result: { Verdict.Kind: VerdictKind.Proved } result })
                {
                    return result;
                }
            }
        }
        catch (InvalidStatementException)
        {
            // Not expressible without Mathlib.
        }

        return null;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
