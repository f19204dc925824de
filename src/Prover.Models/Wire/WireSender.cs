using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.AI;
using Prover.Core.Models;
using Prover.Models.Configuration;
using Prover.Models.Timeouts;

namespace Prover.Models.Wire;

/// <summary>Sends requests, and tells whoever keeps an account what may be charged.</summary>
/// <param name="model">The model.</param>
/// <param name="key">Its key; sent with every request and kept nowhere else.</param>
/// <param name="http">Connections.</param>
/// <param name="errors">Words for what goes wrong.</param>
internal sealed class WireSender(ModelOptions model, Secret? key, HttpMessageInvoker http, WireErrors errors)
{
    private static readonly MediaTypeHeaderValue JsonType = new("application/json");

    private readonly Uri _address = new($"{model.Endpoint.TrimEnd('/')}/chat/completions");
    private volatile bool _askUsage = true;

    /// <summary>Sends a request; gives the response when it is one, its body not yet read.</summary>
    /// <exception cref="ModelException">The server refused or could not be reached.</exception>
    public async Task<HttpResponseMessage> SendAsync(
        List<ChatMessage> messages, ChatOptions? options, Deadline deadline, CancellationToken cancellationToken)
    {
        IRequestAccount? account = null;
        _ = options?.AdditionalProperties?.TryGetValue(ChatConventions.Account, out account);
        while (true)
        {
            var asksUsage = _askUsage;
            var body = WireRequest.Body(model, messages, options, asksUsage);
            if (account?.TrySend() == false)
            {
                throw new ModelException("The budget of tokens does not leave room for another try: the last may have been charged.");
            }

            var response = await PostAsync(body, account, deadline, cancellationToken).ConfigureAwait(false);
            if (response.StatusCode == HttpStatusCode.OK)
            {
                return response;
            }

            using (response)
            {
                account?.Refused();
                var text = await ErrorTextAsync(response, deadline).ConfigureAwait(false);
                if (asksUsage && response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity
                    && (text.Contains("stream_options", StringComparison.Ordinal) || text.Contains("include_usage", StringComparison.Ordinal)))
                {
                    // An old server; what it costs will be an estimate.
                    _askUsage = false;
                    continue;
                }

                throw errors.Status(response, text);
            }
        }
    }

    private async Task<HttpResponseMessage> PostAsync(
        ReadOnlyMemory<byte> body, IRequestAccount? account, Deadline deadline, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.ContentType = JsonType;
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", key.Bearer);
        }

        try
        {
            if (model.Streaming)
            {
                deadline.Set(TimeSpan.FromSeconds(model.IdleTimeoutSeconds));
            }

            var response = await http.SendAsync(request, deadline.Token).ConfigureAwait(false);
            deadline.Stop();
            return response;
        }
        catch (OperationCanceledException) when (deadline.IsUp)
        {
            throw errors.Silent();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The caller's own token, not the one linked to it.
            throw new OperationCanceledException(cancellationToken);
        }
        catch (HttpRequestException e)
        {
            if (e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
            {
                account?.Refused();
            }

            throw errors.Broken(e);
        }
    }

    private async Task<string> ErrorTextAsync(HttpResponseMessage response, Deadline deadline)
    {
        const int Most = 64 * 1_024;
        var buffer = new byte[Most];
        try
        {
            var content = await response.Content.ReadAsStreamAsync(deadline.Token).ConfigureAwait(false);
            await using var body = new BodyStream(content, deadline, TimeSpan.FromSeconds(model.IdleTimeoutSeconds), errors);
            return Encoding.UTF8.GetString(buffer, 0, await body.ReadAtLeastAsync(buffer, Most, false).ConfigureAwait(false));
        }
        catch (ModelException)
        {
            // The status says enough.
            return string.Empty;
        }
    }
}
