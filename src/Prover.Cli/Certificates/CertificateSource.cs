using Prover.Cli.Input;
using Prover.Core.Auditing;
using Prover.Core.Certificates;

namespace Prover.Cli.Certificates;

/// <summary>Reads a certificate and the compiled file beside it.</summary>
internal static class CertificateSource
{
    // Thousands of times what a proof compiles to.
    private const long MaxBytes = 1L << 30;

    /// <exception cref="UsageException">One of both is not there, or the certificate is none.</exception>
    public static async Task<(ProofCertificate Certificate, CompiledModule Compiled)> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (path == "-")
        {
            throw new UsageException("A certificate is read from a file, since its compiled file must lie beside it.");
        }

        var text = await TextInput.ReadAsync(path, cancellationToken).ConfigureAwait(false);
        ProofCertificate certificate;
        try
        {
            certificate = CertificateText.Read(text);
        }
        catch (InvalidCertificateException e)
        {
            throw new UsageException($"'{path}': {e.Message}");
        }

        var file = new FileInfo(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, certificate.Compiled.File));
        if (!file.Exists)
        {
            throw new UsageException($"The compiled file '{file.FullName}' is not there. It belongs beside its certificate: put it there again.");
        }

        if (file.Length > MaxBytes)
        {
            throw new UsageException($"The compiled file '{file.FullName}' is larger than {MaxBytes:N0} bytes; no proof's is.");
        }

        try
        {
            // What has no length is empty, or a pipe that would be waited for.
            var bytes = file.Length == 0 ? [] : await File.ReadAllBytesAsync(file.FullName, cancellationToken).ConfigureAwait(false);
            return (certificate, new CompiledModule(bytes));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The compiled file '{file.FullName}' can't be read: {e.Message}");
        }
    }
}
