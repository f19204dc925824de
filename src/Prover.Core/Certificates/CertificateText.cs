using System.Buffers;
using System.Text.Json;

namespace Prover.Core.Certificates;

/// <summary>Certificates as JSON.</summary>
public static class CertificateText
{
    private const string Remedy = "Get the file again from whom you have it, or make the certificate anew with 'prover certify'.";

    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    /// <summary>Writes a certificate.</summary>
    public static string Write(ProofCertificate certificate) =>
        JsonSerializer.Serialize(certificate, CertificateJson.Strict.ProofCertificate) + "\n";

    /// <summary>Reads a certificate, strictly: every field must be there, once, of its type, and no other.</summary>
    /// <exception cref="InvalidCertificateException">It is none; the message says what is wrong with it and what to do.</exception>
    public static ProofCertificate Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        DemandFormat(text);
        try
        {
            var certificate = JsonSerializer.Deserialize(text, CertificateJson.Strict.ProofCertificate)!;
            Demand(certificate);
            return certificate;
        }
        catch (JsonException e)
        {
            throw Invalid(InWords(e));
        }
    }

    /// <summary>Asked first: of another version nothing else can be said.</summary>
    private static void DemandFormat(string text)
    {
        string? format;
        try
        {
            using var document = JsonDocument.Parse(text);
            format = document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("format", out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (JsonException e)
        {
            throw Invalid($"it is no JSON (line {e.LineNumber + 1})");
        }

        switch (format)
        {
            case null:
                throw Invalid($"it does not say that its format is '{ProofCertificate.CurrentFormat}'");
            case not ProofCertificate.CurrentFormat:
                throw new InvalidCertificateException(
                    $"The format '{format}' is not known here, only '{ProofCertificate.CurrentFormat}'. Use the version of Prover that wrote it.");
        }
    }

    private static void Demand(ProofCertificate certificate)
    {
        var file = certificate.Compiled;
        if (!CertificateNames.IsPlain(file.File))
        {
            throw Invalid($"'compiled.file' must be the name of a file in the certificate's own folder, without a path, and is '{file.File}'");
        }

        if (file.Bytes < 1)
        {
            throw Invalid("'compiled.bytes' must be positive");
        }

        DemandHash("compiled.sha256", file.Sha256);
        DemandHash("content_key", certificate.ContentKey);
        if (certificate.Theorem.Length == 0)
        {
            throw Invalid("'theorem' is empty");
        }

        var audit = certificate.Audit;
        foreach (var (field, names) in new[]
        {
            ("axioms", audit.Axioms), ("imports", audit.Imports), ("constants", audit.Constants), ("definitions", audit.Definitions), ("kernels", audit.Kernels),
        })
        {
            if (names.Any(name => name is null))
            {
                throw Invalid($"'audit.{field}' holds a null");
            }
        }
    }

    private static void DemandHash(string field, string hash)
    {
        if (hash.Length != 64 || hash.AsSpan().ContainsAnyExcept(Hex))
        {
            throw Invalid($"'{field}' must be a SHA-256 in 64 lower-case hex digits");
        }
    }

    private static string InWords(JsonException e)
    {
        const string names = "including: ";
        var at = e.Path is { Length: > 2 } path ? path[2..] : null;
        var missing = e.Message.IndexOf(names, StringComparison.Ordinal);
        return missing >= 0
            ? $"{(at is null ? "it" : $"'{at}'")} lacks {e.Message[(missing + names.Length)..].Split('.')[0]}"
            : $"what stands at '{at}' (line {e.LineNumber + 1}) does not belong there";
    }

    private static InvalidCertificateException Invalid(string what) => new($"This is no certificate: {what}. {Remedy}");
}

/// <summary>A text is no certificate; the message says why and what to do.</summary>
public sealed class InvalidCertificateException(string message) : Exception(message);
