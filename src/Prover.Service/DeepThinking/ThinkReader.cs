using Google.Protobuf.WellKnownTypes;
using Prover.Core.DeepThinking;
using Prover.Core.DeepThinking.Budgets;
using Prover.Service.Errors;
using Prover.Service.Hosting;
using Prover.Service.Mapping;

namespace Prover.Service.DeepThinking;

/// <summary>Reads and checks requests to think; whatever is wrong with one is told at once, field by field.</summary>
internal sealed class ThinkReader(ProverServiceOptions options)
{
    private const int MostSeats = 20;
    private const int MostDepth = 8;

    public DeepThinkRequest Read(V1.ThinkRequest wire)
    {
        var violations = new Violations();
        if (string.IsNullOrWhiteSpace(wire.Statement))
        {
            violations.Add("statement", "There must be a statement to think about.");
        }

        if (wire.HasCouncilSeats && wire.CouncilSeats is < 1 or > MostSeats)
        {
            violations.Add("council_seats", $"It must be between 1 and {MostSeats}.");
        }

        if (wire.HasMaxDepth && wire.MaxDepth is < 0 or > MostDepth)
        {
            violations.Add("max_depth", $"It must be between 0 and {MostDepth}.");
        }

        var budget = wire.Budget ?? new();
        if (budget.HasMaxTokens && budget.MaxTokens < 0)
        {
            violations.Add("budget.max_tokens", "It must not be negative; absent is no limit.");
        }

        var defaults = new DeepThinkRequest { Statement = wire.Statement };
        var request = defaults with
        {
            CandidateTimeLimit = Positive(wire.CandidateTimeLimit, "candidate_time_limit", violations) ?? defaults.CandidateTimeLimit,
            Budget = new DeepThinkBudget
            {
                Wall = Positive(budget.Wall, "budget.wall", violations) ?? options.DefaultSearchTimeLimit,
                MaxTokens = budget.HasMaxTokens ? budget.MaxTokens : null,
                Cpu = Positive(budget.Cpu, "budget.cpu", violations),
            },
            Grade = wire.Grade.ToDomain() ?? options.DefaultGrade,
            Seed = wire.Seed,
            UseStore = !wire.NoStore,
            Models = wire.Models is null ? null : [.. wire.Models.Names],
            MaxDepth = wire.HasMaxDepth ? wire.MaxDepth : defaults.MaxDepth,
            CouncilSeats = wire.HasCouncilSeats ? wire.CouncilSeats : defaults.CouncilSeats,
        };
        if (request.Budget.Wall > options.MaxSearchTimeLimit)
        {
            violations.Add("budget.wall", $"At most {options.MaxSearchTimeLimit.TotalSeconds:0} s are allowed.");
        }

        violations.ThrowIfAny();
        return request;
    }

    private static TimeSpan? Positive(Duration? wire, string field, Violations violations)
    {
        try
        {
            if (wire is null || wire.ToTimeSpan() is var time && time > TimeSpan.Zero)
            {
                return wire?.ToTimeSpan();
            }

            violations.Add(field, "It must be more than 0 s.");
        }
        catch (InvalidOperationException)
        {
            violations.Add(field, "This is no duration.");
        }

        return null;
    }
}
