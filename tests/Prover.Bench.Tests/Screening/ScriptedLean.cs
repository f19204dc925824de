using System.Text.RegularExpressions;
using Prover.Core.Checking;
using Prover.Core.Lean;

namespace Prover.Bench.Tests.Screening;

/// <summary>A checker that answers as a test says.</summary>
internal sealed partial class ScriptedLean(Func<CheckRequest, CheckOutcome> answer) : ILeanChecker
{
    private int _requests;

    public int Requests => Volatile.Read(ref _requests);

    public int Parallelism => 1;

    public Task<ToolchainIdentity> GetIdentityAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult(new ToolchainIdentity("scripted", "0", "00", HasMathlib: false));

    public PoolStatus GetStatus() => new(1, 0, 0, 0, 0, 0, Requests, 0);

    public Task<CheckOutcome> CheckAsync(CheckRequest request, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _requests);
        return Task.FromResult(answer(request));
    }

    /// <summary>Name of a text's last theorem.</summary>
    public static string Name(string text) => Theorem().Matches(text)[^1].Groups[1].Value;

    public static CheckOutcome Error(string text) =>
        new CheckOutcome.Completed([new LeanMessage(LeanSeverity.Error, new LeanPosition(1, 0), null, text)], [], null, TimeSpan.Zero);

    public static CheckOutcome Fine(string name) => new CheckOutcome.Completed([], [], Facts(name), TimeSpan.Zero);

    public static CheckOutcome Hole(string name) => new CheckOutcome.Completed(
        [], [new LeanSorry(new LeanPosition(1, 0), null, "n : Nat\nh : n < n\n⊢ n = 1")], Facts(name), TimeSpan.Zero);

    private static TheoremFacts Facts(string name) => new(name, "theorem", [], $"type of {name}", $"fingerprint of {name}", []);

    [GeneratedRegex(@"theorem (\w+)")]
    private static partial Regex Theorem();
}
