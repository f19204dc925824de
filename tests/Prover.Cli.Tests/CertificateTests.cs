using System.Text.Json;
using System.Text.Json.Nodes;
using Prover.Cli.Backends;
using Prover.Cli.Certificates;
using Prover.Core.Auditing;
using Prover.Core.Certificates;
using Prover.Core.Verification;
using Prover.Lean.Pool;
using Prover.Lean.Selection;
using Prover.Service.Composition;

namespace Prover.Cli.Tests;

/// <summary>Certificates with real Lean: made and rechecked by the command, and many that were tampered with by one process that they share.</summary>
[Collection("real Lean")]
public sealed class CertificateTests(CertificateTests.Made made) : IClassFixture<CertificateTests.Made>, IDisposable
{
    private const string Statement = "theorem t (a b : Nat) (h : a ≤ b) : a + 2 ≤ b + 3";

    private readonly Cli _cli = new();

    /// <summary>A certificate as the command writes it, and a Lean that rechecks what tests make of it.</summary>
    public sealed class Made : IAsyncLifetime
    {
        private readonly Cli _cli = new();

        private readonly LocalBackend _backend = new(new ProverOptions
        {
            Toolchain = ToolchainChoice.Embedded,
            Pool = new LeanPoolOptions { Workers = 1, Spares = 0 },
            StorePath = Path.Combine(Path.GetTempPath(), "prover-certificates-unused.db"),
        });

        internal int Code { get; private set; }

        internal JsonElement Json { get; private set; }

        internal string Text { get; } = $"-- a proof\n{Statement} := by omega\n";

        internal string Proof { get; private set; } = null!;

        internal ICertifier Certifier => _backend.Certifier;

        internal string Location => Json.GetProperty("certificate").GetString()!;

        internal JsonObject Certificate => JsonNode.Parse(File.ReadAllText(Location))!.AsObject();

        internal byte[] Compiled => File.ReadAllBytes(Json.GetProperty("compiled").GetString()!);

        public async ValueTask InitializeAsync()
        {
            Proof = _cli.File("proof.lean", Text);
            (Code, Json) = await Cli.RunJsonAsync(
                "certify", Proof, "--statement", Statement, "--out", Path.Combine(Path.GetDirectoryName(Proof)!, "made"), "--store", _cli.Store, "--toolchain", "embedded");
        }

        public async ValueTask DisposeAsync()
        {
            await _backend.DisposeAsync();
            _cli.Dispose();
        }
    }

    [Fact]
    public void A_certificate_is_written_with_its_file_beside_it()
    {
        var certificate = CertificateText.Read(File.ReadAllText(made.Location));

        Assert.Equal(0, made.Code);
        Assert.Equal(["t.certificate.json", "t.olean"], Directory.GetFiles(Path.GetDirectoryName(made.Location)!).Select(Path.GetFileName).Order());
        Assert.Equal(new CompiledModule(made.Compiled).Sha256(), certificate.Compiled.Sha256);
        Assert.Equal(("t", Statement, made.Text), (certificate.Theorem, certificate.Statement.Asked, certificate.Proof));
        Assert.Contains("t", certificate.Audit.Constants);
        Assert.Equal((Grade.Replayed, made.Json.GetProperty("key").GetString()), (certificate.Grade, certificate.ContentKey));
        Assert.True(certificate.Timings.ReplayMs > 0);
    }

    [Fact]
    public async Task The_command_rechecks_from_the_files_alone()
    {
        var (code, output, error) = await Cli.RunAsync("recheck", made.Location, "--toolchain", "embedded");
        var (other, json) = await Cli.RunJsonAsync("recheck", made.Location, "--statement", Statement.Replace("+ 3", "+ 4", StringComparison.Ordinal), "--toolchain", "embedded");

        Assert.True(code == 0, output + error);
        Assert.StartsWith("rechecked: t\n", output, StringComparison.Ordinal);
        Assert.Contains("not checked: that the proof text", output, StringComparison.Ordinal);
        Assert.Contains("printed one", output, StringComparison.Ordinal);
        Assert.DoesNotContain("note:", output, StringComparison.Ordinal);
        Assert.Equal(1, other);
        Assert.Equal("does_not_hold", json.GetProperty("result").GetString());
        Assert.Equal("statement", json.GetProperty("refusal").GetProperty("rule").GetString());
    }

    [Fact]
    public async Task What_was_tampered_with_is_told_by_its_place()
    {
        var (_, swapped, compiled) = await made.Certifier.CertifyAsync(new VerifyRequest { Text = "theorem t : 1 + 1 = 2 := rfl\n" }, Cli.Token);

        var own = await RecheckAsync(made.Certificate, made.Compiled, Statement);
        var texts = await made.Certifier.RecheckAsync(new RecheckRequest { Certificate = swapped!, Compiled = compiled! }, Cli.Token);
        var statement = await RecheckAsync(With(c => c["statement"]!["asked"] = Statement.Replace("≤ b + 3", "< b + 3", StringComparison.Ordinal)), made.Compiled);
        var nonsense = await RecheckAsync(With(c => c["statement"]!["asked"] = "theorem t : Nowhere"), made.Compiled);
        var axioms = await RecheckAsync(With(c => c["audit"]!["axioms"] = new JsonArray("propext", "Quot.sound", "Classical.choice", "sorryAx")), made.Compiled);
        var printed = await RecheckAsync(With(c => c["statement"]!["written"] = "False"), made.Compiled);
        var another = await RecheckAsync(WithFile(compiled!.Bytes.ToArray()), compiled.Bytes.ToArray());
        var unasked = await RecheckAsync(With(WithFile(compiled.Bytes.ToArray()), c => c["statement"]!["asked"] = null), compiled.Bytes.ToArray());
        byte[] bent = [.. made.Compiled];
        bent[0] ^= 1;
        var rehashed = await RecheckAsync(WithFile(bent), bent);

        Assert.Equal(["rechecked", "rechecked"], new[] { own, texts }.Select(RecheckReport.Word));
        Assert.Equal(RefusalRule.Statement, Broken(statement).Refusal!.Rule);
        Assert.Contains("does not elaborate", Broken(nonsense).Refusal!.Message, StringComparison.Ordinal);
        Assert.Equal(["audit.axioms"], Broken(axioms).Differences.Select(d => d.Field));
        Assert.Equal(["statement.written"], Broken(printed).Differences.Select(d => d.Field));
        Assert.Equal(RefusalRule.Statement, Broken(another).Refusal!.Rule);
        Assert.Contains("statement.written", Broken(unasked).Differences.Select(d => d.Field));
        Assert.Equal(RefusalRule.File, Broken(rehashed).Refusal!.Rule);
    }

    [Fact]
    public async Task A_file_that_is_not_the_certificates_is_told_without_Lean()
    {
        byte[] bent = [.. made.Compiled];
        bent[^1] ^= 1;

        var (changed, output, _) = await RunAsync(made.Certificate, bent);
        var (cut, _, _) = await RunAsync(made.Certificate, made.Compiled[..^8]);
        var (empty, _, _) = await RunAsync(made.Certificate, []);
        var (missing, _, error) = await RunAsync(made.Certificate, null);

        Assert.Equal((1, 1, 1, 2), (changed, cut, empty, missing));
        Assert.Contains("compiled.sha256", output, StringComparison.Ordinal);
        Assert.Contains("with:    no Lean", output, StringComparison.Ordinal);
        Assert.Contains("beside its certificate", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_can_not_point_outside_of_its_folder()
    {
        var (code, _, error) = await RunAsync(With(c => c["compiled"]!["file"] = "../t.olean"), made.Compiled);

        Assert.Equal(2, code);
        Assert.Contains("without a path", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_are_there_are_replaced_only_by_force()
    {
        var (code, _, error) = await Cli.RunAsync("certify", made.Proof, "--out", made.Location);

        Assert.Equal(2, code);
        Assert.Contains("--force", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("as FILE, or as a kept one", "certify")]
    [InlineData("as FILE, or as a kept one", "certify", "x.lean", "--proof", "00")]
    [InlineData("can't be read", "certify", "no-such-file.lean")]
    [InlineData("can't be read", "recheck", "no-such-file.json")]
    [InlineData("read from a file", "recheck", "-")]
    public async Task A_call_that_can_not_be_served_says_what_to_change(string words, params string[] arguments)
    {
        var (code, _, error) = await Cli.RunAsync(arguments);

        Assert.Equal(2, code);
        Assert.Contains(words, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proof_that_is_not_kept_can_not_be_certified()
    {
        var (code, _, error) = await Cli.RunAsync("certify", "--proof", "00", "--store", _cli.Store);

        Assert.Equal(2, code);
        Assert.Contains("prover proofs", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_certificate_is_refused_with_the_way_out()
    {
        var (code, _, error) = await Cli.RunAsync("recheck", _cli.File("t.certificate.json", "{}"));

        Assert.Equal(2, code);
        Assert.Contains("prover-certificate/1", error, StringComparison.Ordinal);
    }

    public void Dispose() => _cli.Dispose();

    private static RecheckOutcome.Broken Broken(RecheckOutcome outcome) => Assert.IsType<RecheckOutcome.Broken>(outcome);

    private static JsonObject With(JsonObject certificate, Action<JsonObject> change)
    {
        change(certificate);
        return certificate;
    }

    private JsonObject With(Action<JsonObject> change) => With(made.Certificate, change);

    /// <summary>A certificate whose maker has adapted the file's hash too.</summary>
    private JsonObject WithFile(byte[] compiled) => With(c =>
    {
        c["compiled"]!["bytes"] = compiled.Length;
        c["compiled"]!["sha256"] = new CompiledModule(compiled).Sha256();
    });

    private async Task<RecheckOutcome> RecheckAsync(JsonObject certificate, byte[] compiled, string? statement = null) => await made.Certifier.RecheckAsync(
        new RecheckRequest { Certificate = CertificateText.Read(certificate.ToJsonString()), Compiled = new CompiledModule(compiled), Statement = statement }, Cli.Token);

    private async Task<(int Code, string Output, string Error)> RunAsync(JsonObject certificate, byte[]? compiled)
    {
        if (compiled is not null)
        {
            _cli.File("t.olean", compiled);
        }
        else
        {
            File.Delete(Path.Combine(Path.GetDirectoryName(_cli.Store)!, "t.olean"));
        }

        return await Cli.RunAsync("recheck", _cli.File("t.certificate.json", certificate.ToJsonString()));
    }
}
