using Prover.Core.Memory.Adaptation;
using Prover.Core.Memory.Features;
using Prover.Core.Memory.Files;
using Prover.Core.Memory.Neighbours;
using Prover.Core.Memory.Terms;

namespace Prover.Core.Memory;

/// <summary>A memory that learns online: the steps of verified proofs under features of their goals, the nearest found by locality-sensitive hashing
/// and compared exactly, their tactics adapted to the goal at hand.</summary>
/// <remarks>After Tactician (Blaauwbroek, Urban, Geuvers, 2020; Zhang et al., "Online Machine Learning Techniques for Coq", 2021) and TacticToe
/// (Gauthier et al., 2021). Deterministic: the same proofs in the same order give the same suggestions, in every process.</remarks>
public sealed class TacticMemory : ITacticMemory, IAsyncDisposable
{
    private const int Neighbours = 40;

    private readonly StepIndex _index = new();

    // Whole proofs: goals with the methods that found their proofs.
    private readonly StepIndex _methods = new();
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _learning = new(1, 1);
    private MemoryFile? _file;
    private bool _isClosed;

    private TacticMemory()
    {
    }

    /// <summary>How many proofs it knows.</summary>
    public int Count => Statistics.Proofs;

    /// <summary>How much it knows.</summary>
    public MemoryStatistics Statistics => _index.Statistics;

    /// <summary>An empty memory that is forgotten with the process.</summary>
    public static TacticMemory InMemory() => new();

    /// <summary>Opens the memory of a file, for this process alone, and makes it where it is missing. What a killed process was writing is cut off.</summary>
    /// <param name="path">The file: JSON lines, only ever added to.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="MemoryException">The file is in use, can't be opened, is no memory, or a line of it is damaged.</exception>
    public static async Task<TacticMemory> OpenAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var memory = new TacticMemory();
        try
        {
            memory._file = await MemoryFile.OpenAsync(path, lines => memory.Load(lines, cancellationToken), cancellationToken).ConfigureAwait(false);
            return memory;
        }
        catch
        {
            await memory.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<TacticSuggestion> Suggest(string goal, int most) => Suggest(goal, most, then: null);

    /// <inheritdoc />
    public IReadOnlyList<MethodSuggestion> SuggestMethods(string goal, int most) => SuggestMethods(goal, most, then: null);

    /// <inheritdoc />
    public async Task LearnAsync(LearnedProof proof, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(proof);
        ArgumentException.ThrowIfNullOrWhiteSpace(proof.Id);
        var prepared = PreparedProof.Of(proof);
        await _learning.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_ids.Contains(proof.Id))
            {
                return;
            }

            if (_file is not null)
            {
                await _file.AddAsync(proof).ConfigureAwait(false);
            }

            _ids.Add(proof.Id);
            Add(prepared);
        }
        finally
        {
            _learning.Release();
        }
    }

    /// <summary>The memory as it is now; what is learned later does not change it.</summary>
    public ITacticMemory Snapshot() => AsOf(Count);

    /// <summary>The memory as it was when it knew that many proofs, also after a restart; what is learned later does not change it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It never knew that many.</exception>
    public ITacticMemory AsOf(int proofs)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(proofs);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(proofs, Count);
        return new FrozenMemory(this, _index.After(proofs), _methods.After(proofs));
    }

    /// <summary>Closes the file, once what is being learned is kept. Snapshots can't be asked any more.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isClosed)
        {
            return;
        }

        await _learning.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        _isClosed = true;
        if (_file is not null)
        {
            await _file.DisposeAsync().ConfigureAwait(false);
        }

        _index.Dispose();
        _methods.Dispose();
        _learning.Dispose();
    }

    /// <summary>Suggestions by what was known then; null for now.</summary>
    internal IReadOnlyList<TacticSuggestion> Suggest(string goal, int most, Knowledge? then)
    {
        ArgumentNullException.ThrowIfNull(goal);
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        return most > 0 && GoalTerms.Read(goal) is { } terms
            ? SuggestionRanking.Rank(terms, _index.Nearest(GoalFingerprint.Of(terms), Neighbours, then), most)
            : [];
    }

    /// <summary>Methods by what was known then; null for now.</summary>
    internal IReadOnlyList<MethodSuggestion> SuggestMethods(string goal, int most, Knowledge? then)
    {
        ArgumentNullException.ThrowIfNull(goal);
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        return most > 0 && GoalTerms.Read(goal) is { } terms
            ? SuggestionRanking.Methods(_methods.Nearest(GoalFingerprint.Of(terms), Neighbours, then), most)
            : [];
    }

    private void Add(PreparedProof proof)
    {
        _index.Add(proof);
        _methods.Add(proof.Id, proof.Whole);
    }

    private void Load(IReadOnlyList<MemoryLine> lines, CancellationToken cancellationToken)
    {
        var prepared = new PreparedProof[lines.Count];
        try
        {
            Parallel.For(0, lines.Count, new ParallelOptions { CancellationToken = cancellationToken }, i => prepared[i] = PreparedProof.Of(lines[i].Parse()));
        }
        catch (AggregateException e) when (e.InnerExceptions.OfType<MemoryException>().FirstOrDefault() is { } damage)
        {
            throw damage;
        }

        foreach (var proof in prepared.Where(p => _ids.Add(p.Id)))
        {
            Add(proof);
        }
    }
}
