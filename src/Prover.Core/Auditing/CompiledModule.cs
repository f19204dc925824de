using System.Security.Cryptography;

namespace Prover.Core.Auditing;

/// <summary>What Lean compiled a text to: the bytes of one <c>.olean</c> file. Hostile until audited.</summary>
/// <param name="Bytes">The whole file.</param>
public sealed record CompiledModule(ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Hex SHA-256 of the bytes.</summary>
    public string Sha256() => Convert.ToHexStringLower(SHA256.HashData(Bytes.Span));
}
