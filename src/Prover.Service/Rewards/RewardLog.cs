using Microsoft.Extensions.Logging;

namespace Prover.Service.Rewards;

internal static partial class RewardLog
{
    [LoggerMessage(EventId = 3201, Level = LogLevel.Error, Message = "POST /v1/rewards failed.")]
    public static partial void LogRewardsFailed(this ILogger logger, Exception exception);
}
