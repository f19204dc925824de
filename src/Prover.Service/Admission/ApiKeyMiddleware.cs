using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Prover.Service.Errors;
using Prover.Service.Hosting;
using Prover.Service.Telemetry;

namespace Prover.Service.Admission;

/// <summary>Asks calls of the guarded service for the API key, before their message is read.</summary>
internal sealed class ApiKeyMiddleware
{
    private const string Scheme = "Bearer ";

    private readonly RequestDelegate _next;
    private readonly ServiceMetrics _metrics;
    private readonly byte[]? _expected;

    public ApiKeyMiddleware(RequestDelegate next, ProverServiceOptions options, ServiceMetrics metrics)
    {
        _next = next;
        _metrics = metrics;
        _expected = options.ApiKey is null ? null : Digest(options.ApiKey);
    }

    public Task InvokeAsync(HttpContext context)
    {
        if (_expected is null || !Guarded.Guards(context) || IsExpected(context.Request.Headers.Authorization.ToString(), _expected))
        {
            return _next(context);
        }

        _metrics.CallRefused("unauthenticated");
        return TrailersOnly.WriteAsync(context, RpcErrors.Unauthenticated());
    }

    // Digests have one length, so that not even the length of the key shows in the time taken.
    private static bool IsExpected(string header, byte[] expected) =>
        header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(Digest(header[Scheme.Length..].Trim()), expected);

    private static byte[] Digest(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
