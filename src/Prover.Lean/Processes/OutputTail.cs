using System.Text;

namespace Prover.Lean.Processes;

/// <summary>Drains a stream and remembers only its end.</summary>
internal sealed class OutputTail(int capacityBytes)
{
    private const int ShownBytes = 2_000;

    private readonly Lock _gate = new();
    private readonly byte[] _ring = new byte[capacityBytes];
    private long _written;

    /// <summary>Bytes that came, kept or not.</summary>
    public long WrittenBytes
    {
        get
        {
            lock (_gate)
            {
                return _written;
            }
        }
    }

    public async Task ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[8192];
        int count;
        while ((count = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            lock (_gate)
            {
                for (var kept = buffer.AsSpan(0, count); kept.Length > 0;)
                {
                    var at = (int)(_written % _ring.Length);
                    var length = Math.Min(kept.Length, _ring.Length - at);
                    kept[..length].CopyTo(_ring.AsSpan(at));
                    kept = kept[length..];
                    _written += length;
                }
            }
        }
    }

    /// <summary>All that is remembered.</summary>
    public string Text() => Text(_ring.Length);

    /// <summary>What the process last said, for an error message; empty when it said nothing.</summary>
    public override string ToString() => Text(ShownBytes) is { Length: > 0 } text ? $"Its last words: {text}" : string.Empty;

    private string Text(int maxBytes)
    {
        lock (_gate)
        {
            var length = (int)Math.Min(_written, Math.Min(maxBytes, _ring.Length));
            var start = (int)((_written - length) % _ring.Length);
            var first = Math.Min(length, _ring.Length - start);
            byte[] bytes = [.. _ring.AsSpan(start, first), .. _ring.AsSpan(0, length - first)];
            return Encoding.UTF8.GetString(bytes).Trim();
        }
    }
}
