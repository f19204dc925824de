using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Prover.Core.Lean;
using Prover.Core.Storage;
using Prover.Service.Admission;
using Prover.Service.Hosting;

namespace Prover.Service.Rewards;

/// <summary><c>POST /v1/rewards</c>: the same as <c>ScoreRewards</c> for trainers that speak JSON. The body is a ScoreRewardsRequest in protobuf's JSON;
/// the answer <c>{"results": […]}</c> holds the RewardResults in order, and errors are <c>{"error": "…"}</c>.</summary>
internal static class RewardsOverHttp
{
    public const string Path = "/v1/rewards";

    // Zero is a reward; what is not known is left out.
    private static readonly JsonParser Parser = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(false));
    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default.WithPreserveProtoFieldNames(true));

    public static IEndpointConventionBuilder MapRewards(this IEndpointRouteBuilder endpoints) => endpoints.MapPost(Path, HandleAsync).WithMetadata(Guarded.Mark);

    private static async Task HandleAsync(HttpContext context)
    {
        var stop = context.RequestAborted;
        var options = context.RequestServices.GetRequiredService<ProverServiceOptions>();
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = options.MaxMessageBytes;
        }

        try
        {
            var request = Parser.Parse<V1.ScoreRewardsRequest>(await ReadAsync(context.Request, stop).ConfigureAwait(false));
            var results = new List<string>(request.Items.Count);
            await foreach (var result in context.RequestServices.GetRequiredService<RewardCall>().RunAsync(request, stop).ConfigureAwait(false))
            {
                results.Add(Formatter.Format(result));
            }

            await WriteAsync(context, StatusCodes.Status200OK, $"{{\"results\":[{string.Join(',', results)}]}}").ConfigureAwait(false);
        }
        catch (Exception e) when (e is InvalidProtocolBufferException or InvalidJsonException)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, $"The body is no ScoreRewardsRequest as JSON: {e.Message}").ConfigureAwait(false);
        }
        catch (BadHttpRequestException e)
        {
            await RefuseAsync(context, e.StatusCode, e.Message).ConfigureAwait(false);
        }
        catch (RpcException e)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, e.Status.Detail).ConfigureAwait(false);
        }
        catch (Exception e) when (e is ToolchainException or StoreException)
        {
            await RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, e.Message).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            await RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, "The service is shutting down.").ConfigureAwait(false);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            context.RequestServices.GetRequiredService<ILogger<RewardCall>>().LogRewardsFailed(e);
            await RefuseAsync(context, StatusCodes.Status500InternalServerError, "The service failed; its log tells more.").ConfigureAwait(false);
        }
    }

    private static async Task<string> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(request.Body);
        return await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
    }

    private static Task RefuseAsync(HttpContext context, int status, string message) =>
        WriteAsync(context, status, $"{{\"error\":{System.Text.Json.JsonSerializer.Serialize(message)}}}");

    private static Task WriteAsync(HttpContext context, int status, string json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(json, context.RequestAborted);
    }
}
