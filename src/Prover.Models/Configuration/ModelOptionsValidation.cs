using System.Text.RegularExpressions;

namespace Prover.Models.Configuration;

/// <summary>What can be wrong with a model's options, each with its remedy.</summary>
internal static partial class ModelOptionsValidation
{
    // Sent by ourselves: a second value would contradict what budgets and limits were counted with.
    private static readonly string[] OwnFields =
        ["model", "messages", "n", "stream", "stream_options", "max_tokens", "max_completion_tokens", "temperature", "top_p", "seed"];

    /// <summary>Pairs of field and sentence; none when all is well. No sentence repeats a value that could be a key.</summary>
    public static IEnumerable<(string Field, string Problem)> Problems(this ModelOptions options)
    {
        if (!Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https"))
        {
            yield return ("endpoint", "must be the server's base address, e.g. http://127.0.0.1:8000/v1");
        }
        else if (endpoint.UserInfo.Length > 0 || endpoint.Query.Length > 0)
        {
            yield return ("endpoint", "must hold neither a user nor a query: name the key with keyEnvironment or keyFile");
        }

        if (string.IsNullOrWhiteSpace(options.Model))
        {
            yield return ("model", "must be the id by which the server knows the model");
        }

        if (options is { KeyEnvironment: not null, KeyFile: not null })
        {
            yield return ("keyFile", "stands beside keyEnvironment: keep one of them");
        }

        if (options.KeyEnvironment is { } variable && !VariableName().IsMatch(variable))
        {
            yield return ("keyEnvironment", "must be the name of an environment variable, e.g. OPENAI_API_KEY; the key itself does not belong into the file");
        }

        foreach (var field in options.ExtraBody.Keys.Intersect(OwnFields, StringComparer.Ordinal))
        {
            yield return ($"extraBody.{field}", "is sent by Prover itself: set it by the options of the model or leave it out");
        }

        foreach (var field in options.ExtraBody.Keys.Where(k => k.Replace("_", null, StringComparison.Ordinal).ToUpperInvariant() is "APIKEY" or "AUTHORIZATION"))
        {
            yield return ($"extraBody.{field}", "looks like a key, which does not belong into this file: name it with keyEnvironment or keyFile");
        }

        if (options.MaxTokensField is not ("max_tokens" or "max_completion_tokens"))
        {
            yield return ("maxTokensField", "must be max_tokens or max_completion_tokens");
        }

        foreach (var problem in Numbers(options))
        {
            yield return problem;
        }
    }

    private static IEnumerable<(string Field, string Problem)> Numbers(ModelOptions options)
    {
        (string Field, double? Value, double Least, double Most)[] ranges =
        [
            ("contextTokens", options.ContextTokens, 256, 100_000_000),
            ("maxOutputTokens", options.MaxOutputTokens, 1, options.ContextTokens),
            ("maxChoices", options.MaxChoices, 1, 1_024),
            ("temperature", options.Temperature, 0, 2),
            ("topP", options.TopP, 0, 1),
            ("requestsPerMinute", options.RequestsPerMinute, 1, int.MaxValue),
            ("tokensPerMinute", options.TokensPerMinute, 1, int.MaxValue),
            ("maxConcurrentRequests", options.MaxConcurrentRequests, 1, 10_000),
            ("requestTimeoutSeconds", options.RequestTimeoutSeconds, 1, 86_400),
            ("idleTimeoutSeconds", options.IdleTimeoutSeconds, 1, 86_400),
            ("maxRetries", options.MaxRetries, 0, 1_000),
            ("retryDelaySeconds", options.RetryDelaySeconds, 0, 3_600),
            ("maxRetryDelaySeconds", options.MaxRetryDelaySeconds, 0, 86_400),
            ("price.inputPerMillion", (double?)options.Price?.InputPerMillion, 0, 1e9),
            ("price.outputPerMillion", (double?)options.Price?.OutputPerMillion, 0, 1e9),
        ];
        return ranges.Where(r => r.Value is { } value && !(value >= r.Least && value <= r.Most))
            .Select(r => (r.Field, FormattableString.Invariant($"is {r.Value}; it must lie between {r.Least} and {r.Most}")));
    }

    [GeneratedRegex("^[A-Z_a-z][A-Z_a-z0-9]{0,63}$")]
    private static partial Regex VariableName();
}
