namespace Prover.Lean.Processes;

/// <summary>Exit codes in words.</summary>
internal static class ExitCodes
{
    private const int SignalBase = 128;

    /// <summary>E.g. <c>code 137 (signal 9, killed; often for want of memory)</c>.</summary>
    public static string Describe(int code) => (code - SignalBase) switch
    {
        4 => $"code {code} (signal 4, an illegal instruction)",
        6 => $"code {code} (signal 6, it aborted)",
        7 => $"code {code} (signal 7, a bus error)",
        9 => $"code {code} (signal 9, killed; often for want of memory)",
        11 => $"code {code} (signal 11, a segmentation fault; often a stack that ran over)",
        15 => $"code {code} (signal 15, asked to end)",
        _ => $"code {code}",
    };
}
