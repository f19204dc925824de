using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;

namespace Prover.Service.Tests.Support;

internal static class Failures
{
    /// <summary>The token of the running test.</summary>
    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<RpcException> FailsWith(StatusCode code, Func<Task> call)
    {
        var e = await Assert.ThrowsAsync<RpcException>(call);
        Assert.Equal(code, e.StatusCode);
        return e;
    }

    public static T Detail<T>(this RpcException e)
        where T : class, IMessage<T>, new()
    {
        var detail = e.GetRpcStatus()?.GetDetail<T>();
        Assert.NotNull(detail);
        return detail;
    }

    /// <summary>The fields that an INVALID_ARGUMENT names.</summary>
    public static async Task<string[]> FieldsRefused(Func<Task> call) =>
        [.. (await FailsWith(StatusCode.InvalidArgument, call)).Detail<BadRequest>().FieldViolations.Select(v => v.Field)];

    public static async Task<List<T>> ReadAll<T>(this AsyncServerStreamingCall<T> call)
    {
        var all = new List<T>();
        await foreach (var message in call.ResponseStream.ReadAllAsync(Token))
        {
            all.Add(message);
        }

        return all;
    }
}
