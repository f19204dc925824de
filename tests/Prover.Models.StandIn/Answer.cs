namespace Prover.Models.StandIn;

/// <summary>How the server tells its reasoning.</summary>
public enum ReasoningForm
{
    /// <summary>In <c>reasoning_content</c>, as DeepSeek, vLLM and SGLang do.</summary>
    ReasoningContent,

    /// <summary>In <c>reasoning</c>, as OpenRouter and Ollama do.</summary>
    Reasoning,

    /// <summary>In the text, between <c>&lt;think&gt;</c> and <c>&lt;/think&gt;</c>.</summary>
    ThinkTags,

    /// <summary>In the text, ended by <c>&lt;/think&gt;</c>; the opening tag was part of the prompt's template.</summary>
    LoneClosingTag,
}

/// <summary>What the server does with one request. Begin with a static member, refine with <c>with</c> or the methods.</summary>
public sealed record Answer
{
    /// <summary>The answers' texts; choice i gets text i, and those beyond begin again from the first.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>Reasoning before every answer.</summary>
    public string? Reasoning { get; init; }

    /// <summary>How the reasoning is told.</summary>
    public ReasoningForm ReasoningForm { get; init; }

    /// <summary>HTTP status.</summary>
    public int Status { get; init; } = 200;

    /// <summary>A body of its own, whatever was asked; null answers by the protocol.</summary>
    public string? RawBody { get; init; }

    /// <summary>Content type of <see cref="RawBody"/>.</summary>
    public string RawType { get; init; } = "application/json";

    /// <summary>Value of the <c>Retry-After</c> header.</summary>
    public string? RetryAfter { get; init; }

    /// <summary>Waited for before anything is said.</summary>
    public Task Gate { get; init; } = Task.CompletedTask;

    /// <summary>Events of a stream sent before <see cref="Hold"/> is waited for.</summary>
    public int HoldAfter { get; init; }

    /// <summary>Waited for within a stream.</summary>
    public Task Hold { get; init; } = Task.CompletedTask;

    /// <summary>Bytes of the body after which the connection breaks.</summary>
    public int? CutAfter { get; init; }

    /// <summary>Message of an error event in place of the rest of a stream.</summary>
    public string? StreamError { get; init; }

    /// <summary>Pieces of text before <see cref="StreamError"/>.</summary>
    public int StreamErrorAfter { get; init; }

    /// <summary>Tokens in one event of a stream.</summary>
    public int TokensPerEvent { get; init; } = 1;

    /// <summary>False leaves <c>choices</c> empty.</summary>
    public bool HasChoices { get; init; } = true;

    /// <summary>False never says what it cost.</summary>
    public bool SaysUsage { get; init; } = true;

    /// <summary>False leaves out the reason of the end and <c>[DONE]</c>.</summary>
    public bool SaysEnd { get; init; } = true;

    /// <summary>False goes on beyond <c>max_tokens</c>.</summary>
    public bool HeedsMaxTokens { get; init; } = true;

    /// <summary>False gives one answer whatever <c>n</c> says.</summary>
    public bool HeedsN { get; init; } = true;

    /// <summary>False answers in one piece even when a stream is asked for.</summary>
    public bool HeedsStream { get; init; } = true;

    /// <summary>True puts comments and an event without choices between those of a stream.</summary>
    public bool KeepsAlive { get; init; }

    /// <summary>The same text for every choice.</summary>
    public static Answer Text(string text) => new() { Texts = [text] };

    /// <summary>A text for every choice.</summary>
    public static Answer Choices(params string[] texts) => new() { Texts = texts };

    /// <summary>An error in the protocol's form.</summary>
    public static Answer Error(int status, string message = "scripted", string? code = null) =>
        new() { Status = status, RawBody = AnswerBody.Error(message, code) };

    /// <summary>429, with how long to wait when given (seconds or a date).</summary>
    public static Answer TooManyRequests(string? retryAfter = null) => Error(429, "Rate limit reached", "rate_limit_exceeded") with { RetryAfter = retryAfter };

    /// <summary>A page for people.</summary>
    public static Answer Html(int status = 502) =>
        new() { Status = status, RawBody = "<html><head><title>Bad Gateway</title></head><body>nginx</body></html>", RawType = "text/html" };

    /// <summary>A body of any kind with status 200.</summary>
    public static Answer Raw(string body, string type = "application/json") => new() { RawBody = body, RawType = type };

    /// <summary>No choice at all.</summary>
    public static Answer Empty() => new() { HasChoices = false };

    /// <summary>Never says anything; ends when the client leaves or the server stops.</summary>
    public static Answer Never() => Text(string.Empty).After(new TaskCompletionSource().Task);

    /// <summary>Says nothing before the gate opens.</summary>
    public Answer After(Task gate) => this with { Gate = gate };

    /// <summary>Holds the stream after so many events until the gate opens.</summary>
    public Answer HoldingAfter(int events, Task gate) => this with { HoldAfter = events, Hold = gate };

    /// <summary>Breaks the connection after so many bytes of the body; the client gets every one of them.</summary>
    public Answer CutAfterBytes(int bytes) => this with { CutAfter = bytes };

    /// <summary>Puts so many tokens into one event of a stream.</summary>
    public Answer InEventsOf(int tokens) => this with { TokensPerEvent = tokens };

    /// <summary>Puts reasoning before every answer.</summary>
    public Answer WithReasoning(string reasoning, ReasoningForm form = ReasoningForm.ReasoningContent) =>
        this with { Reasoning = reasoning, ReasoningForm = form };

    /// <summary>Sends an error event after so many pieces of text.</summary>
    public Answer WithErrorInStream(string message, int afterPieces = 0) => this with { StreamError = message, StreamErrorAfter = afterPieces };
}
