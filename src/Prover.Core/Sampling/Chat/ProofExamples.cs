using Prover.Core.Prompts;
using Prover.Core.Statements;
using Prover.Core.Storage;
using Prover.Core.Verification;

namespace Prover.Core.Sampling.Chat;

/// <summary>Finds verified proofs of statements like a given one, to show a model how such proofs go.</summary>
/// <remarks>Thread-safe. Keeps an index of the newest proofs in memory and reads the store again now and then, never once a request.
/// The statement itself, under whatever names, is never among the examples.</remarks>
/// <param name="store">Where verified proofs are kept.</param>
/// <param name="time">The clock.</param>
public sealed class ProofExamples(IProofStore store, TimeProvider? time = null) : IDisposable
{
    private const int MaxProofs = 2_000;
    private const int PageSize = 200;
    private const int MaxLength = 1_500;

    private static readonly TimeSpan RefreshInterval = TimeSpan.FromMinutes(5);

    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly SemaphoreSlim _reading = new(1);
    private volatile Index? _index;

    /// <summary>Texts of the proofs that fit best, the best first.</summary>
    /// <param name="problem">What is to be proved.</param>
    /// <param name="library">What the examples may use.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<string>> FindAsync(
        Problem problem, LeanLibrary library, int count, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(library);
        if (count <= 0)
        {
            return [];
        }

        var index = await IndexAsync(cancellationToken).ConfigureAwait(false);
        var shape = StatementShape.Of(problem.Statement.Body);
        var problemId = ContentKey.Hash(problem.Statement.Head);
        return [.. index.Scores(shape)
            .Where(s => (library.HasMathlib || !s.Entry.NeedsMathlib) && s.Entry.ProblemId != problemId && s.Entry.Shape.Key != shape.Key)
            .OrderByDescending(s => s.Score).ThenBy(s => s.Entry.Text, StringComparer.Ordinal)
            .DistinctBy(s => s.Entry.Shape.Key)
            .Take(count).Select(s => s.Entry.Text)];
    }

    /// <inheritdoc />
    public void Dispose() => _reading.Dispose();

    private async Task<Index> IndexAsync(CancellationToken cancellationToken)
    {
        if (_index is { } fresh && _time.GetElapsedTime(fresh.ReadAt) < RefreshInterval)
        {
            return fresh;
        }

        await _reading.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_index is { } known && _time.GetElapsedTime(known.ReadAt) < RefreshInterval)
            {
                return known;
            }

            return _index = new Index(await ReadAsync(cancellationToken).ConfigureAwait(false), _time.GetTimestamp());
        }
        catch (StoreException)
        {
            // Examples are a help, no need: whoever must write to the store will say what is wrong with it.
            return _index = new Index(_index?.Entries ?? [], _time.GetTimestamp());
        }
        finally
        {
            _reading.Release();
        }
    }

    private async Task<List<Entry>> ReadAsync(CancellationToken cancellationToken)
    {
        var entries = new List<Entry>();
        var query = new ProofQuery { PageSize = PageSize, MinimumGrade = Grade.Replayed };
        for (var read = 0; read < MaxProofs;)
        {
            var page = await store.ListProofsAsync(query, cancellationToken).ConfigureAwait(false);
            read += page.Proofs.Count;
            entries.AddRange(page.Proofs.Where(IsExample).Select(p => new Entry(p.Text.Trim(), p.ProblemId, p.Toolchain.HasMathlib, ShapeOf(p))));
            if (page.NextPageToken is not { } next || page.Proofs.Count == 0)
            {
                break;
            }

            query = query with { PageToken = next };
        }

        return entries;
    }

    private static bool IsExample(StoredProof proof) =>
        proof.Text.Length <= MaxLength
        && !proof.Theorem.EndsWith(TheoremStatement.RefutedSuffix, StringComparison.Ordinal);

    private static StatementShape ShapeOf(StoredProof proof)
    {
        try
        {
            return StatementShape.Of(proof.AskedStatement is { } asked ? TheoremStatement.Parse(asked).Body : proof.Statement);
        }
        catch (InvalidStatementException)
        {
            return StatementShape.Of(proof.Statement);
        }
    }

    private sealed record Entry(string Text, string? ProblemId, bool NeedsMathlib, StatementShape Shape);

    /// <summary>Which proofs have which words.</summary>
    private sealed class Index
    {
        private readonly Dictionary<string, List<Entry>> _byWord = [];

        public Index(IReadOnlyList<Entry> entries, long readAt)
        {
            (Entries, ReadAt) = (entries, readAt);
            foreach (var entry in entries)
            {
                foreach (var word in entry.Shape.Words)
                {
                    if (!_byWord.TryGetValue(word, out var having))
                    {
                        _byWord[word] = having = [];
                    }

                    having.Add(entry);
                }
            }
        }

        public IReadOnlyList<Entry> Entries { get; }

        public long ReadAt { get; }

        /// <summary>Shared words, rare ones more, set against all words of both; short proofs first.</summary>
        public IEnumerable<(Entry Entry, double Score)> Scores(StatementShape shape)
        {
            var shared = new Dictionary<Entry, double>(ReferenceEqualityComparer.Instance);
            foreach (var word in shape.Words)
            {
                foreach (var entry in _byWord.GetValueOrDefault(word, []))
                {
                    shared[entry] = shared.GetValueOrDefault(entry) + Weight(word);
                }
            }

            var own = shape.Words.Sum(Weight);
            return shared.Select(s => (s.Key, s.Value / (own + s.Key.Shape.Words.Sum(Weight) - s.Value) / (1 + (s.Key.Text.Length / 2000.0))));
        }

        private double Weight(string word) => Math.Log(1 + ((Entries.Count + 1.0) / (1 + _byWord.GetValueOrDefault(word, []).Count)));
    }
}
