using Prover.Core.Lean;
using Prover.Lean.Isolation;
using Prover.Lean.Native;
using Prover.Lean.Tests.Native;

namespace Prover.Lean.Tests.Isolation;

/// <summary>What is found of bubblewrap, and what follows from it.</summary>
public sealed class ProtectionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("prover-lean-test-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_bubblewrap_there_is_no_sandbox()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "bubblewrap is a matter of Linux.");

        var protection = await BubblewrapProbe.RunAsync(null);

        Assert.False(protection.IsSandbox);
        Assert.Contains("not installed", protection.WhyNot, StringComparison.Ordinal);
        Assert.Contains("prlimit only", protection.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bubblewrap_that_does_not_work_is_no_sandbox_and_its_words_are_kept()
    {
        var protection = await BubblewrapProbe.RunAsync(Program("echo 'bwrap: setting up uid map: Permission denied' >&2; exit 1"));

        Assert.False(protection.IsSandbox);
        Assert.Contains("setting up uid map: Permission denied", protection.WhyNot, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bubblewrap_that_dies_in_silence_is_named_with_its_code()
    {
        var protection = await BubblewrapProbe.RunAsync(Program("exit 7"));

        Assert.Contains("code 7", protection.WhyNot, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_can_not_be_run_is_no_sandbox()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "bubblewrap is a matter of Linux.");

        Assert.False((await BubblewrapProbe.RunAsync(Path.Combine(_folder, "nothing"))).IsSandbox);
    }

    [Theory]
    [InlineData("exit 0", true)]
    [InlineData("case \"$*\" in *--disable-userns*) echo 'bwrap: Unknown option --disable-userns' >&2; exit 1;; esac", false)]
    public async Task A_bubblewrap_that_works_is_asked_for_as_much_as_it_can(string body, bool forbidsNesting)
    {
        var program = Program(body);

        var protection = await BubblewrapProbe.RunAsync(program);

        Assert.Equal(new Bubblewrap(program, forbidsNesting), protection.Bubblewrap);
        Assert.Equal(!forbidsNesting, protection.ToString().Contains("can't be forbidden", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_real_bubblewrap_is_found_out_by_running_it()
    {
        var protection = await Protection.FindAsync(Cancellation);

        Assert.SkipUnless(protection.IsSandbox, protection.WhyNot);
        Assert.StartsWith("bubblewrap (", protection.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_sandbox_text_is_refused_with_the_remedy_and_Lean_still_tells_its_version()
    {
        using var project = new FakeProject();
        using var lean = new NativeToolchain(project.Unprotected with { AllowUnprotected = false });

        var identity = await lean.PrepareAsync(null, Cancellation);
        var error = await Assert.ThrowsAsync<ToolchainException>(() => lean.OpenAsync(LeanImports.None, Cancellation));

        Assert.Equal("4.22.0", identity.LeanVersion);
        foreach (var words in (string[])["The test wants none.", "Install bubblewrap", "--allow-unprotected", "PROVER_ALLOW_UNPROTECTED=1"])
        {
            Assert.Contains(words, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Text_is_admitted_to_a_sandbox_or_by_who_answers_for_it()
    {
        UntrustedText.Admit(Protection.By(new Bubblewrap("bwrap", true)), allowUnprotected: false);
        UntrustedText.Admit(Protection.None("none"), allowUnprotected: true);
        Assert.Throws<ToolchainException>(() => UntrustedText.Admit(Protection.None("none"), allowUnprotected: false));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Program(string body)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "bubblewrap is a matter of Linux.");
        var path = Path.Combine(_folder, "bwrap");
        File.WriteAllText(path, $"#!/bin/sh\n{body}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return path;
    }
}
