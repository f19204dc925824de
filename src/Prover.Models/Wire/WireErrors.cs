using System.Globalization;
using System.Net;
using System.Text.Json;
using Prover.Core.Models;
using Prover.Models.Configuration;

namespace Prover.Models.Wire;

/// <summary>Turns what went wrong on the wire into sentences with a remedy.</summary>
/// <param name="name">The model's name.</param>
/// <param name="options">The model.</param>
/// <param name="key">Taken out of whatever a server says.</param>
/// <param name="time">For dates in <c>Retry-After</c>.</param>
internal sealed class WireErrors(string name, ModelOptions options, Secret? key, TimeProvider time)
{
    private const int LongestQuote = 500;

    /// <summary>An answer that is none.</summary>
    public ModelException Status(HttpResponseMessage response, string body)
    {
        var status = (int)response.StatusCode;
        var said = Said(body);
        var (remedy, transient) = response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => ($"Check {KeySource()}", false),
            HttpStatusCode.Forbidden => ($"The key may not use this model: check its rights, and {KeySource()}", false),
            HttpStatusCode.PaymentRequired => ("The account is out of money", false),
            HttpStatusCode.NotFound => (
                $"The server has no such address or no model '{options.Model}': check endpoint (mostly it ends in /v1) and model", false),
            HttpStatusCode.MethodNotAllowed => ("Check endpoint: mostly it ends in /v1", false),
            HttpStatusCode.TooManyRequests when IsQuota(body) => ("The account's quota is used up: raise it, waiting does not help", false),
            HttpStatusCode.TooManyRequests => ("It is asked too often: lower requestsPerMinute, tokensPerMinute or maxConcurrentRequests", true),
            HttpStatusCode.RequestTimeout or HttpStatusCode.Conflict or (HttpStatusCode)425 => ("Trying again may help", true),
            HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableEntity when IsTooLong(body) => (
                $"Prompt and answer do not fit into the model's context: lower contextTokens ({options.ContextTokens}) or maxOutputTokens ({options.MaxOutputTokens})", false),
            >= HttpStatusCode.InternalServerError => ("The server is down or overloaded: look at its own log", true),
            >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest => ("The server lives elsewhere: put its final address into endpoint", false),
            _ => ("The server does not take this request: check the model's options and extraBody", false),
        };
        return new ModelException($"{Who} answered {status}{said}. {remedy}.")
        {
            IsTransient = transient,
            RetryAfter = transient ? RetryAfter(response) : null,
        };
    }

    /// <summary>An error object where an answer should be.</summary>
    public ModelException InAnswer(JsonElement error)
    {
        var text = error.GetRawText();
        var code = error.ValueKind == JsonValueKind.Object && error.TryGetProperty("code", out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : 500;
        var final = IsTooLong(text) || IsQuota(text) || code is >= 400 and < 500 and not (408 or 409 or 425 or 429);
        return new ModelException($"{Who} broke off its answer{Said($"{{\"error\":{text}}}")}.") { IsTransient = !final };
    }

    /// <summary>The connection failed or broke.</summary>
    public ModelException Broken(Exception e) =>
        new($"{Who} can't be reached or broke off: {Redact(Innermost(e))}. Check that the server runs and that endpoint is right.", e) { IsTransient = true };

    /// <summary>It was silent for too long.</summary>
    public ModelException Silent() =>
        new($"{Who} was silent for {options.IdleTimeoutSeconds.ToString(CultureInfo.InvariantCulture)} s. Raise idleTimeoutSeconds if it is only slow.") { IsTransient = true };

    /// <summary>What came is no JSON.</summary>
    public ModelException NoJson(ReadOnlySpan<byte> body) =>
        new($"{Who} answered with something that is not the protocol: {Quote(System.Text.Encoding.UTF8.GetString(body[..Math.Min(body.Length, LongestQuote)]))}.")
        {
            IsTransient = true,
        };

    /// <summary>A page for people, with a status that says all is well.</summary>
    public ModelException WebPage() =>
        new($"{Who} answered with a web page. Check endpoint: mostly it ends in /v1, and a proxy may stand in between.");

    /// <summary>Too much for anything that a model could have meant.</summary>
    public ModelException TooMuch(long bytes) => new($"{Who} sent more than {bytes} bytes for one request.");

    private string Who => $"Model '{name}' at {options.Endpoint}";

    private string KeySource() =>
        options.KeyEnvironment is { } variable ? $"the key in the environment variable {variable}"
        : options.KeyFile is { } file ? $"the key in '{file}'"
        : "whether the server wants a key: name one with keyEnvironment or keyFile";

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        var wait = response.Headers.RetryAfter is { } header ? header.Delta ?? (header.Date - time.GetUtcNow()) : null;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private string Said(string body) => Message(body) is { Length: > 0 } message ? $": {Quote(message)}" : string.Empty;

    private string Redact(string text) => key?.Redact(text) ?? text;

    // Redacted before it is cut: half a key is a secret too.
    private string Quote(string text)
    {
        text = Redact(text).ReplaceLineEndings(" ").Trim();
        return (text.Length <= LongestQuote ? text : $"{text[..LongestQuote]}…").TrimEnd('.');
    }

    /// <summary>The message of an error in any of the forms that servers have.</summary>
    private static string? Message(string body)
    {
        if (body.TrimStart().StartsWith('<'))
        {
            return "a web page";
        }

        try
        {
            using var json = JsonDocument.Parse(body);
            return Find(json.RootElement) ?? body;
        }
        catch (JsonException)
        {
            return body;
        }

        static string? Find(JsonElement element) => element.ValueKind switch
        {
            JsonValueKind.String => element.GetString(),
            JsonValueKind.Object => ((string[])["error", "message", "detail", "msg"]).Select(f => element.TryGetProperty(f, out var inner) ? Find(inner) : null)
                .FirstOrDefault(found => found is not null),
            JsonValueKind.Array when element.GetArrayLength() > 0 => Find(element[0]),
            _ => null,
        };
    }

    private static string Innermost(Exception e)
    {
        while (e.InnerException is { } inner)
        {
            e = inner;
        }

        return e.Message.TrimEnd('.');
    }

    private static bool IsQuota(string body) => body.Contains("insufficient_quota", StringComparison.OrdinalIgnoreCase);

    private static bool IsTooLong(string body) =>
        ((string[])["context_length", "context length", "maximum context", "context window", "prompt is too long", "max_model_len"])
        .Any(sign => body.Contains(sign, StringComparison.OrdinalIgnoreCase));
}
