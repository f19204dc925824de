using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Prover.Core.Models;
using Prover.Core.Storage;
using Prover.Core.Verification;
using Prover.Service.Mapping;
using Status = Google.Rpc.Status;

namespace Prover.Service.Errors;

/// <summary>Every error that the service gives, in the standard's rich form.</summary>
internal static class RpcErrors
{
    public static RpcException ToRpc(this Status status) => status.ToRpcException();

    public static Status Invalid(BadRequest badRequest) => New(
        StatusCode.InvalidArgument,
        string.Join(' ', badRequest.FieldViolations.Select(v => $"{v.Field}: {v.Description}")),
        badRequest);

    /// <summary>A grade that can't be had is a matter of the request.</summary>
    public static Status Unsupported(NotSupportedException exception) =>
        Invalid(new BadRequest { FieldViolations = { new BadRequest.Types.FieldViolation { Field = "grade", Description = exception.Message } } });

    public static Status InvalidStatement(InvalidStatementException exception)
    {
        var detail = new V1.InvalidStatement();
        detail.Messages.AddRange(exception.Messages.Select(VerdictMapping.ToWire));
        return New(StatusCode.InvalidArgument, exception.Message, detail);
    }

    public static Status NoSuchProof(string id) => New(
        StatusCode.NotFound,
        "There is no proof with this id.",
        new ResourceInfo { ResourceType = "prover.v1.Proof", ResourceName = id });

    public static Status NoSuchCampaign(string name) => New(
        StatusCode.NotFound,
        "There is no campaign with this name; ListCampaigns tells which there are.",
        new ResourceInfo { ResourceType = "prover.v1.Campaign", ResourceName = name });

    public static Status NoDeepThinker() => New(StatusCode.Unimplemented, "This service was put together without deep thinking.");

    public static Status NoRounds() => New(
        StatusCode.FailedPrecondition, "The service was given no folder of campaigns: name one with 'prover serve --rounds DIR'.");

    /// <summary>A campaign whose files are damaged needs a person.</summary>
    public static Status Rounds(Exception exception) => New(StatusCode.DataLoss, exception.Message);

    public static Status Overloaded(string reason, TimeSpan retryAfter) => New(
        StatusCode.ResourceExhausted, reason, new RetryInfo { RetryDelay = Duration.FromTimeSpan(retryAfter) });

    public static Status ShuttingDown() => New(StatusCode.Unavailable, "The service is shutting down.");

    public static Status Unauthenticated() => New(
        StatusCode.Unauthenticated, "The service wants its API key: send \"authorization: Bearer <key>\".");

    public static Status Cancelled() => New(StatusCode.Cancelled, "The call was cancelled.");

    public static Status NoToolchain(string reason) => New(StatusCode.FailedPrecondition, reason);

    /// <summary>Reason in the <see cref="ErrorInfo"/> of what is wrong with models or prompts.</summary>
    public const string ModelsReason = "MODELS";

    /// <summary>A model that is none, or models or prompts that are configured wrongly: the same call comes to the same until somebody mends it.</summary>
    public static Status Models(Exception exception) => New(
        exception is ModelException { IsTransient: true } ? StatusCode.Unavailable : StatusCode.FailedPrecondition,
        exception.Message,
        new ErrorInfo { Reason = ModelsReason, Domain = "prover" });

    /// <summary>A store that somebody else holds may answer later; anything else wrong with it needs a person.</summary>
    public static Status Store(StoreException exception) => New(
        exception.InnerException is TimeoutException or IOException ? StatusCode.Unavailable : StatusCode.DataLoss, exception.Message);

    public static Status Internal(string id) => New(
        StatusCode.Internal,
        $"The service failed; its log tells more under the id {id}.",
        new RequestInfo { RequestId = id });

    private static Status New(StatusCode code, string message, params IMessage[] details)
    {
        var status = new Status { Code = (int)code, Message = message };
        status.Details.AddRange(details.Select(Any.Pack));
        return status;
    }
}
