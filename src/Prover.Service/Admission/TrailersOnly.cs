using System.Globalization;
using Google.Protobuf;
using Google.Rpc;
using Microsoft.AspNetCore.Http;

namespace Prover.Service.Admission;

/// <summary>Answers a gRPC call with nothing but a status ("Trailers-Only"), without reading its message.</summary>
internal static class TrailersOnly
{
    public static Task WriteAsync(HttpContext context, Status status)
    {
        var response = context.Response;
        if (context.Request.ContentType?.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase) != true)
        {
            // Who does not speak gRPC reads the status of HTTP.
            response.StatusCode = status.Code switch
            {
                (int)Grpc.Core.StatusCode.Unauthenticated => StatusCodes.Status401Unauthorized,
                (int)Grpc.Core.StatusCode.ResourceExhausted => StatusCodes.Status429TooManyRequests,
                _ => StatusCodes.Status503ServiceUnavailable,
            };
            return response.WriteAsJsonAsync(new Dictionary<string, string> { ["error"] = status.Message }, context.RequestAborted);
        }

        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "application/grpc";
        response.Headers["grpc-status"] = status.Code.ToString(CultureInfo.InvariantCulture);
        response.Headers["grpc-message"] = Uri.EscapeDataString(status.Message);
        response.Headers["grpc-status-details-bin"] = Convert.ToBase64String(status.ToByteArray());
        return response.CompleteAsync();
    }
}
