using System.Text.Json.Serialization;
using Prover.Core.Lean;

namespace Prover.Lean.Repl;

/// <summary>A text for the REPL (leanprover-community/repl, <c>README.md</c>).</summary>
internal sealed record ReplCommand(string Cmd, int? Env);

/// <summary>The embedded host's question for facts of a constant; a null name is the last theorem. <paramref name="Replay"/> has
/// the kernel check it again.</summary>
internal sealed record ReplDescribe([property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Describe, int Env, bool Replay);

/// <summary>The embedded host's request for a compiled module, to a plain file name in its scratch folder.</summary>
internal sealed record ReplOlean(string Olean, int Env);

/// <summary>The embedded host's request to forget environments.</summary>
internal sealed record ReplDrop(IReadOnlyList<int> Drop);

/// <summary>Any answer. Which fields are there depends on the request.</summary>
internal sealed record ReplAnswer
{
    /// <summary>The environment after a command; missing when the imports failed.</summary>
    public int? Env { get; init; }

    public IReadOnlyList<ReplMessage>? Messages { get; init; }

    public IReadOnlyList<ReplSorry>? Sorries { get; init; }

    /// <summary>An error of the request itself, such as an unknown environment.</summary>
    public string? Message { get; init; }

    /// <summary>The embedded host's word that its process is beyond use.</summary>
    public string? Trap { get; init; }

    /// <summary>Milliseconds that Lean itself took; embedded host only.</summary>
    [JsonPropertyName("elapsed_ms")]
    public double? ElapsedMilliseconds { get; init; }

    /// <summary>How many errors there were, listed or not; embedded host only.</summary>
    public int? Errors { get; init; }

    /// <summary>Facts, after <see cref="ReplDescribe"/>.</summary>
    public ReplConstant? Constant { get; init; }

    /// <summary>Bytes written, after <see cref="ReplOlean"/>.</summary>
    public long? Bytes { get; init; }

    /// <summary>Environments forgotten, after <see cref="ReplDrop"/>.</summary>
    public int? Dropped { get; init; }

    /// <summary>What the kernel says, after a request to replay declarations; embedded host only.</summary>
    public ReplReplayed? Replayed { get; init; }

    /// <summary>What the embedded host says once it is ready.</summary>
    public ReplReady? Ready { get; init; }

    /// <summary>Bytes of the WebAssembly heap; embedded host only.</summary>
    [JsonPropertyName("heap_bytes")]
    public long? HeapBytes { get; init; }

    /// <summary>The answer to a command in the domain's words.</summary>
    /// <exception cref="FormatException">It holds what the REPL never says.</exception>
    public LeanReply ToLean() => new(
        Env,
        [.. (Messages ?? []).Select(m => m.ToLean())],
        [.. (Sorries ?? []).Select(s => s.ToLean())],
        TimeSpan.FromMilliseconds(ElapsedMilliseconds ?? 0));
}

/// <summary>The embedded host is ready.</summary>
internal sealed record ReplReady(string Version, string Commit);

/// <summary>Line from 1, column in code points from 0.</summary>
internal sealed record ReplPosition(int Line, int Column)
{
    public LeanPosition ToLean() => new(Line, Column);
}

/// <summary>A message as the REPL words it. The end is missing where Lean knows none.</summary>
internal sealed record ReplMessage(string Severity, ReplPosition Pos, string Data, ReplPosition? EndPos = null)
{
    public LeanMessage ToLean() => new(
        Severity switch
        {
            "error" => LeanSeverity.Error,
            "warning" => LeanSeverity.Warning,
            "info" or "information" or "trace" => LeanSeverity.Information,
            _ => throw new FormatException($"Lean's process answered garbage, a message of the unknown severity '{Severity}'."),
        },
        Pos.ToLean(),
        EndPos?.ToLean(),
        Data);
}

/// <summary>A <c>sorry</c> as the REPL words it; one without a place in the text (made by a macro) has no position.</summary>
internal sealed record ReplSorry
{
    public ReplPosition? Pos { get; init; }

    public ReplPosition? EndPos { get; init; }

    public string? Goal { get; init; }

    // Older REPLs begin the goal with a line break.
    public LeanSorry ToLean() => new(Pos?.ToLean() ?? new LeanPosition(1, 0), EndPos?.ToLean(), Goal?.TrimStart('\n'));
}

/// <summary>Facts of a constant.</summary>
internal sealed record ReplConstant(
    string Name, string Kind, IReadOnlyList<string> LevelParams, string Type, string Fingerprint, IReadOnlyList<string> Axioms, bool Library)
{
    /// <summary>Whether the kernel accepted it, and all that it rests on, once more.</summary>
    public bool? Replayed { get; init; }

    /// <summary>Why not.</summary>
    public string? Reason { get; init; }
}

/// <summary>What the kernel says about declarations that were sent as plain data.</summary>
/// <param name="Ok">Whether it accepted all of them, and made of each inductive type what was claimed.</param>
internal sealed record ReplReplayed(bool Ok)
{
    /// <summary>How many declarations it accepted, when it accepted all.</summary>
    public int? Added { get; init; }

    /// <summary>True when the kernel gave up, as on terms too deep for it: then nothing is known.</summary>
    public bool Undecided { get; init; }

    /// <summary>The declaration that it did not accept, counted from 0.</summary>
    public int? Declaration { get; init; }

    /// <summary>The name of the constant at fault.</summary>
    public string? Name { get; init; }

    /// <summary>Why it is not accepted.</summary>
    public string? Reason { get; init; }

    /// <summary>Milliseconds that making the objects took.</summary>
    [JsonPropertyName("build_ms")]
    public double BuildMilliseconds { get; init; }

    /// <summary>Milliseconds that the kernel took.</summary>
    [JsonPropertyName("kernel_ms")]
    public double KernelMilliseconds { get; init; }
}

/// <summary>Reads and writes the wire's JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ReplCommand))]
[JsonSerializable(typeof(ReplDescribe))]
[JsonSerializable(typeof(ReplOlean))]
[JsonSerializable(typeof(ReplDrop))]
[JsonSerializable(typeof(ReplAnswer))]
internal sealed partial class ReplJson : JsonSerializerContext;
