namespace Prover.Cli.Diagnosis;

/// <summary>How well something is.</summary>
internal enum FindingState
{
    Ok,
    Warning,
    Error,
}

/// <summary>One thing that was looked at.</summary>
/// <param name="Name">What.</param>
/// <param name="State">How well it is; an error keeps the main job from working.</param>
/// <param name="Found">What was found.</param>
/// <param name="Remedy">What to do about it, where something is to do.</param>
internal sealed record Finding(string Name, FindingState State, string Found, string? Remedy = null);
