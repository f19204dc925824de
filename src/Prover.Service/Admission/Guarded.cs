using Microsoft.AspNetCore.Http;

namespace Prover.Service.Admission;

/// <summary>Marks endpoints that need the API key and count as calls. Health and reflection are not marked: probes carry
/// no key, must be answered while the service is full or shuts down, and tell nothing but the public contract.</summary>
internal sealed class Guarded
{
    public static readonly Guarded Mark = new();

    public static bool Guards(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<Guarded>() is not null;
}
