using System.Text.Json;
using Prover.Bench.Data;
using Prover.Bench.Files;
using Prover.Bench.Runs;
using Prover.Bench.Screening;
using Prover.Core.Verification;

namespace Prover.Rounds.Rounds;

/// <summary>Examines each statement once in a campaign: all rounds ask the same problems, and no time is spent twice. What the machinery kept from
/// being known is not kept.</summary>
internal sealed class KeptStatementCheck(IStatementCheck check, string folder) : IStatementCheck
{
    public async Task<CheckedStatement> CheckAsync(BenchProblem problem, string statement, CancellationToken cancellationToken = default)
    {
        var path = Path.Combine(folder, $"{ContentKey.Hash(statement)}.json");
        if (await CampaignFiles.ReadAsync(path, RunJson.Readable.CheckedStatement, cancellationToken).ConfigureAwait(false) is { } kept)
        {
            return kept with { Problem = problem.Name };
        }

        var found = await check.CheckAsync(problem, statement, cancellationToken).ConfigureAwait(false);
        if (found.Status != StatementStatus.Unknown)
        {
            Directory.CreateDirectory(folder);
            await WholeFile.WriteAsync(path, JsonSerializer.Serialize(found, RunJson.Readable.CheckedStatement), cancellationToken).ConfigureAwait(false);
        }

        return found;
    }
}
