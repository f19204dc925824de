using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Prover.Core.Storage.LiteDb;

/// <summary>Where a listing goes on: the order key of the last proof seen, bound to the filter it was seen under.</summary>
/// <remarks>Naming a place and not a number of proofs keeps it valid whatever is inserted between two pages.</remarks>
internal static class PageToken
{
    private const int DigestSize = 6;

    public static string Write(string order, ProofQuery query) =>
        Base64Url.EncodeToString([.. Digest(order, query), .. Encoding.UTF8.GetBytes(order)]);

    /// <exception cref="ArgumentException">The token is not one, or belongs to another query.</exception>
    public static string Read(string token, ProofQuery query)
    {
        if (Base64Url.IsValid(token))
        {
            var bytes = Base64Url.DecodeFromChars(token);
            if (bytes.Length > DigestSize)
            {
                var order = Encoding.UTF8.GetString(bytes.AsSpan(DigestSize));
                if (bytes.AsSpan(0, DigestSize).SequenceEqual(Digest(order, query)))
                {
                    return order;
                }
            }
        }

        throw new ArgumentException(
            "The page token is not valid for this query. Pass the NextPageToken of the page before together with the same filter, "
            + "or leave it out to begin with the first page.",
            nameof(token));
    }

    private static byte[] Digest(string order, ProofQuery query) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{(int)query.MinimumGrade}\n{query.NameContains?.ToUpperInvariant()}\n{query.ProblemId}\n{order}"))[..DigestSize];
}
