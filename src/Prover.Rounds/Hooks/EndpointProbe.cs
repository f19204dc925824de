using System.Net.Http.Headers;
using System.Text.Json;

namespace Prover.Rounds.Hooks;

/// <summary>Asks a model's server whether the model is there: <c>GET endpoint/models</c>, as OpenAI's protocol has it.</summary>
/// <param name="http">The way to it; not disposed of.</param>
/// <param name="timeout">How long the server may take; null for 30 s.</param>
/// <param name="time">The clock.</param>
/// <param name="environment">Environment variables, for keys; null takes the process's own.</param>
public sealed class EndpointProbe(HttpClient http, TimeSpan? timeout = null, TimeProvider? time = null, Func<string, string?>? environment = null)
{
    private readonly TimeSpan _timeout = timeout ?? TimeSpan.FromSeconds(30);

    /// <summary>Comes back when the server lists the model.</summary>
    /// <exception cref="HookException">It does not answer in time, not as it should, or has no such model.</exception>
    public async Task AskAsync(TrainedModel model, string campaign, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        var address = new Uri(model.Endpoint.ToString().TrimEnd('/') + "/models");
        using var clock = new CancellationTokenSource(_timeout, time ?? TimeProvider.System);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, clock.Token);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (Key(model) is { } key)
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
            }

            using var response = await http.SendAsync(request, stop.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                throw Failure($"it answered {(int)response.StatusCode}");
            }

            var names = Names(await response.Content.ReadAsStringAsync(stop.Token).ConfigureAwait(false));
            if (!names.Contains(model.Model))
            {
                throw Failure($"it has no model '{model.Model}', but {(names.Count == 0 ? "none at all" : string.Join(", ", names))}");
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Failure($"it did not answer within {_timeout.TotalSeconds:0.#} s");
        }
        catch (HttpRequestException e)
        {
            throw Failure(e.Message);
        }
        catch (JsonException)
        {
            throw Failure("what it answered is no list of models");
        }

        HookException Failure(string what) => new(
            $"The new model's server was asked for its models at {address}, and {what}. Start it, or mend what the command wrote, and go on with 'prover rounds resume {campaign}'.");
    }

    private string? Key(TrainedModel model) =>
        model.Settings?["keyEnvironment"]?.GetValue<string>() is { } variable ? (environment ?? Environment.GetEnvironmentVariable)(variable) : null;

    private static List<string> Names(string text)
    {
        using var json = JsonDocument.Parse(text);
        return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Array
            ? [.. data.EnumerateArray().Where(m => m.ValueKind == JsonValueKind.Object && m.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String).Select(m => m.GetProperty("id").GetString()!)]
            : throw new JsonException("There is no list.");
    }
}
