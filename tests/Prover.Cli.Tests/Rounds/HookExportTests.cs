using System.Text.Json;
using Prover.Cli.Rounds;
using Prover.Core.Lean;
using Prover.Core.Prompts;
using Prover.Core.Verification;
using Prover.Rounds.Hooks;
using Prover.Rounds.Rounds;
using Prover.Rounds.Tests.Dummy;

namespace Prover.Cli.Tests.Rounds;

public sealed class HookExportTests : IDisposable
{
    private static readonly ToolchainIdentity Lean = new("embedded", "4.28.0", "00ff00ff00ff00ff", false);

    private readonly string _folder = Directory.CreateTempSubdirectory("prover-hook-export-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_hook_gets_prompts_and_completions_with_round_prover_and_parent()
    {
        var rows = await WriteAsync("sft", Proof("one", 1), Proof("two", 2) with { Parent = "one" });

        Assert.Equal([("one", 1, "p@0", null), ("two", 2, "p@1", "one")], rows.Select(r => (Text(r, "name"), r.GetProperty("round").GetInt32(), Text(r, "prover"), Text(r, "parent"))));
        Assert.Equal("```lean4\ntheorem two (n : Nat) : n = n := by rfl\n```", rows[1].GetProperty("completion")[0].GetProperty("content").GetString());
        Assert.Contains("theorem two (n : Nat) : n = n", rows[1].GetProperty("prompt").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proofs_are_written_with_all_that_verifying_them_again_needs()
    {
        var row = Assert.Single(await WriteAsync("proofs", Proof("one", 1)));

        Assert.Equal(("open Nat\ntheorem one (n : Nat) : n = n := by rfl\n", "audited", "4.28.0"), (Text(row, "text"), Text(row, "grade"), row.GetProperty("lean").GetProperty("version").GetString()));
    }

    [Fact]
    public async Task The_same_proofs_make_the_same_file_also_after_a_kill_and_without_proofs_it_is_empty()
    {
        var path = Path.Combine(_folder, "train.jsonl");
        await WriteAsync("sft", Proof("one", 1), Proof("two", 2));
        var before = await File.ReadAllBytesAsync(path, Stop);

        // What a kill leaves: a half-made dataset, and an older file.
        Directory.CreateDirectory(path + ".work/.dataset.0.tmp");
        await File.WriteAllTextAsync(path + ".work/.dataset.0.tmp/train.jsonl", "{", Stop);
        await File.WriteAllTextAsync(path, "older\n", Stop);
        await WriteAsync("sft", Proof("one", 1), Proof("two", 2));

        Assert.Equal(before, await File.ReadAllBytesAsync(path, Stop));
        Assert.Equal([path], Directory.EnumerateFileSystemEntries(_folder));
        Assert.Empty(await WriteAsync("sft"));
    }

    [Fact]
    public void A_campaign_without_a_format_is_given_the_plain_one_and_one_with_another_says_what_there_is()
    {
        Assert.IsType<PlainExport>(HookExport.Of(PlayedCampaign.Settings(1), new PromptLibrary(), Lean));
        Assert.IsType<PlainExport>(HookExport.Of(PlayedCampaign.Settings(1) with { HookFormat = "plain" }, new PromptLibrary(), Lean));
        var refused = Assert.Throws<RoundsException>(() => HookExport.Of(PlayedCampaign.Settings(1) with { HookFormat = "grpo" }, new PromptLibrary(), Lean));
        Assert.Contains("'proofs'", refused.Message, StringComparison.Ordinal);
    }

    private async Task<List<JsonElement>> WriteAsync(string format, params PoolProof[] proofs)
    {
        var path = Path.Combine(_folder, "train.jsonl");
        await HookExport.Of(PlayedCampaign.Settings(1) with { HookFormat = format }, new PromptLibrary(), Lean).WriteAsync(proofs, path, Stop);
        return [.. (await File.ReadAllLinesAsync(path, Stop)).Select(l => JsonDocument.Parse(l).RootElement)];
    }

    private static PoolProof Proof(string name, int round)
    {
        var statement = $"open Nat\ntheorem {name} (n : Nat) : n = n := by";
        return new PoolProof($"id of {name}", name, round, $"p@{round - 1}", statement, $"{statement} rfl\n") { Origin = "portfolio/rfl", Grade = Grade.Audited };
    }

    private static string? Text(JsonElement row, string name) => row.GetProperty(name).GetString();
}
