using Microsoft.Extensions.Logging;

namespace Prover.Models.Retry;

internal static partial class RetryLog
{
    [LoggerMessage(4001, LogLevel.Information, "Model '{Model}' is asked again in {Seconds:0.0} s: {Reason}")]
    public static partial void AskedAgain(ILogger logger, string model, double seconds, string reason);

    [LoggerMessage(4002, LogLevel.Warning, "An answer of model '{Model}' was cut: {Reason}")]
    public static partial void Cut(ILogger logger, string model, string reason);
}
