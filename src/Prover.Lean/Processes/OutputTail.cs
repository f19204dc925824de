using System.Text;

namespace Prover.Lean.Processes;

/// <summary>Drains a stream and remembers only its end.</summary>
internal sealed class OutputTail
{
    private const int Capacity = 16 << 10;
    private const int Shown = 2_000;

    private readonly Lock _gate = new();
    private readonly byte[] _ring = new byte[Capacity];
    private long _written;

    public async Task ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[8192];
        int count;
        while ((count = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            lock (_gate)
            {
                for (var i = 0; i < count; i++)
                {
                    _ring[_written++ % Capacity] = buffer[i];
                }
            }
        }
    }

    /// <summary>What the process last said, for an error message; empty when it said nothing.</summary>
    public override string ToString()
    {
        lock (_gate)
        {
            var length = (int)Math.Min(_written, Shown);
            var bytes = new byte[length];
            for (var i = 0; i < length; i++)
            {
                bytes[i] = _ring[(_written - length + i) % Capacity];
            }

            var text = Encoding.UTF8.GetString(bytes).Trim();
            return text.Length == 0 ? string.Empty : $"Its last words: {text}";
        }
    }
}
