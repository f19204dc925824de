using Google.Protobuf.WellKnownTypes;
using Prover.Core.Formalization;
using Prover.Core.Proving;
using Prover.Core.Storage;
using Prover.Core.Verification;

namespace Prover.Service.Mapping;

/// <summary>Questions of a client, to the wire; <see cref="RequestReader"/> is the way back.</summary>
internal static class RequestMapping
{
    public static V1.VerifyRequest ToWire(this VerifyRequest request) => new()
    {
        Text = request.Text,
        Theorem = request.TheoremName ?? "",
        Statement = request.Statement ?? "",
        Grade = ((Grade?)request.Grade).ToWire(),
        TimeLimit = request.TimeLimit is { } limit ? Duration.FromTimeSpan(limit) : null,
        NoStore = !request.UseStore,
    };

    public static V1.ProveRequest ToWire(this ProveRequest request)
    {
        var budget = new V1.Budget
        {
            MaxSamples = request.Budget.MaxSamples,
            TimeLimit = Duration.FromTimeSpan(request.Budget.TimeLimit),
            CandidateTimeLimit = Duration.FromTimeSpan(request.Budget.CandidateTimeLimit),
        };
        if (request.Budget.MaxTokens is { } tokens)
        {
            budget.MaxTokens = tokens;
        }

        if (request.Budget.Parallelism is { } parallelism)
        {
            budget.Parallelism = parallelism;
        }

        var wire = new V1.ProveRequest
        {
            Statement = request.Statement ?? "",
            Text = request.Text ?? "",
            RepairPolicy = request.Sampling.RepairPolicy,
            NoPortfolio = !request.Sampling.UsePortfolio,
            Search = request.Sampling.UseSearch,
            Budget = budget,
            Grade = ((Grade?)request.Grade).ToWire(),
            Seed = request.Sampling.Seed,
            NoStore = !request.UseStore,
        };
        wire.Models = request.Sampling.Models.ToWire();
        return wire;
    }

    /// <summary>Names of models; null is all.</summary>
    public static V1.ModelChoice? ToWire(this IReadOnlyList<string>? models)
    {
        if (models is null)
        {
            return null;
        }

        var wire = new V1.ModelChoice();
        wire.Names.AddRange(models);
        return wire;
    }

    public static V1.FormalizeRequest ToWire(this FormalizeRequest request)
    {
        var wire = new V1.FormalizeRequest
        {
            Text = request.Text,
            Name = request.Name,
            Pinned = request.Pinned ?? "",
            TimeLimit = Duration.FromTimeSpan(request.TimeLimit),
            NoStore = !request.UseStore,
        };
        if (request.MaxTokens is { } tokens)
        {
            wire.MaxTokens = tokens;
        }

        wire.Models = request.Models.ToWire();
        return wire;
    }

    public static V1.ListProofsRequest ToWire(this ProofQuery query) => new()
    {
        PageSize = query.PageSize,
        PageToken = query.PageToken ?? "",
        NameContains = query.NameContains ?? "",
        MinimumGrade = ((Grade?)query.MinimumGrade).ToWire(),
    };
}
