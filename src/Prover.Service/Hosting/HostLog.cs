using Microsoft.Extensions.Logging;

namespace Prover.Service.Hosting;

internal static partial class HostLog
{
    [LoggerMessage(EventId = 3001, Level = LogLevel.Information, Message = "Listening on {Addresses}; asks for an API key: {HasKey}.")]
    public static partial void Listening(ILogger logger, string addresses, bool hasKey);

    [LoggerMessage(EventId = 3002, Level = LogLevel.Warning, Message = "Listening beyond this machine without an API key: anybody who reaches {Addresses} can have Lean texts run. Set PROVER_API_KEY.")]
    public static partial void Unprotected(ILogger logger, string addresses);

    [LoggerMessage(EventId = 3003, Level = LogLevel.Information, Message = "Shutting down; running calls have {Grace}.")]
    public static partial void Draining(ILogger logger, TimeSpan grace);

    [LoggerMessage(EventId = 3004, Level = LogLevel.Warning, Message = "The grace is over; cancelling the calls that still run.")]
    public static partial void GraceExpired(ILogger logger);

    [LoggerMessage(EventId = 3005, Level = LogLevel.Error, Message = "Some calls did not end after they were cancelled; their connections are cut.")]
    public static partial void CallsLeft(ILogger logger);
}
