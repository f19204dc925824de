using System.Text;

namespace Prover.Cli.Input;

/// <summary>Reads Lean texts from files and standard input.</summary>
internal static class TextInput
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of a file; <c>-</c> is standard input.</summary>
    /// <exception cref="UsageException">It can't be read, or is no UTF-8.</exception>
    public static async Task<string> ReadAsync(string path, CancellationToken cancellationToken)
    {
        byte[] bytes;
        try
        {
            bytes = path == "-" ? await ReadAllAsync(cancellationToken).ConfigureAwait(false)
                : await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{path}' can't be read: {e.Message}");
        }

        try
        {
            var text = Strict.GetString(bytes);
            return text.StartsWith('\uFEFF') ? text[1..] : text;
        }
        catch (DecoderFallbackException e)
        {
            throw new UsageException($"'{path}' is not UTF-8 (byte {e.Index}). Lean texts are; convert it first.");
        }
    }

    private static async Task<byte[]> ReadAllAsync(CancellationToken cancellationToken)
    {
        await using var input = Console.OpenStandardInput();
        using var buffer = new MemoryStream();
        await input.CopyToAsync(buffer, cancellationToken).ConfigureAwait(false);
        return buffer.ToArray();
    }
}

/// <summary>The command was called in a way that can't be served; the message says what to change.</summary>
internal sealed class UsageException(string message) : Exception(message);
