using Prover.Core.Lean;

namespace Prover.Lean.Pool;

/// <summary>The environments of headers that one session keeps, least recently used first to go.</summary>
internal sealed class WarmHeaders(int capacity)
{
    private readonly LinkedList<(string Header, LeanReply Reply)> _order = new();
    private readonly Dictionary<string, LinkedListNode<(string Header, LeanReply Reply)>> _byHeader = new(StringComparer.Ordinal);

    public bool Contains(string header) => _byHeader.ContainsKey(header);

    public LeanReply? Find(string header)
    {
        if (!_byHeader.TryGetValue(header, out var node))
        {
            return null;
        }

        _order.Remove(node);
        _order.AddFirst(node);
        return node.Value.Reply;
    }

    /// <summary>Keeps a header and returns the environment to forget, if one had to go.</summary>
    public int? Add(string header, LeanReply reply)
    {
        _byHeader[header] = _order.AddFirst((header, reply));
        if (_order.Count <= capacity)
        {
            return null;
        }

        var last = _order.Last!.Value;
        _order.RemoveLast();
        _byHeader.Remove(last.Header);
        return last.Reply.Environment;
    }
}
