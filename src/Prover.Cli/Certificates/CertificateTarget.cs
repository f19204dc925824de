using Prover.Cli.Input;
using Prover.Core.Auditing;
using Prover.Core.Certificates;

namespace Prover.Cli.Certificates;

/// <summary>Where a certificate and its compiled file are written.</summary>
internal sealed class CertificateTarget
{
    private readonly string _folder;
    private readonly string? _name;
    private readonly bool _force;

    /// <param name="place">A folder, or a file whose name ends in <c>.json</c>; null is the current folder.</param>
    /// <param name="force">Whether what is there may be replaced.</param>
    /// <exception cref="UsageException">There is something already.</exception>
    public CertificateTarget(string? place, bool force)
    {
        _force = force;
        var isFile = place is not null && place.EndsWith(".json", StringComparison.Ordinal) && !Directory.Exists(place);
        var path = Path.GetFullPath(place ?? ".");
        (_folder, _name) = isFile ? (Path.GetDirectoryName(path)!, Path.GetFileName(path)) : (path, null);

        // Said before Lean has worked for nothing, where the name is known by then.
        if (_name is not null)
        {
            Demand(Names(string.Empty));
        }
    }

    /// <summary>Writes both files; the certificate last, so that wherever there is one its file is there.</summary>
    /// <returns>Their paths.</returns>
    /// <exception cref="UsageException">They can't be written there.</exception>
    public async Task<(string Certificate, string Compiled)> WriteAsync(ProofCertificate certificate, CompiledModule compiled, CancellationToken cancellationToken)
    {
        var (certificatePath, compiledPath) = Names(certificate.Theorem);
        Demand((certificatePath, compiledPath));
        var text = CertificateText.Write(certificate with { Compiled = certificate.Compiled with { File = Path.GetFileName(compiledPath) } });
        try
        {
            Directory.CreateDirectory(_folder);
            await ReplaceAsync(compiledPath, compiled.Bytes, cancellationToken).ConfigureAwait(false);
            await ReplaceAsync(certificatePath, System.Text.Encoding.UTF8.GetBytes(text), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The certificate can't be written to '{_folder}': {e.Message} Name another place with --out.");
        }

        return (certificatePath, compiledPath);
    }

    private (string Certificate, string Compiled) Names(string theorem)
    {
        var name = _name ?? CertificateNames.StemOf(theorem) + CertificateNames.CertificateSuffix;
        var suffix = name.EndsWith(CertificateNames.CertificateSuffix, StringComparison.Ordinal) ? CertificateNames.CertificateSuffix : ".json";
        var compiled = name[..^suffix.Length] + CertificateNames.CompiledSuffix;
        return CertificateNames.IsPlain(compiled)
            ? (Path.Combine(_folder, name), Path.Combine(_folder, compiled))
            : throw new UsageException($"'{compiled}' is no name for the compiled file; name another with --out.");
    }

    private void Demand((string Certificate, string Compiled) paths)
    {
        foreach (var path in new[] { paths.Certificate, paths.Compiled }.Where(path => !_force && File.Exists(path)))
        {
            throw new UsageException($"'{path}' is there already. Name another place with --out, or replace it with --force.");
        }
    }

    private async Task ReplaceAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var temporary = Path.Combine(_folder, $".{Guid.NewGuid():N}.tmp");
        try
        {
            var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            await using (file.ConfigureAwait(false))
            {
                await file.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: _force);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
