using Prover.Datasets.Rewards;
using Prover.Service.Errors;
using Prover.Service.Hosting;
using Prover.Service.Mapping;

namespace Prover.Service.Rewards;

/// <summary>Reads and checks requests for rewards; whatever is wrong with one is told at once, field by field.</summary>
internal sealed class RewardReader(RequestReader reader, ProverServiceOptions options)
{
    public RewardQuestion Read(V1.ScoreRewardsRequest wire)
    {
        var violations = new Violations();
        if (wire.Items.Count == 0 || wire.Items.Count > options.MaxBatchItems)
        {
            violations.Add("items", wire.Items.Count == 0
                ? "There must be at least one item."
                : $"There are {wire.Items.Count} items; at most {options.MaxBatchItems} are taken at once.");
            violations.ThrowIfAny();
        }

        for (var i = 0; i < wire.Items.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(wire.Items[i].Statement))
            {
                violations.Add($"items[{i}].statement", "There must be a statement: Lean text that ends in one theorem.");
            }
        }

        var spec = RewardSpec.Default;
        try
        {
            spec = wire.Spec.Length == 0 ? spec : RewardSpec.Parse(wire.Spec);
        }
        catch (ArgumentException e)
        {
            violations.Add("spec", e.Message);
        }

        violations.ThrowIfAny();

        // Grade and limits are read as everywhere else.
        var check = reader.Read(new V1.VerifyRequest { Text = " .", Grade = wire.Grade, TimeLimit = wire.TimeLimit, NoStore = wire.NoStore });
        return new RewardQuestion(
            [.. wire.Items.Select(i => new RewardItem(i.Statement, i.Completion))],
            [.. wire.Items.Select(i => i.Id)],
            spec,
            new RewardSettings { Grade = check.Grade, TimeLimit = check.TimeLimit, UseStore = check.UseStore });
    }
}

/// <summary>A batch to score.</summary>
internal sealed record RewardQuestion(IReadOnlyList<RewardItem> Items, IReadOnlyList<string> Ids, RewardSpec Spec, RewardSettings Settings);
