using System.Text.Json;
using Prover.Models.StandIn;

namespace Prover.Cli.Tests.Models;

/// <summary>Models over real HTTP propose, real Lean decides.</summary>
[Collection("real Lean")]
public sealed class ModelProofTests(ModelService service) : IClassFixture<ModelService>
{
    private const string Statement = "theorem t (a b : Nat) (h : a ≤ b) : a * 3 ≤ b * 3 + 1 ∧ b + a = a + b";

    [Fact]
    public async Task A_model_that_heeds_what_Lean_says_proves_by_repair()
    {
        string? repair = null;
        service.Script = request =>
        {
            if (!request.LastUser.Contains("latest attempt", StringComparison.Ordinal))
            {
                return Answer.Text($"By monotony:\n```lean4\n{Statement} := by\n  constructor\n  · exact Nat.no_such_lemma h\n  · exact Nat.add_comm b a\n```");
            }

            repair = request.LastUser;
            return Answer.Text($"That lemma does not exist.\n```lean4\n{Statement} := by\n  constructor\n  · omega\n  · exact Nat.add_comm b a\n```").WithReasoning("Let me think: omega.");
        };

        var before = service.Ledger.TotalTokens;
        var (code, json) = await ProveAsync("--repair-policy", "repair-first");

        Assert.Equal((0, "proved"), (code, json.GetProperty("verdict").GetString()));
        Assert.StartsWith("chat/fake/", json.GetProperty("origin").GetString(), StringComparison.Ordinal);
        Assert.Contains("omega", json.GetProperty("proof").GetString(), StringComparison.Ordinal);
        if (json.GetProperty("origin").GetString()!.Contains("repair", StringComparison.Ordinal))
        {
            Assert.Contains("<error 1>", repair, StringComparison.Ordinal);
            Assert.Contains("no_such_lemma", repair, StringComparison.Ordinal);
        }

        var usage = json.GetProperty("usage");
        Assert.True(usage.GetProperty("input_tokens").GetInt64() + usage.GetProperty("output_tokens").GetInt64() >= service.Ledger.TotalTokens - before);
    }

    [Fact]
    public async Task What_a_partial_proof_lacks_is_filled_without_asking_again()
    {
        service.Script = request => request.LastUser.Contains("latest attempt", StringComparison.Ordinal)
            ? Answer.Text("I give up.")
            : Answer.Text($"```lean4\n{Statement} := by\n  constructor\n  · nlinarith [h]\n  · ring\n```");

        var (_, json) = await ProveAsync();

        Assert.Equal("proved", json.GetProperty("verdict").GetString());
        Assert.EndsWith("/filled", json.GetProperty("origin").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_thinks_longer_too()
    {
        string[] common = ["--no-models", "--no-store", "--server", service.Address];

        var (code, json) = await Cli.RunJsonAsync(["deepthink", "--statement", "theorem t (a b : Nat) (h : a ≤ b) : a + 2 ≤ b + 3", "--budget", "2m", .. common]);
        var (escalated, refuted) = await Cli.RunJsonAsync(["prove", "--statement", "theorem u (a b : Nat) : a + 2 ≤ b + 3", "--samples", "1", "--escalate", "1m", .. common]);

        Assert.Equal((0, "proved"), (code, json.GetProperty("result").GetProperty("verdict").GetString()));
        Assert.Equal("replayed", json.GetProperty("result").GetProperty("grade").GetString());
        Assert.Equal("refutation", json.GetProperty("branches")[0].GetProperty("id").GetString());
        Assert.Equal((1, "refuted"), (escalated, refuted.GetProperty("result").GetProperty("verdict").GetString()));
    }

    [Fact]
    public async Task Without_a_model_a_search_goes_on_where_the_portfolio_ends()
    {
        string[] arguments = ["prove", "--statement", "theorem t (x y : Int) : x ^ 2 - 4 * y ≠ 2", "--no-models", "--no-store", "--time-limit", "120", "--server", service.Address];

        var (_, without) = await Cli.RunJsonAsync(arguments);
        var (code, with) = await Cli.RunJsonAsync([.. arguments, "--search"]);

        Assert.Equal("not_proved", without.GetProperty("verdict").GetString());
        Assert.Equal((0, "proved"), (code, with.GetProperty("verdict").GetString()));
        Assert.Matches("^(search|engine)/", with.GetProperty("origin").GetString());
    }

    [Fact]
    public async Task A_model_that_cheats_proves_nothing()
    {
        const string hard = "theorem fermat (n : Nat) (h : 2 < n) : ∀ a b c : Nat, 0 < a → 0 < b → 0 < c → a ^ n + b ^ n ≠ c ^ n";
        string[] cheats =
        [
            "```lean4\ntheorem fermat (n : Nat) : 1 = 1 := rfl\n```",
            $"```lean4\n{hard} := by sorry\n```",
            $"```lean4\naxiom wiles (p : Prop) : p\n{hard} := wiles _\n```",
            $"```lean4\n{hard} := by\n  intro a b c\n  native_decide\n```",
            "```lean4\ntheorem fermat (n : Nat) (h : n < 2 ∧ 2 < n) : ∀ a b c : Nat, 0 < a → 0 < b → 0 < c → a ^ n + b ^ n ≠ c ^ n := by omega\n```",
            $"```lean4\nlocal notation a \" ≠ \" b => True\n{hard} := by\n  intros\n  trivial\n```",
            "It is well known.",
            "```lean4\nset_option debug.skipKernelTC true\ntheorem fermat : False := by sorry\n```",
            $"```lean4\nelab \"magic\" : tactic => do Lean.Elab.Tactic.closeMainGoal `magic (← Lean.Meta.mkSorry (← Lean.Elab.Tactic.getMainTarget) true)\n{hard} := by magic\n```",
        ];
        service.Script = request => Answer.Text(cheats[request.Number % cheats.Length]);

        var (code, output, error) = await Cli.RunAsync(
            "prove", "--statement", hard, "--no-portfolio", "--no-store", "--samples", "24", "--time-limit", "120", "--server", service.Address, "--json");

        using var json = JsonDocument.Parse(output);
        Assert.True(code == 1 && json.RootElement.GetProperty("verdict").GetString() == "not_proved", output + error);
    }

    [Fact]
    public async Task A_server_in_trouble_loses_nothing()
    {
        var asked = 0;
        service.Script = _ => Interlocked.Increment(ref asked) switch
        {
            <= 3 => Answer.TooManyRequests(),
            4 => Answer.Html(),
            5 => Answer.Empty(),
            6 => Answer.Text($"```lean4\n{Statement} := by\n  constr").CutAfterBytes(400),
            7 => Answer.Text("No idea."),
            _ => Answer.Text($"```lean4\n{Statement} := by omega\n```"),
        };

        var (code, json) = await ProveAsync();

        Assert.Equal((0, "proved"), (code, json.GetProperty("verdict").GetString()));
    }

    [Fact]
    public async Task The_budget_of_tokens_is_kept_to_the_token()
    {
        service.Script = request => Answer.Text($"```lean4\ntheorem t (a b : Nat) : a * b + 1 ≠ 17 := by\n  exact wrong_{request.Number}\n```");
        var before = service.Ledger.TotalTokens;

        var (code, json) = await Cli.RunJsonAsync(
            "prove", "--statement", "theorem t (a b : Nat) : a * b + 1 ≠ 17", "--no-portfolio", "--no-store", "--time-limit", "120", "--max-tokens", "20000",
            "--server", service.Address);

        Assert.Equal((1, "not_proved"), (code, json.GetProperty("verdict").GetString()));
        var spent = service.Ledger.TotalTokens - before;
        var usage = json.GetProperty("usage");
        var told = usage.GetProperty("input_tokens").GetInt64() + usage.GetProperty("output_tokens").GetInt64();
        Assert.InRange(spent, 5_000, told);
        Assert.InRange(told, spent, 20_000);
    }

    private async Task<(int Code, JsonElement Json)> ProveAsync(params string[] more) => await Cli.RunJsonAsync(
        ["prove", "--statement", Statement, "--no-portfolio", "--no-store", "--time-limit", "120", "--server", service.Address, .. more]);
}
