using System.Runtime.CompilerServices;
using Prover.Core.Verification;
using Prover.Datasets.Files;

namespace Prover.Datasets.Verification;

/// <summary>Verifies the proofs of a dataset again, with nothing but the dataset and a Lean.</summary>
/// <param name="verifier">Judges.</param>
/// <param name="parallelism">Proofs that are judged at the same time.</param>
public sealed class DatasetVerifier(IVerifier verifier, int parallelism)
{
    /// <summary>Verifies every proof, or a sample, each against its own row's statement. Nothing that a row claims of itself is believed.</summary>
    /// <param name="dataset">The dataset; its checksums are the caller's to check first.</param>
    /// <param name="options">How many and how.</param>
    /// <param name="each">Told of every proof as its answer is known, from several threads; null for nobody.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="DatasetException">A file can't be read.</exception>
    public async Task<VerificationReport> VerifyAsync(
        DatasetFolder dataset, DatasetVerificationOptions options, Action<ProofCheck>? each = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(options);
        var chosen = options.Sample is { } sample ? await ChooseAsync(dataset, sample, options.Seed, cancellationToken).ConfigureAwait(false) : null;
        var tally = new VerificationTally();
        var settings = new ParallelOptions { MaxDegreeOfParallelism = parallelism, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(ReadAsync(dataset, chosen, cancellationToken), settings, async (proof, token) =>
        {
            var check = await CheckAsync(proof, options, token).ConfigureAwait(false);
            token.ThrowIfCancellationRequested();
            tally.Add(check);
            each?.Invoke(check);
        }).ConfigureAwait(false);
        return tally.Report();
    }

    private async Task<ProofCheck> CheckAsync(ExportedProof proof, DatasetVerificationOptions options, CancellationToken cancellationToken)
    {
        if (proof.Text is null)
        {
            return new ProofCheck(proof, ProofCheckKind.Failed, "The completion is no fenced block marked lean4.");
        }

        if (proof.Grade is not { } grade)
        {
            return new ProofCheck(proof, ProofCheckKind.Failed, "The row claims no grade that there is.");
        }

        try
        {
            var verdict = await verifier.VerifyAsync(
                new VerifyRequest { Text = proof.Text, Statement = proof.Statement, Grade = options.Grade ?? grade, TimeLimit = options.TimeLimit, UseStore = false },
                cancellationToken).ConfigureAwait(false);
            return verdict.Kind switch
            {
                VerdictKind.Proved => Compared(proof, verdict),
                VerdictKind.TimedOut => new ProofCheck(proof, ProofCheckKind.TimedOut, verdict.Reason),
                VerdictKind.Rejected or VerdictKind.NotProved or VerdictKind.Refuted => new ProofCheck(proof, ProofCheckKind.Failed, Reason(verdict)),
                _ => new ProofCheck(proof, ProofCheckKind.Infrastructure, verdict.Reason),
            };
        }
        catch (InvalidStatementException e)
        {
            return new ProofCheck(proof, ProofCheckKind.Failed, e.Message);
        }
    }

    /// <summary>Another Lean may find another way to the same proof; the same one may not.</summary>
    private static ProofCheck Compared(ExportedProof proof, Verdict verdict) =>
        proof is { Axioms: { } claimed, LeanHash: { Length: > 0 } hash }
        && verdict.Toolchain?.Hash == hash
        && !claimed.Order(StringComparer.Ordinal).SequenceEqual(verdict.Axioms.Order(StringComparer.Ordinal), StringComparer.Ordinal)
            ? new ProofCheck(proof, ProofCheckKind.Failed, $"The row claims the axioms {List(claimed)}; the same Lean finds {List(verdict.Axioms)}.")
            : new ProofCheck(proof, ProofCheckKind.Verified, null);

    private static string List(IReadOnlyList<string> axioms) => axioms.Count == 0 ? "none" : string.Join(", ", axioms);

    private static string? Reason(Verdict verdict) =>
        verdict.Messages.FirstOrDefault(m => m.Severity == Core.Lean.LeanSeverity.Error) is { } error ? $"{verdict.Reason} {error.Text.TrimEnd()}" : verdict.Reason;

    private static async IAsyncEnumerable<ExportedProof> ReadAsync(DatasetFolder dataset, HashSet<long>? chosen, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = 0L;
        await foreach (var row in dataset.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            foreach (var proof in ExportedProof.Of(row))
            {
                if (chosen is null || chosen.Contains(number))
                {
                    yield return proof;
                }

                number++;
            }
        }
    }

    /// <summary>Reservoir sampling (Vitter's algorithm R): the same seed draws the same proofs of the same files.</summary>
    private static async Task<HashSet<long>> ChooseAsync(DatasetFolder dataset, int sample, int seed, CancellationToken cancellationToken)
    {
        var random = new Random(seed);
        var drawn = new List<long>(sample);
        var number = 0L;
        await foreach (var proof in ReadAsync(dataset, null, cancellationToken).ConfigureAwait(false))
        {
            if (drawn.Count < sample)
            {
                drawn.Add(number);
            }
            else if (random.NextInt64(number + 1) is var place && place < sample)
            {
                drawn[(int)place] = number;
            }

            number++;
        }

        return [.. drawn];
    }
}
