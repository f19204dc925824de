using System.Collections.Concurrent;

namespace Prover.Models.StandIn;

/// <summary>What one request came to.</summary>
/// <remarks>Counted as a provider bills: nothing for a refusal or for an answer that broke off before its first token was sent; else the
/// prompt and every token sent, whether or not the client still listened.</remarks>
public sealed class LedgerEntry
{
    private int _input;
    private int _output;
    private int _status;
    private int _done;

    internal LedgerEntry(int number) => Number = number;

    /// <summary>Which request, from 1.</summary>
    public int Number { get; }

    /// <summary>Tokens of the prompt, once a token of the answer or the whole of an empty one was sent.</summary>
    public int InputTokens => _input;

    /// <summary>Tokens sent.</summary>
    public int OutputTokens => _output;

    /// <summary>HTTP status; 0 while there is none.</summary>
    public int Status => _status;

    /// <summary>True when the whole answer was sent; never for one that was scripted to fail.</summary>
    public bool IsDone => _done == 1;

    internal void Begin(int status) => Volatile.Write(ref _status, status);

    internal void Charge(int input, int output)
    {
        if (output > 0)
        {
            Volatile.Write(ref _input, input);
            Interlocked.Add(ref _output, output);
        }
    }

    internal void Done(int input)
    {
        Volatile.Write(ref _input, input);
        Volatile.Write(ref _done, 1);
    }
}

/// <summary>All requests of a server, in the order of their arrival.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class Ledger
{
    private readonly ConcurrentQueue<LedgerEntry> _entries = new();
    private int _count;
    private int _active;
    private int _mostActive;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The requests so far.</summary>
    public IReadOnlyCollection<LedgerEntry> Entries => _entries;

    /// <summary>How many requests came.</summary>
    public int Requests => Volatile.Read(ref _count);

    /// <summary>Requests being answered now.</summary>
    public int Active => Volatile.Read(ref _active);

    /// <summary>Most requests that were answered at the same time.</summary>
    public int MostActive => Volatile.Read(ref _mostActive);

    /// <summary>Tokens of prompts.</summary>
    public long InputTokens => _entries.Sum(e => (long)e.InputTokens);

    /// <summary>Tokens of answers.</summary>
    public long OutputTokens => _entries.Sum(e => (long)e.OutputTokens);

    /// <summary>Both.</summary>
    public long TotalTokens => InputTokens + OutputTokens;

    /// <summary>Waits until what is wanted holds; looked at whenever a request comes or ends.</summary>
    public async Task UntilAsync(Func<Ledger, bool> holds, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var changed = Volatile.Read(ref _changed).Task;
            if (holds(this))
            {
                return;
            }

            await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    internal LedgerEntry Open()
    {
        var entry = new LedgerEntry(Interlocked.Increment(ref _count));
        _entries.Enqueue(entry);
        var active = Interlocked.Increment(ref _active);
        for (var most = MostActive; active > most && Interlocked.CompareExchange(ref _mostActive, active, most) != most; most = MostActive)
        {
        }

        Changed();
        return entry;
    }

    internal void Close()
    {
        Interlocked.Decrement(ref _active);
        Changed();
    }

    private void Changed() =>
        Interlocked.Exchange(ref _changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
}
