using Prover.Core.Verification;

namespace Prover.Cli.Output;

/// <summary>What the process tells the shell.</summary>
internal static class ExitCode
{
    public const int Proved = 0;
    public const int NotProved = 1;
    public const int Usage = 2;
    public const int Unknown = 3;

    public static int Of(VerdictKind kind) => kind switch
    {
        VerdictKind.Proved => Proved,
        VerdictKind.Rejected or VerdictKind.NotProved or VerdictKind.Refuted => NotProved,
        _ => Unknown,
    };
}
