using Prover.Core.DeepThinking.Journal;
using Prover.Core.Models;

namespace Prover.Core.DeepThinking.Budgets;

/// <summary>What a thought has spent, earlier runs included.</summary>
/// <remarks>Thread-safe.</remarks>
/// <param name="before">What earlier runs have spent.</param>
/// <param name="time">The clock, which runs from now on.</param>
internal sealed class Expenses(DeepThinkSpent before, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly long _started = time.GetTimestamp();
    private ModelUsage _models;
    private TimeSpan _cpu;

    public DeepThinkSpent Before => before;

    public DeepThinkSpent Total
    {
        get
        {
            lock (_gate)
            {
                return before + new DeepThinkSpent(time.GetElapsedTime(_started), _models, _cpu);
            }
        }
    }

    public void Add(ModelUsage usage)
    {
        lock (_gate)
        {
            _models += usage;
        }
    }

    public void Add(TimeSpan check)
    {
        lock (_gate)
        {
            _cpu += check;
        }
    }

    /// <summary>Keeps what was spent so far, so that a resumed thought can't spend it again.</summary>
    public Task KeepAsync(ThoughtJournal journal) => journal.AddAsync(new JournalRecord.Spent(Total));
}
