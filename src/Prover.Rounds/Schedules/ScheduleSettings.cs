using System.Globalization;

namespace Prover.Rounds.Schedules;

/// <summary>Settings of a <see cref="WideningSchedule"/>.</summary>
public sealed record ScheduleSettings
{
    /// <summary>Bands of difficulty. Default 4.</summary>
    public int Bands { get; init; } = 4;

    /// <summary>The part of the hardest open band's tried problems whose solution opens the next. Default ½.</summary>
    public double WidenAt { get; init; } = 0.5;

    /// <summary>Rounds that one problem is tried in at most. Default 3.</summary>
    public int MaxTries { get; init; } = 3;

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Bands} bands, the next opened at {WidenAt:0.###}, {MaxTries} tries");
}
