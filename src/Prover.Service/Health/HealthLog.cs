using Microsoft.Extensions.Logging;
using Prover.Core.Lean;

namespace Prover.Service.Health;

internal static partial class HealthLog
{
    [LoggerMessage(EventId = 3201, Level = LogLevel.Information, Message = "{Toolchain} is ready.")]
    public static partial void ToolchainReady(ILogger logger, ToolchainIdentity toolchain);

    [LoggerMessage(EventId = 3202, Level = LogLevel.Error, Message = "Lean could not be made ready; the next health check tries again.")]
    public static partial void ToolchainNotReady(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 3203, Level = LogLevel.Error, Message = "The store does not answer.")]
    public static partial void StoreDoesNotAnswer(ILogger logger, Exception exception);
}
