namespace Prover.Core.Memory.Files;

/// <summary>Reads lines of bytes; what stands behind the last line's end is no line.</summary>
internal sealed class LineReader(Stream stream)
{
    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _filled;

    /// <summary>How many lines were read.</summary>
    public int Number { get; private set; }

    /// <summary>Where the last line that was read ends.</summary>
    public long End { get; private set; }

    /// <summary>What stands behind the last line's end, when all lines are read.</summary>
    public byte[] Rest => _buffer[_start.._filled];

    /// <summary>The next line without its end; null when there are no more.</summary>
    public async ValueTask<byte[]?> NextAsync(CancellationToken cancellationToken)
    {
        var searched = _start;
        while (true)
        {
            var found = _buffer.AsSpan(searched, _filled - searched).IndexOf((byte)'\n');
            if (found >= 0)
            {
                var line = _buffer[_start..(searched + found)];
                _start = searched + found + 1;
                Number++;
                End += line.Length + 1;
                return line;
            }

            searched = _filled;
            if (_filled == _buffer.Length)
            {
                searched -= _start;
                MakeRoom();
            }

            var read = await stream.ReadAsync(_buffer.AsMemory(_filled), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return null;
            }

            _filled += read;
        }
    }

    private void MakeRoom()
    {
        var next = _start > _buffer.Length / 2 ? _buffer : new byte[_buffer.Length * 2];
        _buffer.AsSpan(_start, _filled - _start).CopyTo(next);
        (_buffer, _start, _filled) = (next, 0, _filled - _start);
    }
}
