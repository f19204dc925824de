using System.Text.Json.Nodes;
using Prover.Core.Lean;
using Prover.Lean.Processes;

namespace Prover.Lean.Tests.Processes;

/// <summary>What is kept with the help of Linux: limits, and that nothing lives on.</summary>
public class LinuxProcessTests
{
    public LinuxProcessTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "Linux keeps these promises.");

    [Fact]
    public async Task A_process_that_eats_memory_is_ended_at_its_limit()
    {
        await using var process = await StandIn.PlayAsync(
            new LeanProcessOptions { Command = StandIn.Path, Arguments = ["eat"], MemoryLimitBytes = 300L << 20 });

        var error = await Assert.ThrowsAsync<LeanSessionException>(() => process.AskAsync());

        Assert.Contains("more than its limit of 314,572,800", error.Message, StringComparison.Ordinal);
        await StandIn.EndsAsync(process.Id);
    }

    [Fact]
    public async Task Time_of_children_counts_for_the_process_and_not_for_its_first_thread()
    {
        await using var process = await StandIn.PlayAsync(new LeanProcessOptions
        {
            Command = "sh",
            Arguments = ["-c", "read line; read empty; (i=0; while [ $i -lt 300000 ]; do i=$((i + 1)); done); printf '{}\\n\\n'; read line"],
        });

        await process.AskAsync();

        var (all, first) = (process.ProcessorTime, process.FirstThreadTime);
        Assert.NotNull(first);
        Assert.True(all > first && all - first > first, $"{all} in all, {first} of the first thread");
    }

    [Fact]
    public async Task Memory_of_children_counts()
    {
        await using var process = await StandIn.PlayAsync(
            new LeanProcessOptions { Command = "sh", Arguments = ["-c", "\"$0\" eat; true", StandIn.Path], MemoryLimitBytes = 300L << 20 });

        var error = await Assert.ThrowsAsync<LeanSessionException>(() => process.AskAsync());

        Assert.Contains("more than its limit", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_kernel_is_told_the_limit_of_the_address_space()
    {
        Assert.SkipUnless(await Confinement.CanLimitAddressSpaceAsync(), "There is no prlimit here.");
        await using var process = await StandIn.PlayAsync(new LeanProcessOptions
        {
            Command = "sh",
            Arguments = ["-c", "read line; printf '{\"kib\": %s}\\n\\n' $(ulimit -v); read line"],
            AddressSpaceLimitBytes = 1L << 30,
        });

        Assert.Equal(1 << 20, (int)(await process.AskAsync())["kib"]!);
    }

    [Fact]
    public async Task Children_die_with_a_process_that_is_disposed_of()
    {
        var process = await StandIn.PlayAsync("orphan");
        var child = (int)(await process.AskAsync())["child"]!;
        Assert.True(StandIn.IsRunning(child));

        await process.DisposeAsync();

        await StandIn.EndsAsync(child);
    }

    [Fact]
    public async Task Children_die_with_a_process_that_crashes_and_do_not_hold_up_its_failure()
    {
        await using var process = await StandIn.PlayAsync("orphan");
        var child = (int)(await process.AskAsync())["child"]!;

        var error = await Assert.ThrowsAsync<LeanSessionException>(() => process.AskAsync());

        Assert.Contains("code 3", error.Message, StringComparison.Ordinal);
        await StandIn.EndsAsync(child);
    }

    [Fact]
    public async Task A_process_does_not_survive_the_kill_of_its_owner()
    {
        Assert.SkipUnless((await Confinement.PrefixAsync(new LeanProcessOptions { Command = "sh" })).Any(word => Path.GetFileName(word) == "setpriv"), "There is no setpriv here.");
        using var owner = StandIn.Start("owner");
        await owner.StandardInput.WriteAsync("{}\n\n");
        await owner.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        var child = (int)JsonNode.Parse((await owner.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!)!["child"]!;
        Assert.True(StandIn.IsRunning(child));

        owner.Kill();

        await StandIn.EndsAsync(child);
    }
}
