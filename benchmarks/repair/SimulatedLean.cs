using Prover.Core.Checking;
using Prover.Core.Lean;

namespace Prover.RepairBenchmark;

/// <summary>Stands where Lean would: accepts a step that is right and reports every other one; a hole it lets stand, as a hole. No tactic
/// fills a hole.</summary>
internal sealed class SimulatedLean(SimulatedProblem problem) : ILeanChecker
{
    private static readonly ToolchainIdentity Identity = new("simulated", "0", "00", HasMathlib: false);

    public int Parallelism => 1;

    public Task<ToolchainIdentity> GetIdentityAsync(CancellationToken cancellationToken = default) => Task.FromResult(Identity);

    public PoolStatus GetStatus() => new(Parallelism, 0, 0, 0, 0, 0, 0, 0);

    public Task<CheckOutcome> CheckAsync(CheckRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult<CheckOutcome>(Check(request.Text));

    private CheckOutcome.Completed Check(string text)
    {
        var (errors, holes, right) = (new List<LeanMessage>(), new List<LeanSorry>(), 0);
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (ProofLines.Steps().Match(lines[i]) is { Success: true } step)
            {
                var said = step.Groups["step"];
                var (start, end) = (new LeanPosition(i + 1, said.Index), new LeanPosition(i + 1, said.Index + said.Length));
                switch (said.Value)
                {
                    case ProofLines.Right:
                        right++;
                        break;
                    case "sorry":
                        holes.Add(new LeanSorry(start, end, $"⊢ step {i}"));
                        break;
                    default:
                        errors.Add(new LeanMessage(LeanSeverity.Error, start, end, $"{said.Value} does not prove the step"));
                        break;
                }
            }
            else if (lines[i].EndsWith("by sorry", StringComparison.Ordinal))
            {
                holes.Add(new LeanSorry(new LeanPosition(i + 1, lines[i].Length - "sorry".Length), null, "⊢ the whole"));
            }
        }

        if (errors.Count == 0 && holes.Count == 0 && right != problem.Steps)
        {
            errors.Add(new LeanMessage(LeanSeverity.Error, new LeanPosition(1, 0), new LeanPosition(1, 7), "unsolved goals"));
        }

        var name = $"simulated_{problem.Number}";
        var facts = new TheoremFacts(name, "theorem", [], $"Simulated {problem.Steps}", name, holes.Count > 0 ? ["sorryAx"] : []);
        return new CheckOutcome.Completed(errors, holes, errors.Count > 0 ? null : facts, TimeSpan.Zero);
    }
}
