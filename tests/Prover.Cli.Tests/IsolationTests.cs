using Prover.Cli.Diagnosis;
using Prover.Lean.Isolation;
using Prover.Lean.Native;

namespace Prover.Cli.Tests;

/// <summary>What the doctor says of the sandbox.</summary>
public class IsolationTests
{
    private static readonly NativeToolchainOptions Native = new() { ProjectDirectory = "/project", AllowUnprotected = false };

    [Fact]
    public void A_sandbox_is_named_by_its_program()
    {
        var finding = IsolationExamination.Native(Protection.By(new Bubblewrap("/usr/bin/bwrap", true)), Native);

        Assert.Equal(("isolation", FindingState.Ok), (finding.Name, finding.State));
        Assert.Contains("bubblewrap (/usr/bin/bwrap)", finding.Found, StringComparison.Ordinal);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void The_want_of_a_sandbox_is_told_with_its_reason_and_what_follows()
    {
        var finding = IsolationExamination.Native(Protection.None("User namespaces are forbidden."), Native);

        Assert.Equal(FindingState.Warning, finding.State);
        Assert.Contains("prlimit only", finding.Found, StringComparison.Ordinal);
        Assert.Contains("User namespaces are forbidden.", finding.Found, StringComparison.Ordinal);
        Assert.Contains("refuses texts unless --allow-unprotected", finding.Found, StringComparison.Ordinal);
        Assert.Contains("bubblewrap", finding.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_has_no_native_Lean_has_nothing_to_mend()
    {
        var finding = IsolationExamination.Native(Protection.None("Not installed."), Native with { ProjectDirectory = null });

        Assert.Equal((FindingState.Ok, null), (finding.State, finding.Remedy));
    }

    [Fact]
    public void What_was_allowed_is_called_by_its_name()
    {
        var finding = IsolationExamination.Native(Protection.None("Not installed."), Native with { AllowUnprotected = true });

        Assert.Equal(FindingState.Warning, finding.State);
        Assert.Contains("they can do whatever you can", finding.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void The_embedded_Lean_is_spoken_of_too() =>
        Assert.Contains("WebAssembly", IsolationExamination.Embedded().Found, StringComparison.Ordinal);
}
