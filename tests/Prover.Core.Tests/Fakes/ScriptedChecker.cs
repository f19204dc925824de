using System.Collections.Concurrent;
using Prover.Core.Auditing;
using Prover.Core.Checking;
using Prover.Core.Lean;

namespace Prover.Core.Tests.Fakes;

/// <summary>A checker that answers as a test says: the rules above it are what is tested, never Lean.</summary>
internal sealed class ScriptedChecker(Func<CheckRequest, CancellationToken, Task<CheckOutcome>> answer) : ILeanChecker
{
    public static readonly ToolchainIdentity Identity = new("scripted", "0", "00", HasMathlib: false);

    /// <summary>What a submission compiles to.</summary>
    public static readonly CompiledModule Submission = new("submission"u8.ToArray());

    /// <summary>What a statement with a hole compiles to.</summary>
    public static readonly CompiledModule Statement = new("statement"u8.ToArray());

    public ConcurrentQueue<CheckRequest> Requests { get; } = new();

    public int Parallelism { get; init; } = 2;

    public ScriptedChecker(Func<CheckRequest, CheckOutcome> answer)
        : this((request, _) => Task.FromResult(answer(request)))
    {
    }

    public Task<ToolchainIdentity> GetIdentityAsync(CancellationToken cancellationToken = default) => Task.FromResult(Identity);

    public PoolStatus GetStatus() => new(Parallelism, 0, 0, 0, 0, 0, Requests.Count, 0);

    public Task<CheckOutcome> CheckAsync(CheckRequest request, CancellationToken cancellationToken = default)
    {
        Requests.Enqueue(request);
        return answer(request, cancellationToken);
    }

    public static TheoremFacts Theorem(string name, string fingerprint = "f", string kind = "theorem", params string[] axioms) =>
        new(name, kind, [], $"statement {fingerprint}", fingerprint, axioms);

    public static CheckOutcome Fine(TheoremFacts? theorem) => Fine(theorem, theorem is null ? null : Submission);

    public static CheckOutcome Fine(TheoremFacts? theorem, CompiledModule? compiled) =>
        new CheckOutcome.Completed([], [], theorem, TimeSpan.FromMilliseconds(3)) { Compiled = compiled };

    /// <summary>What Lean says of a statement with a hole.</summary>
    public static CheckOutcome Hole(string name, string fingerprint = "f", string? type = null) => new CheckOutcome.Completed(
        [new LeanMessage(LeanSeverity.Warning, new LeanPosition(1, 0), null, "declaration uses 'sorry'")],
        [new LeanSorry(new LeanPosition(1, 5), null, "⊢ True")],
        Theorem(name, fingerprint, "theorem", "sorryAx") with { Type = type ?? $"statement {fingerprint}" },
        TimeSpan.Zero)
    {
        Compiled = Statement,
    };

    public static CheckOutcome Error(string text = "no") =>
        new CheckOutcome.Completed([new LeanMessage(LeanSeverity.Error, new LeanPosition(1, 7), null, text)], [], null, TimeSpan.Zero);
}
