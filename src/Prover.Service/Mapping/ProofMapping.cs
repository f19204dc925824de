using Google.Protobuf.WellKnownTypes;
using Prover.Core.Storage;
using Prover.Core.Verification;

namespace Prover.Service.Mapping;

/// <summary>Verified proofs, to the wire and back.</summary>
internal static class ProofMapping
{
    public static V1.Proof ToWire(this StoredProof proof)
    {
        var wire = new V1.Proof
        {
            Id = proof.Id,
            Theorem = proof.Theorem,
            Statement = proof.Statement,
            Text = proof.Text,
            Grade = ((Grade?)proof.Grade).ToWire(),
            Toolchain = proof.Toolchain.ToWire(),
            Origin = proof.Origin,
            ProblemId = proof.ProblemId ?? "",
            Elapsed = Duration.FromTimeSpan(TimeSpan.FromMilliseconds(proof.ElapsedMilliseconds)),
            CreatedAt = Timestamp.FromDateTimeOffset(proof.CreatedAt),
            Audit = proof.Audit?.ToWire(),
            AskedStatement = proof.AskedStatement ?? "",
        };
        wire.Axioms.AddRange(proof.Axioms);
        return wire;
    }

    // A grade that is not known counts as the weakest.
    public static StoredProof ToDomain(this V1.Proof wire) => new(
        wire.Id,
        wire.Theorem,
        wire.Statement,
        wire.Text,
        wire.Grade.ToDomain() ?? Grade.Compiled,
        [.. wire.Axioms],
        (wire.Toolchain ?? new()).ToDomain(),
        wire.Origin,
        wire.ProblemId.OrNull(),
        wire.Elapsed?.ToTimeSpan().TotalMilliseconds ?? 0,
        wire.CreatedAt?.ToDateTimeOffset() ?? default)
    {
        Audit = wire.Audit?.ToDomain(),
        AskedStatement = wire.AskedStatement.OrNull(),
    };

    public static V1.ListProofsResponse ToWire(this ProofPage page)
    {
        var wire = new V1.ListProofsResponse { NextPageToken = page.NextPageToken ?? "" };
        wire.Proofs.AddRange(page.Proofs.Select(ToWire));
        return wire;
    }

    public static ProofPage ToDomain(this V1.ListProofsResponse wire) =>
        new([.. wire.Proofs.Select(ToDomain)], wire.NextPageToken.OrNull());
}
