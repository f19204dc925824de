namespace Prover.Core.Memory.Neighbours;

/// <summary>All steps in memory, and the nearest of them to a goal.</summary>
/// <remarks>Thread-safe: many look up at once, one adds.</remarks>
internal sealed class StepIndex : IDisposable
{
    // Up to here, a look at all is as quick as the forest.
    private const int SmallMemory = 8192;
    private const int RecentSteps = 8192;

    private readonly ReaderWriterLockSlim _lock = new();
    private readonly Forest _forest = new();
    private readonly List<StoredStep> _steps = [];
    private readonly Dictionary<ulong, int> _numbers = [];
    private readonly Dictionary<ulong, int> _tactics = [];
    private readonly Dictionary<string, string> _tacticTexts = new(StringComparer.Ordinal);
    private readonly List<int> _uses = [];
    private readonly FeatureCounts _occurrences = new();

    // Number of the step of each occurrence in a proof, and after each proof how many occurrences and steps there were.
    private readonly List<int> _log = [];
    private readonly List<(int Occurrences, int Steps)> _proofs = [];

    /// <summary>How much is known.</summary>
    public MemoryStatistics Statistics =>
        Reading(() => new MemoryStatistics(_proofs.Count, _log.Count, _steps.Count, _tactics.Count));

    /// <summary>Adds a proof.</summary>
    public void Add(PreparedProof proof) => Add(proof.Id, proof.Steps);

    /// <summary>Adds steps of a proof; none is a proof too.</summary>
    public void Add(string proofId, IReadOnlyList<PreparedStep> steps)
    {
        _lock.EnterWriteLock();
        try
        {
            foreach (var step in steps)
            {
                Add(step, proofId);
            }

            _proofs.Add((_log.Count, _steps.Count));
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    /// <summary>What was known after the first proofs, that many.</summary>
    public Knowledge After(int proofs) => Reading(() =>
    {
        var (all, steps) = proofs == 0 ? (0, 0) : _proofs[proofs - 1];
        var occurrences = new FeatureCounts();
        for (var i = 0; i < steps; i++)
        {
            occurrences.Add(_steps[i].Features);
        }

        var uses = new int[_uses.Count];
        for (var i = 0; i < all; i++)
        {
            uses[_steps[_log[i]].TacticNumber]++;
        }

        return new Knowledge(proofs, steps, occurrences, uses) { AllUses = all };
    });

    /// <summary>The steps nearest to a goal with the features, the nearest first; of equally near ones that which was learned first.</summary>
    /// <param name="features">The goal's features.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="then">What to know; null for all that is known now.</param>
    /// <param name="exact">Whether all steps are compared, however many there are.</param>
    public Nearest Nearest(int[] features, int most, Knowledge? then = null, bool exact = false)
    {
        Span<uint> keys = stackalloc uint[MinHash.Keys];
        MinHash.Fill(features, keys);
        _lock.EnterReadLock();
        try
        {
            var knowledge = then ?? new Knowledge(_proofs.Count, _steps.Count, _occurrences, _uses) { AllUses = _log.Count };
            return Nearest(features, keys, most, knowledge, exact || knowledge.Steps <= SmallMemory);
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _lock.Dispose();

    private Nearest Nearest(int[] features, ReadOnlySpan<uint> keys, int most, Knowledge knowledge, bool all)
    {
        var similarity = new Similarity(features, knowledge);
        var best = new NearestSteps(most);
        if (all)
        {
            Compare(0, knowledge.Steps);
        }
        else
        {
            var candidates = _forest.Candidates(keys, knowledge.Steps);
            foreach (var number in candidates)
            {
                best.Offer(number, similarity.To(_steps[number].Features));
            }

            if (candidates.Count < most)
            {
                // Like nothing that is known: then the newest are as good as any.
                best.Clear();
                Compare(knowledge.Steps - RecentSteps, knowledge.Steps, candidates);
            }
        }

        similarity.Finish();
        var neighbours = best.InOrder().Select(b => new Neighbour(_steps[b.Number], b.Number, b.Similarity, knowledge.Uses[_steps[b.Number].TacticNumber]));
        return new Nearest([.. neighbours], knowledge.AllUses);

        void Compare(int from, int to, List<int>? besides = null)
        {
            for (var number = Math.Max(0, from); number < to; number++)
            {
                best.Offer(number, similarity.To(_steps[number].Features));
            }

            foreach (var number in besides?.Where(n => n < from) ?? [])
            {
                best.Offer(number, similarity.To(_steps[number].Features));
            }
        }
    }

    private void Add(PreparedStep step, string proofId)
    {
        if (!_numbers.TryGetValue(step.Key, out var number))
        {
            number = _steps.Count;
            _numbers.Add(step.Key, number);
            if (!_tactics.TryGetValue(step.TacticKey, out var tactic))
            {
                tactic = _uses.Count;
                _tactics.Add(step.TacticKey, tactic);
                _uses.Add(0);
            }

            if (!_tacticTexts.TryGetValue(step.Tactic, out var text))
            {
                _tacticTexts.Add(step.Tactic, text = step.Tactic);
            }

            _steps.Add(new StoredStep(step.Goal, text, tactic, proofId, step.Features) { Seconds = step.Seconds });
            _forest.Add(number, step.Keys);
            _occurrences.Add(step.Features);
        }

        _uses[_steps[number].TacticNumber]++;
        _log.Add(number);
    }

    private T Reading<T>(Func<T> read)
    {
        _lock.EnterReadLock();
        try
        {
            return read();
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }
}
