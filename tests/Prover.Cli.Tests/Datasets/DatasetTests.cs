using System.Diagnostics;
using System.Text.Json;

namespace Prover.Cli.Tests.Datasets;

/// <summary>From a search to a dataset that holds by itself, with real Lean.</summary>
public sealed class DatasetTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("prover-dataset-cli-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_proof_found_by_search_is_proved_again_from_the_dataset_alone_in_a_fresh_process()
    {
        var store = Path.Combine(_folder, "proofs.db");
        foreach (var statement in new[] { "theorem lemma_one (a b : Nat) (h : a ≤ b) : a ≤ b + 1", "theorem lemma_two (p q : Prop) (hp : p) (hq : q) : p ∧ q" })
        {
            var (code, _, error) = await Cli.RunAsync("prove", "--statement", statement, "--store", store, "--toolchain", "embedded", "--workers", "1");
            Assert.True(code == 0, error);
        }

        var data = Path.Combine(_folder, "data");
        var (exported, output, problem) = await Cli.RunAsync("dataset", "export", "--format", "proofs", "--out", data, "--store", store, "--valid-share", "0.5", "--note", "two lemmas");
        Assert.True(exported == 0, problem);
        Assert.Contains("train:    1 rows", output, StringComparison.Ordinal);

        // Nothing but the dataset: the store is gone.
        File.Delete(store);
        var (verified, report) = await VerifyInFreshProcessAsync(data);
        Assert.Equal(0, verified);
        Assert.Equal(2, report.GetProperty("proofs").GetProperty("verified").GetInt32());

        // A statement that was changed, with sums that were made to fit: the proof does not prove it.
        foreach (var name in new[] { "train.jsonl", "valid.jsonl" })
        {
            var path = Path.Combine(data, name);
            var text = await File.ReadAllTextAsync(path, Stop);
            await File.WriteAllTextAsync(path, text.Replace("\"statement\":\"theorem lemma_one (a b : Nat) (h : a ≤ b) : a ≤ b + 1\"", "\"statement\":\"theorem lemma_one (a b : Nat) (h : a ≤ b) : a < b + 2\"", StringComparison.Ordinal), Stop);
        }

        var (changed, faults, _) = await Cli.RunAsync("dataset", "verify", data, "--workers", "1");
        Assert.Equal(1, changed);
        Assert.Contains("is not as it was written", faults, StringComparison.Ordinal);
        var (broken, found) = await VerifyInFreshProcessAsync(data, "--ignore-checksums");
        Assert.Equal(1, broken);
        Assert.Equal((1, 1), (found.GetProperty("proofs").GetProperty("verified").GetInt32(), found.GetProperty("proofs").GetProperty("failed").GetInt32()));
        Assert.Equal("lemma_one", Assert.Single(found.GetProperty("notVerified").EnumerateArray()).GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("--rounds 3-1", "--rounds takes a round or a range")]
    [InlineData("--reward nonsense:1", "There is no reward 'nonsense'")]
    [InlineData("--valid-share 1", "must lie between 0 and below 1")]
    [InlineData("--prompt nothing", "There is no prompt 'nothing'")]
    public async Task What_makes_no_sense_is_refused_with_the_remedy(string given, string remedy)
    {
        using var cli = new Cli();
        await using (var store = new Core.Storage.LiteDb.LiteDbProofStore(cli.Store))
        {
            await store.SaveProblemAsync(new Core.Storage.StoredProblem("id", "t", "theorem t : 1 = 1", DateTimeOffset.UnixEpoch), Stop);
            await store.SaveAttemptsAsync([], Stop);
        }

        // Only with a row is there a prompt to look for.
        var format = given.StartsWith("--prompt", StringComparison.Ordinal) ? "sft" : "grpo";
        var (code, _, error) = await Cli.RunAsync(["dataset", "export", "--format", format, "--store", cli.Store, "--out", Path.Combine(_folder, "x"), .. given.Split(' ')]);

        Assert.Equal(2, code);
        Assert.Contains(remedy, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_no_dataset_is_named_with_the_remedy()
    {
        var (code, _, error) = await Cli.RunAsync("dataset", "verify", _folder);
        Assert.Equal(2, code);
        Assert.Contains("prover dataset export", error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, JsonElement Report)> VerifyInFreshProcessAsync(string data, params string[] more)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])["exec", typeof(CommandLine).Assembly.Location, "dataset", "verify", data, "--toolchain", "embedded", "--workers", "1", "--json", .. more])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(Stop);
        var output = await process.StandardOutput.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        Assert.True(output.Length > 0, await error);
        return (process.ExitCode, JsonDocument.Parse(output).RootElement);
    }
}
