using System.Globalization;
using System.Security.Cryptography;
using Prover.Core.DeepThinking.Council;
using Prover.Core.DeepThinking.Journal;

namespace Prover.Core.DeepThinking.Archive;

/// <summary>Thoughts that are kept, each in a folder of its own under one root.</summary>
/// <param name="root">The root; need not exist.</param>
/// <param name="time">The clock.</param>
public sealed class ThoughtArchive(string root, TimeProvider? time = null)
{
    private const int LongestName = 40;

    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>A folder for a new thought, which is made when the thought begins.</summary>
    /// <param name="theorem">The theorem's name, for people who look at the folders.</param>
    public string NewFolder(string theorem)
    {
        ArgumentNullException.ThrowIfNull(theorem);
        var name = new string([.. theorem.Take(LongestName).Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')]);
        return Path.Combine(root, string.Create(CultureInfo.InvariantCulture, $"{_time.GetUtcNow():yyyyMMdd-HHmmss}-{name}-{RandomNumberGenerator.GetHexString(4, lowercase: true)}"));
    }

    /// <summary>The folder of a thought; null where there is none of that id.</summary>
    public string? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return id.Length > 0 && id == Path.GetFileName(id) && ThoughtJournal.Exists(Path.Combine(root, id)) ? Path.Combine(root, id) : null;
    }

    /// <summary>A thought; null where there is none of that id.</summary>
    /// <exception cref="ThoughtException">Its journal can't be read.</exception>
    public async Task<KeptThought?> ReadAsync(string id, CancellationToken cancellationToken = default)
    {
        if (Find(id) is not { } folder)
        {
            return null;
        }

        var records = await ThoughtJournal.TryReadAsync(folder, cancellationToken).ConfigureAwait(false);
        return records is null ? new KeptThought(id, folder, ThoughtState.Running) : Told(id, folder, records);
    }

    /// <summary>All thoughts, the newest first.</summary>
    /// <exception cref="ThoughtException">A journal can't be read.</exception>
    public async Task<IReadOnlyList<KeptThought>> ListAsync(CancellationToken cancellationToken = default)
    {
        var thoughts = new List<KeptThought>();
        var ids = Directory.Exists(root) ? Directory.EnumerateDirectories(root).Select(d => Path.GetFileName(d)!) : [];
        foreach (var id in ids.OrderDescending(StringComparer.Ordinal))
        {
            if (await ReadAsync(id, cancellationToken).ConfigureAwait(false) is { } thought)
            {
                thoughts.Add(thought);
            }
        }

        return thoughts;
    }

    private static KeptThought Told(string id, string folder, IReadOnlyList<JournalRecord> records)
    {
        var begun = records.OfType<JournalRecord.Begun>().FirstOrDefault();
        var over = records.OfType<JournalRecord.Over>().LastOrDefault();
        return new KeptThought(id, folder, over switch
        {
            null => ThoughtState.Interrupted,
            { Proof: null } => ThoughtState.Open,
            { Refutes: true } => ThoughtState.Refuted,
            _ => ThoughtState.Proved,
        })
        {
            Request = begun is null ? null : begun.Request with { WorkFolder = folder },
            Begun = begun?.At,
            Proof = over?.Proof,
            Origin = over?.Origin,
            Account = new DeepThinkAccount
            {
                // Of what was done again, or found again, the last word counts.
                Branches = [.. records.OfType<JournalRecord.BranchOver>().Select(b => b.Report).Reverse().DistinctBy(b => b.Id).Reverse()],
                Subgoals = [.. records.OfType<JournalRecord.Subgoal>().Select(s => s.Report).Reverse().DistinctBy(s => s.Name).Reverse()],
                Council = CouncilHistory.Of(records),
                Caught = [.. records.OfType<JournalRecord.Fraud>().Select(f => f.Caught)],
                Budget = begun?.Request.Budget ?? new(),
                Spent = records.OfType<JournalRecord.Spent>().LastOrDefault()?.Total ?? new(),
            },
        };
    }
}
