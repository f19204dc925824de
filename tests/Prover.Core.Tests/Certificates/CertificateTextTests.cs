using Prover.Core.Certificates;

namespace Prover.Core.Tests.Certificates;

public class CertificateTextTests
{
    [Fact]
    public void A_certificate_is_written_for_people_too() => Assert.Equal(Sample.Text, CertificateText.Write(Sample.Certificate));

    [Fact]
    public void What_is_written_is_read() => Assert.Equal(Sample.Text, CertificateText.Write(CertificateText.Read(Sample.Text)));

    [Fact]
    public void A_proof_of_what_nobody_asked_has_a_null_in_its_place()
    {
        var read = CertificateText.Read(Sample.Text.Replace("\"theorem t : ∀ n, n ≤ n\"", "null", StringComparison.Ordinal));

        Assert.Null(read.Statement.Asked);
    }

    [Theory]
    [InlineData("not known here", "\"prover-certificate/1\"", "\"prover-certificate/2\"")]
    [InlineData("does not say that its format", "\"prover-certificate/1\"", "1")]
    [InlineData("does not say that its format", "\"format\"", "\"Format\"")]
    [InlineData("it lacks 'grade'", "\"grade\": \"replayed\",", "")]
    [InlineData("'audit' lacks 'imports'", "\"imports\": [\n      \"Init\"\n    ],", "")]
    [InlineData("'statement' lacks 'asked'", "\"asked\": \"theorem t : ∀ n, n ≤ n\",", "")]
    [InlineData("'grade'", "\"replayed\"", "\"perfect\"")]
    [InlineData("'grade'", "\"replayed\"", "\"Replayed\"")]
    [InlineData("'grade'", "\"replayed\"", "3")]
    [InlineData("'theorem'", "\"Set.«∑ₙ ⟨x⟩ is fine»\"", "null")]
    [InlineData("'theorem' is empty", "\"Set.«∑ₙ ⟨x⟩ is fine»\"", "\"\"")]
    [InlineData("'audit.axioms", "\"propext\"", "7")]
    [InlineData("'audit.axioms' holds a null", "\"propext\"", "null")]
    [InlineData("'compiled.bytes'", "1234", "\"1234\"")]
    [InlineData("'compiled.bytes' must be positive", "1234", "0")]
    [InlineData("'compiled.sha256' must be", "\"sha256\": \"aa", "\"sha256\": \"AA")]
    [InlineData("'content_key' must be", "\"content_key\": \"aa", "\"content_key\": \"a")]
    [InlineData("'created_at'", "2026-01-02T", "yesterday")]
    [InlineData("'trust'", "\"grade\"", "\"trust\": true, \"grade\"")]
    [InlineData("'grade'", "\"grade\"", "\"grade\": \"replayed\", \"grade\"")]
    [InlineData("no JSON", "\"grade\": \"replayed\",", "\"grade\": \"replayed\"")]
    [InlineData("no JSON", "{\n  \"format\"", "<certificate>")]
    public void What_is_not_a_certificate_is_told_by_the_place_and_the_way_out(string words, string part, string other)
    {
        Assert.Contains(part, Sample.Text, StringComparison.Ordinal);

        var error = Assert.Throws<InvalidCertificateException>(() => CertificateText.Read(Sample.Text.Replace(part, other, StringComparison.Ordinal)));

        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.Matches("prover certify|version of Prover", error.Message);
    }

    [Theory]
    [InlineData("../t.olean")]
    [InlineData("/etc/passwd")]
    [InlineData("a/t.olean")]
    [InlineData("a\\\\t.olean")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData("t\\u0000.olean")]
    public void A_compiled_file_is_named_without_a_path(string name)
    {
        var error = Assert.Throws<InvalidCertificateException>(
            () => CertificateText.Read(Sample.Text.Replace("\"t.olean\"", $"\"{name}\"", StringComparison.Ordinal)));

        Assert.Contains("'compiled.file'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("t", "t")]
    [InlineData("Nat.add_comm'", "Nat.add_comm_")]
    [InlineData("«../../x»", "_.._.._x_")]
    [InlineData("..", "_.")]
    [InlineData("-rf", "_rf")]
    [InlineData("größer", "größer")]
    public void A_theorem_gives_its_files_a_name_without_surprises(string theorem, string stem) => Assert.Equal(stem, CertificateNames.StemOf(theorem));

    [Fact]
    public void A_long_name_is_cut() => Assert.Equal(64, CertificateNames.StemOf(new string('x', 1000)).Length);
}
