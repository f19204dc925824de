using System.Globalization;
using Prover.Core.Auditing;
using Prover.Core.Lean;
using Prover.Core.Verification;

namespace Prover.Core.Certificates;

/// <summary>Holds what a certificate claims against what was found.</summary>
internal static class CertificateComparison
{
    /// <summary>Whether the file is the certificate's.</summary>
    public static IReadOnlyList<CertificateDifference> OfFile(CertifiedFile claimed, CompiledModule found) =>
    [
        .. Of("compiled.bytes", Number(claimed.Bytes), Number(found.Bytes.Length)),
        .. Of("compiled.sha256", claimed.Sha256, found.Sha256()),
    ];

    /// <summary>Everything that an audit and a replay can tell.</summary>
    public static IReadOnlyList<CertificateDifference> OfReport(ProofCertificate claimed, AuditReport found, ToolchainIdentity toolchain) =>
    [
        .. Of("theorem", claimed.Theorem, found.Theorem),
        .. Of("statement.written", claimed.Statement.Written, found.Statement),
        .. Of("toolchain.lean_version", claimed.Toolchain.LeanVersion, toolchain.LeanVersion),
        .. Of("audit.axioms", claimed.Audit.Axioms, found.Axioms),
        .. Of("audit.imports", claimed.Audit.Imports, found.Imports),
        .. Of("audit.constants", claimed.Audit.Constants, found.Constants),
        .. Of("audit.definitions", claimed.Audit.Definitions, found.Definitions),
        .. Of("grade", GradeWord.Word(claimed.Grade), GradeWord.Word(found.Grade)),
    ];

    /// <summary>What differs and need be no fault of the certificate: another build of the same Lean, another version of Prover.</summary>
    public static IReadOnlyList<string> Notes(ProofCertificate certificate, ToolchainIdentity toolchain)
    {
        var notes = new List<string>();
        if (!IsSame(certificate.Toolchain, toolchain))
        {
            notes.Add($"The certificate was made with another toolchain ({certificate.Toolchain.Kind} Lean {certificate.Toolchain.LeanVersion}, "
                + $"hash {Short(certificate.Toolchain.Hash)}) than this one ({toolchain}, hash {Short(toolchain.Hash)}).");
        }

        if (!HasKey(certificate))
        {
            notes.Add("The content key is not that of this proof text, statement and toolchain: one of them was changed, or another version of Prover made the certificate.");
        }

        return notes;
    }

    /// <summary>Kernels that the certificate names and that did not check it now.</summary>
    public static IEnumerable<string> NotesOnKernels(CertifiedAudit claimed, AuditReport found)
    {
        var other = claimed.Kernels.Except(found.Kernels).ToList();
        return other.Count == 0 ? [] : [$"Not asked again: {string.Join("; ", other)}."];
    }

    /// <summary>Whether a toolchain is the very one that a certificate names.</summary>
    public static bool IsSame(CertifiedToolchain claimed, ToolchainIdentity found) =>
        (claimed.Kind, claimed.LeanVersion, claimed.Hash) == (found.Kind, found.LeanVersion, found.Hash);

    /// <summary>The key covers the theorem's name as it was asked for, which may have been by no name.</summary>
    private static bool HasKey(ProofCertificate certificate)
    {
        var toolchain = new ToolchainIdentity(certificate.Toolchain.Kind, certificate.Toolchain.LeanVersion, certificate.Toolchain.Hash, HasMathlib: false);
        var unnamed = new VerifyRequest { Text = certificate.Proof, Statement = certificate.Statement.Asked, Grade = certificate.Grade };
        return certificate.ContentKey == ContentKey.Of(toolchain, unnamed)
            || certificate.ContentKey == ContentKey.Of(toolchain, unnamed with { TheoremName = certificate.Theorem });
    }

    private static IEnumerable<CertificateDifference> Of(string field, string claimed, string found) =>
        claimed == found ? [] : [new CertificateDifference(field, claimed, found)];

    private static IEnumerable<CertificateDifference> Of(string field, IReadOnlyList<string> claimed, IReadOnlyList<string> found)
    {
        if (claimed.SequenceEqual(found))
        {
            return [];
        }

        var (missing, more) = (claimed.Except(found).ToList(), found.Except(claimed).ToList());
        return missing.Count + more.Count == 0
            ? [new CertificateDifference(field, List(claimed), List(found))]
            : [new CertificateDifference(field, List(missing), List(more))];
    }

    private static string List(IReadOnlyList<string> names) => names.Count == 0 ? "nothing more" : string.Join(", ", names);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Short(string hash) => hash.Length > 12 ? $"{hash[..12]}…" : hash;
}
