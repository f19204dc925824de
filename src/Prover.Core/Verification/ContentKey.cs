using System.Security.Cryptography;
using System.Text;
using Prover.Core.Lean;

namespace Prover.Core.Verification;

/// <summary>The key under which an answer is kept: it covers everything that can change the answer.</summary>
internal static class ContentKey
{
    // Raise it when the rules of judging change: old answers are then asked anew.
    private const string Rules = "prover-verdict-4";

    /// <summary>Hex SHA-256 over toolchain, text (header, statement and proof in one), theorem's name, trusted statement and grade.</summary>
    /// <param name="toolchain">Which Lean judges.</param>
    /// <param name="request">What is judged.</param>
    /// <param name="refutes">Fingerprint of the negation that a refutation must prove; null for everything else. Such a question
    /// is another than the one whether the text proves what its own head says.</param>
    public static string Of(ToolchainIdentity toolchain, VerifyRequest request, string? refutes = null) => Hash(
        Rules, toolchain.Kind, toolchain.LeanVersion, toolchain.Hash, request.Text, request.TheoremName, request.Statement, request.Grade.ToString(), refutes);

    /// <summary>Hex SHA-256 over parts; null and empty differ, and no two lists of parts run together.</summary>
    public static string Hash(params ReadOnlySpan<string?> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part ?? string.Empty);
            hash.AppendData(BitConverter.GetBytes(part is null ? -1 : bytes.Length));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
