namespace Prover.Core.Certificates;

/// <summary>Names of the files that a certificate is made of.</summary>
public static class CertificateNames
{
    /// <summary>What the name of a certificate ends in.</summary>
    public const string CertificateSuffix = ".certificate.json";

    /// <summary>What the name of a compiled file ends in.</summary>
    public const string CompiledSuffix = ".olean";

    // With the suffix and three bytes a letter it stays below the 255 bytes that file systems allow.
    private const int MaxStem = 64;

    /// <summary>A theorem's name as the beginning of a file's name: letters, digits, <c>.</c>, <c>_</c> and <c>-</c>.</summary>
    public static string StemOf(string theorem)
    {
        ArgumentException.ThrowIfNullOrEmpty(theorem);
        var safe = string.Concat(theorem.Take(MaxStem).Select(c => char.IsLetterOrDigit(c) || c is '.' or '_' or '-' ? c : '_'));
        return safe.StartsWith('.') || safe.StartsWith('-') ? $"_{safe[1..]}" : safe;
    }

    /// <summary>Whether this names a file in a given folder and nothing else.</summary>
    public static bool IsPlain(string file) =>
        file.Length is > 0 and <= 255 && file is not ("." or "..") && !file.Any(c => c is '/' or '\\' || char.IsControl(c));
}
