using System.Collections.Concurrent;
using System.Text.Json;
using Prover.Models.StandIn;

namespace Prover.Cli.Tests.Benchmarks;

/// <summary>Runs whose prover asks a model over real HTTP, well behaved and not, with real Lean.</summary>
public sealed class ModelBenchTests : IAsyncLifetime
{
    private const string Good = "mathd_algebra_s1";
    private const string Wrong = "mathd_numbertheory_s1";
    private const string Silent = "mathd_numbertheory_s2";
    private const string Mixed = "induction_s1";
    private const string Busy = "algebra_s1";
    private const string Broken = "amc12_s1";

    private static readonly Dictionary<string, string> Statements = new()
    {
        [Good] = $"theorem {Good} (x y : ℤ) (h₀ : 2 * x + 3 * y = 19) (h₁ : x = y + 2) : x = 5",
        [Wrong] = $"theorem {Wrong} (n : ℕ) (h₀ : n % 8 = 3) : n ^ 2 % 8 = 1",
        [Silent] = $"theorem {Silent} : 7 ^ 2026 % 10 = 9",
        [Mixed] = $"theorem {Mixed} (n : ℕ) : 10 ^ n % 9 = 1",
        [Busy] = $"theorem {Busy} (a b : ℤ) : 2 * (a * b) ≤ a ^ 2 + b ^ 2",
        [Broken] = $"theorem {Broken} (t u : ℕ) (h₀ : 0 < t ∧ t ≤ 9) (h₁ : u ≤ 9) (h₂ : 10 * t + u = 4 * (t + u)) (h₃ : u = t + 3) :\n  10 * t + u = 36",
    };

    private readonly Cli _cli = new();
    private readonly ConcurrentDictionary<string, int> _asked = new();
    private readonly ConcurrentDictionary<long, bool> _refused = new();
    private StandInServer _model = null!;
    private Func<string, int, StandInRequest, Answer> _script = (_, _, _) => Answer.Error(500);

    public async ValueTask InitializeAsync() => _model = await StandInServer.StartAsync(request =>
    {
        var problem = Statements.Keys.Single(name => request.LastUser.Contains($"theorem {name} ", StringComparison.Ordinal));
        return _script(problem, _asked.AddOrUpdate(problem, 1, (_, before) => before + 1), request);
    });

    public async ValueTask DisposeAsync()
    {
        await _model.DisposeAsync();
        _cli.Dispose();
    }

    [Fact]
    public async Task An_answer_is_a_sample_and_a_server_in_trouble_is_no_wrong_answer()
    {
        _script = (problem, time, request) => problem switch
        {
            Good => Code(problem, "omega"),
            Wrong when time % 2 == 0 => Answer.Text($"```lean4\ntheorem {problem} : True := trivial\n```"),
            Wrong => Code(problem, "omega"),
            Silent => Answer.Text("It is well known."),
            Mixed when time % 2 == 0 => Code(problem, "induction n with | zero => rfl | succ n ih => rw [Nat.pow_succ]; omega"),
            Mixed => Code(problem, "rfl"),

            // Each sample (they are asked for side by side) is refused once: it asks again, and none is lost.
            Busy when _refused.TryAdd(request.Seed!.Value, true) => Answer.TooManyRequests("0"),
            Busy => Code(problem, "sorry"),
            _ => Code(problem, "omega").CutAfterBytes(900),
        };

        var report = await RunAsync("model:fake", "--samples", "4", "--k", "1,2,4");

        Assert.Equal((4, 0, 0), Outcomes(report, Good));
        Assert.Equal((0, 4, 0), Outcomes(report, Wrong));
        Assert.Equal((0, 4, 0), Outcomes(report, Silent));
        Assert.Equal((2, 2, 0), Outcomes(report, Mixed));
        Assert.Equal((0, 4, 0), Outcomes(report, Busy));
        Assert.Equal((0, 0, 4), Outcomes(report, Broken));

        // By hand: (1 + 2/4) / 6 with failures as wrong, and of 5 problems with failures left out; for k = 2, 1 - C(2,2)/C(4,2) is 5/6.
        var score = report.GetProperty("score");
        AssertScore(score, 1, 1.5 / 6, 1.5 / 5);
        AssertScore(score, 2, (1 + (5.0 / 6)) / 6, (1 + (5.0 / 6)) / 5);
        AssertScore(score, 4, 2.0 / 6, 2.0 / 5);
        AssertCosts(score.GetProperty("costs"));
    }

    [Fact]
    public async Task The_loop_repairs_within_one_sample_and_its_costs_are_the_servers()
    {
        _script = (problem, _, request) => problem switch
        {
            Good when request.LastUser.Contains("latest attempt", StringComparison.Ordinal) => Code(problem, "omega"),
            Good => Code(problem, "exact no_such_lemma"),
            Mixed => Code(problem, "induction n with | zero => rfl | succ n ih => rw [Nat.pow_succ]; omega"),
            Wrong or Silent => Code(problem, "exact no_such_lemma"),
            _ => Answer.Error(503),
        };

        // By another policy, fresh proofs may use up the candidates while the first one waits for a slow Lean.
        var report = await RunAsync("loop", "--no-portfolio", "--samples", "2", "--k", "1,2", "--max-candidates", "4", "--repair-policy", "repair-first");

        Assert.Equal((2, 0, 0), Outcomes(report, Good));
        Assert.Equal((2, 0, 0), Outcomes(report, Mixed));
        Assert.Equal((0, 2, 0), Outcomes(report, Wrong));
        Assert.Equal((0, 2, 0), Outcomes(report, Silent));
        Assert.Equal((0, 0, 2), Outcomes(report, Busy));
        Assert.Equal((0, 0, 2), Outcomes(report, Broken));
        AssertScore(report.GetProperty("score"), 1, 2.0 / 6, 2.0 / 4);
        AssertCosts(report.GetProperty("score").GetProperty("costs"));
    }

    private static Answer Code(string problem, string proof) => Answer.Text($"So:\n```lean4\n{Statements[problem]} := by\n  {proof}\n```\nThat is all.");

    private async Task<JsonElement> RunAsync(string prover, params string[] more)
    {
        var models = _cli.File("models.json", $$"""
            { "models": { "fake": { "endpoint": "{{_model.Endpoint}}", "model": "fake-1", "maxOutputTokens": 600, "maxRetries": 1,
              "retryDelaySeconds": 0.001, "price": { "inputPerMillion": 1, "outputPerMillion": 2 } } } }
            """);
        var (code, json) = await Cli.RunJsonAsync(
            [
                "bench", "run", "--data", "sample", "--prover", prover, "--out", Path.Combine(Path.GetDirectoryName(models)!, "run"), "--workers", "1",
                "--models-file", models, .. Statements.Keys.SelectMany(p => new[] { "--only", p }), .. more,
            ]);
        Assert.Equal(0, code);
        return json.GetProperty("runs")[0];
    }

    private static (int Proved, int NotProved, int Failed) Outcomes(JsonElement report, string problem)
    {
        var row = report.GetProperty("problems").EnumerateArray().Single(p => p.GetProperty("name").GetString() == problem);
        return (row.GetProperty("proved").GetInt32(), row.GetProperty("notProved").GetInt32(), row.GetProperty("failed").GetInt32());
    }

    private static void AssertScore(JsonElement score, int k, double low, double high)
    {
        var found = score.GetProperty("all").GetProperty("passAtK").EnumerateArray().Single(e => e.GetProperty("k").GetInt32() == k).GetProperty("score");
        Assert.Equal(low, found.GetProperty("failuresWrong").GetProperty("value").GetDouble(), 1e-9);
        Assert.Equal(high, found.GetProperty("failuresLeftOut").GetProperty("value").GetDouble(), 1e-9);
    }

    private void AssertCosts(JsonElement costs)
    {
        var (input, output) = (costs.GetProperty("inputTokens").GetInt64(), costs.GetProperty("outputTokens").GetInt64());
        Assert.Equal(input + (2 * output), costs.GetProperty("cost").GetDecimal() * 1_000_000m);
        Assert.True(input + output >= _model.Ledger.TotalTokens, $"{input} and {output} told, {_model.Ledger.TotalTokens} spent");
    }
}
