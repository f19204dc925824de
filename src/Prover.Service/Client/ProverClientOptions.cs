using Prover.Service.Hosting;

namespace Prover.Service.Client;

/// <summary>Which service to ask, and how.</summary>
public sealed record ProverClientOptions
{
    /// <summary>The service's URL, e.g. <c>http://127.0.0.1:50051</c>, or <c>https://…</c> behind a proxy that ends TLS.</summary>
    public required Uri Address { get; init; }

    /// <summary>Sent as <c>authorization: Bearer …</c>; null sends none. Defaults to the environment variable PROVER_API_KEY.</summary>
    public string? ApiKey { get; init; } =
        Environment.GetEnvironmentVariable(ProverServiceOptions.ApiKeyVariable) is { Length: > 0 } key ? key : null;

    /// <summary>Longest message that is received, in bytes.</summary>
    public int MaxMessageBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Never shows the key.</summary>
    public override string ToString() => Address.ToString();

    /// <summary>Refuses settings that make no sense.</summary>
    /// <exception cref="ArgumentException">The message names the setting at fault.</exception>
    public void Validate()
    {
        if (!Address.IsAbsoluteUri || (Address.Scheme != Uri.UriSchemeHttp && Address.Scheme != Uri.UriSchemeHttps))
        {
            throw new ArgumentException($"{nameof(Address)}: \"{Address}\" is no http:// or https:// URL.");
        }

        if (MaxMessageBytes <= 0)
        {
            throw new ArgumentException($"{nameof(MaxMessageBytes)} must be more than 0.");
        }
    }
}
