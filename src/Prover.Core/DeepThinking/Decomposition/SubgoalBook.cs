using System.Collections.Concurrent;
using Prover.Core.DeepThinking.Branches;
using Prover.Core.DeepThinking.Journal;
using Prover.Core.Verification;

namespace Prover.Core.DeepThinking.Decomposition;

/// <summary>What is known of a thought's subgoals, each by its name, which is that of its statement: one that two sketches raise is worked on once.</summary>
/// <remarks>Thread-safe. What an earlier run's journal calls proved or refuted is verified again before it counts.</remarks>
internal sealed class SubgoalBook
{
    private readonly Thought _thought;
    private readonly ConcurrentDictionary<string, SubgoalReport> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SubgoalReport> _earlier = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();

    public SubgoalBook(Thought thought)
    {
        _thought = thought;
        foreach (var kept in thought.Journal.Records.OfType<JournalRecord.Subgoal>().Select(s => s.Report))
        {
            _earlier[kept.Name] = kept;
        }
    }

    /// <summary>All subgoals, in the order in which they were raised. Those of an earlier run that nobody has asked for since are told as that run left them.</summary>
    public IReadOnlyList<SubgoalReport> All =>
    [
        .. _earlier.Values.Where(e => !_known.ContainsKey(e.Name)).OrderBy(e => e.Name, StringComparer.Ordinal), .. _order.Select(n => _known[n]),
    ];

    /// <summary>Statements that are known to be false.</summary>
    public IReadOnlyList<string> Refuted => [.. All.Where(s => s.State == SubgoalState.Refuted).Select(s => s.Statement)];

    /// <summary>What is known for sure; null where nothing is.</summary>
    public async Task<SubgoalReport?> FindAsync(HoleGoal goal, BranchTools tools, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(goal.Name, out var known))
        {
            return known.State == SubgoalState.Open ? null : known;
        }

        if (!_earlier.TryGetValue(goal.Name, out var earlier) || earlier is not { State: not SubgoalState.Open, Proof: { } proof } || earlier.Statement != goal.Statement.Head)
        {
            return null;
        }

        var asked = earlier.State == SubgoalState.Proved ? goal.Statement.Head : goal.Statement.Negation()?.Head;
        var verdict = asked is null ? null : await tools.Verifier.VerifyAsync(
            new VerifyRequest { Text = proof, Statement = asked, Grade = _thought.Request.Grade, UseStore = _thought.Request.UseStore }, cancellationToken).ConfigureAwait(false);
        if (verdict?.Kind != VerdictKind.Proved)
        {
            _earlier.TryRemove(goal.Name, out _);
            return null;
        }

        Remember(earlier);
        return earlier;
    }

    /// <summary>Keeps what was found out, then tells it.</summary>
    public async Task DecideAsync(SubgoalReport subgoal, BranchPlan branch)
    {
        if (_known.TryGetValue(subgoal.Name, out var known) && known.State != SubgoalState.Open)
        {
            return;
        }

        await _thought.Journal.AddAsync(new JournalRecord.Subgoal(subgoal)).ConfigureAwait(false);
        Remember(subgoal);
        _thought.Tell(new DeepThinkEvent.SubgoalDecided(branch.Id, subgoal));
    }

    private void Remember(SubgoalReport subgoal)
    {
        if (_known.TryAdd(subgoal.Name, subgoal))
        {
            _order.Enqueue(subgoal.Name);
        }
        else
        {
            _known[subgoal.Name] = subgoal;
        }
    }
}
