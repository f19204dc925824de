using Microsoft.Extensions.Logging;

namespace Prover.Service.Errors;

internal static partial class ErrorLog
{
    [LoggerMessage(EventId = 3101, Level = LogLevel.Error, Message = "{Method}: Lean is not ready.")]
    public static partial void ToolchainFailed(ILogger logger, string method, Exception exception);

    [LoggerMessage(EventId = 3102, Level = LogLevel.Error, Message = "{Method}: the store failed.")]
    public static partial void StoreFailed(ILogger logger, string method, Exception exception);

    [LoggerMessage(EventId = 3104, Level = LogLevel.Warning, Message = "{Method}: language models or prompts are not as they should be.")]
    public static partial void ModelsFailed(ILogger logger, string method, Exception exception);

    [LoggerMessage(EventId = 3105, Level = LogLevel.Error, Message = "{Method}: the files of a campaign are damaged.")]
    public static partial void RoundsFailed(ILogger logger, string method, Exception exception);

    [LoggerMessage(EventId = 3103, Level = LogLevel.Error, Message = "{Method} failed; the client was given the id {ErrorId}.")]
    public static partial void CallFailed(ILogger logger, string method, string errorId, Exception exception);
}
