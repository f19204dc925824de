using Google.Protobuf.WellKnownTypes;
using Prover.Core.Formalization;
using Prover.Core.Proving;
using Prover.Core.Repair.Policies;
using Prover.Core.Sampling;
using Prover.Core.Storage;
using Prover.Core.Verification;
using Prover.Service.Errors;
using Prover.Service.Hosting;

namespace Prover.Service.Mapping;

/// <summary>Reads and checks requests; whatever is wrong with one is told at once, field by field.</summary>
internal sealed class RequestReader(ProverServiceOptions options)
{
    private const int MaxPageSize = 1_000;
    private const int DefaultPageSize = 50;

    public VerifyRequest Read(V1.VerifyRequest wire)
    {
        var violations = new Violations();
        var request = Read(wire, "", violations);
        violations.ThrowIfAny();
        return request;
    }

    public IReadOnlyList<BatchQuestion> Read(V1.VerifyBatchRequest wire)
    {
        var violations = new Violations();
        if (wire.Items.Count == 0)
        {
            violations.Add("items", "There must be at least one item.");
        }
        else if (wire.Items.Count > options.MaxBatchItems)
        {
            violations.Add("items", $"There are {wire.Items.Count} items; at most {options.MaxBatchItems} are taken at once.");
            violations.ThrowIfAny();
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        var questions = new List<BatchQuestion>(wire.Items.Count);
        for (var i = 0; i < wire.Items.Count; i++)
        {
            var (item, field) = (wire.Items[i], $"items[{i}]");
            if (item.Id.Length == 0)
            {
                violations.Add($"{field}.id", "An item needs an id.");
            }
            else if (!ids.Add(item.Id))
            {
                violations.Add($"{field}.id", "Another item of this batch has the same id.");
            }

            questions.Add(new BatchQuestion(item.Id, Read(item.Request ?? new(), $"{field}.request.", violations)));
        }

        violations.ThrowIfAny();
        return questions;
    }

    public ProveRequest Read(V1.ProveRequest wire)
    {
        var violations = new Violations();
        if (string.IsNullOrWhiteSpace(wire.Statement) == string.IsNullOrWhiteSpace(wire.Text))
        {
            violations.Add("statement", "There must be either a statement or a text to prove, and only one of them.");
        }

        var policy = wire.RepairPolicy.OrNull() ?? new SamplingOptions().RepairPolicy;
        if (!RepairPolicies.All.Any(p => p.Name == policy))
        {
            violations.Add("repair_policy", $"'{policy}' is none of {string.Join(", ", RepairPolicies.All.Select(p => p.Name))}.");
        }

        var budget = wire.Budget ?? new();
        var defaults = new ProveBudget();
        var request = new ProveRequest
        {
            Statement = wire.Statement.OrNull(),
            Text = wire.Text.OrNull(),
            Budget = new ProveBudget
            {
                MaxSamples = budget.HasMaxSamples
                    ? (int)InRange(budget.MaxSamples, options.MaxSearchSamples, "budget.max_samples", violations)
                    : Math.Min(defaults.MaxSamples, options.MaxSearchSamples),
                TimeLimit = Limit(budget.TimeLimit, options.MaxSearchTimeLimit, "budget.time_limit", violations)
                    ?? options.DefaultSearchTimeLimit,
                CandidateTimeLimit = Limit(budget.CandidateTimeLimit, options.MaxCheckTimeLimit, "budget.candidate_time_limit", violations)
                    ?? Shorter(defaults.CandidateTimeLimit, options.MaxCheckTimeLimit),
                MaxTokens = budget.HasMaxTokens ? InRange(budget.MaxTokens, long.MaxValue, "budget.max_tokens", violations) : null,
                Parallelism = budget.HasParallelism
                    ? (int)InRange(budget.Parallelism, int.MaxValue, "budget.parallelism", violations)
                    : null,
            },
            Grade = ReadGrade(wire.Grade, options.DefaultGrade, "grade", violations),
            Sampling = new SamplingOptions
            {
                Seed = wire.Seed,
                Models = wire.Models is null ? null : [.. wire.Models.Names],
                RepairPolicy = policy,
                UsePortfolio = !wire.NoPortfolio,
                UseSearch = wire.Search,
            },
            UseStore = !wire.NoStore,
        };
        violations.ThrowIfAny();
        return request;
    }

    public FormalizeRequest Read(V1.FormalizeRequest wire)
    {
        var violations = new Violations();
        if (string.IsNullOrWhiteSpace(wire.Text))
        {
            violations.Add("text", "There must be a problem to formalize.");
        }

        var name = wire.Name.OrNull() ?? "problem";
        if (!FormalizeRequest.IsName(name))
        {
            violations.Add("name", $"'{name}' is no name for a theorem: letters, digits and '_', beginning with a letter.");
        }

        var request = new FormalizeRequest
        {
            Text = wire.Text,
            Name = name,
            Pinned = wire.Pinned.OrNull(),
            TimeLimit = Limit(wire.TimeLimit, options.MaxSearchTimeLimit, "time_limit", violations) ?? options.DefaultSearchTimeLimit,
            Models = wire.Models is null ? null : [.. wire.Models.Names],
            MaxTokens = wire.HasMaxTokens ? InRange(wire.MaxTokens, long.MaxValue, "max_tokens", violations) : null,
            UseStore = !wire.NoStore,
        };
        violations.ThrowIfAny();
        return request;
    }

    public static string Read(V1.GetProofRequest wire)
    {
        var violations = new Violations();
        if (wire.Id.Length == 0)
        {
            violations.Add("id", "There must be the id of a proof.");
        }

        violations.ThrowIfAny();
        return wire.Id;
    }

    public static ProofQuery Read(V1.ListProofsRequest wire)
    {
        var violations = new Violations();
        var query = new ProofQuery
        {
            PageSize = wire.PageSize == 0 ? DefaultPageSize : (int)InRange(wire.PageSize, MaxPageSize, "page_size", violations),
            PageToken = wire.PageToken.OrNull(),
            NameContains = wire.NameContains.OrNull(),
            MinimumGrade = ReadGrade(wire.MinimumGrade, new ProofQuery().MinimumGrade, "minimum_grade", violations),
        };
        violations.ThrowIfAny();
        return query;
    }

    private VerifyRequest Read(V1.VerifyRequest wire, string prefix, Violations violations)
    {
        if (string.IsNullOrWhiteSpace(wire.Text))
        {
            violations.Add($"{prefix}text", "There must be a Lean text.");
        }

        return new VerifyRequest
        {
            Text = wire.Text,
            TheoremName = wire.Theorem.OrNull(),
            Statement = wire.Statement.OrNull(),
            Grade = ReadGrade(wire.Grade, options.DefaultGrade, $"{prefix}grade", violations),
            TimeLimit = Limit(wire.TimeLimit, options.MaxCheckTimeLimit, $"{prefix}time_limit", violations) ?? options.DefaultCheckTimeLimit,
            UseStore = !wire.NoStore,
        };
    }

    private static Grade ReadGrade(V1.Grade wire, Grade ifUnspecified, string field, Violations violations)
    {
        var grade = wire.ToDomain();
        if (grade is null && wire != V1.Grade.Unspecified)
        {
            violations.Add(field, $"{(int)wire} is no grade.");
        }

        return grade ?? ifUnspecified;
    }

    private static TimeSpan? Limit(Duration? wire, TimeSpan maximum, string field, Violations violations)
    {
        if (wire is null)
        {
            return null;
        }

        // Compared by seconds first: a Duration may be too long for a TimeSpan, or malformed.
        var fits = wire.Seconds >= 0 && wire.Seconds <= (long)maximum.TotalSeconds && wire.Nanos is >= 0 and < 1_000_000_000;
        if (fits && wire.ToTimeSpan() is var limit && limit > TimeSpan.Zero && limit <= maximum)
        {
            return limit;
        }

        violations.Add(field, $"A time limit is more than zero and at most {maximum.TotalSeconds} s.");
        return null;
    }

    private static long InRange(long value, long maximum, string field, Violations violations)
    {
        if (value < 1 || value > maximum)
        {
            violations.Add(field, $"{value} is not between 1 and {maximum}.");
        }

        return value;
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}

/// <summary>One item of a batch.</summary>
/// <param name="Id">The client's name for it.</param>
/// <param name="Request">The question.</param>
internal sealed record BatchQuestion(string Id, VerifyRequest Request);
