using System.Text;
using Prover.Core.Lean;
using Prover.Lean.Processes;

namespace Prover.Lean.Tests.Processes;

public class LeanProcessTests
{
    [Fact]
    public async Task An_answer_of_several_lines_ends_at_its_blank_line()
    {
        await using var process = await StandIn.PlayAsync("echo");

        var first = await process.AskAsync("{\"cmd\":\"a\"}");
        var second = await process.AskAsync("{\"cmd\":\"bc\"}");

        Assert.Equal("a", (string?)first["request"]!["cmd"]);
        Assert.Equal("bc", (string?)second["request"]!["cmd"]);
    }

    [Fact]
    public async Task A_request_and_an_answer_larger_than_any_pipe_pass_each_other()
    {
        await using var process = await StandIn.PlayAsync("echo");
        var text = new string('x', 4 << 20);

        var answer = await process.AskAsync($"{{\"cmd\":\"{text}\"}}");

        Assert.Equal(text, (string?)answer["request"]!["cmd"]);
    }

    [Fact]
    public async Task A_flood_on_standard_error_neither_blocks_nor_stays_in_memory()
    {
        await using var process = await StandIn.PlayAsync("flood", "100");

        await process.AskAsync();

        Assert.True(process.IsAlive);
    }

    [Fact]
    public async Task Of_standard_error_the_end_is_kept()
    {
        var tail = new OutputTail(capacityBytes: 10);

        await tail.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(new string('x', 9_001) + "the end")), TestContext.Current.CancellationToken);

        Assert.Equal("xxxthe end", tail.Text());
        Assert.Equal(9_008, tail.WrittenBytes);
    }

    [Fact]
    public async Task A_process_that_dies_in_mid_answer_is_named_with_its_code_and_last_words()
    {
        await using var process = await StandIn.PlayAsync("crash");

        var error = await Assert.ThrowsAsync<LeanSessionException>(() => process.AskAsync());

        Assert.Contains(StandIn.Path, error.Message, StringComparison.Ordinal);
        Assert.Contains("code 1", error.Message, StringComparison.Ordinal);
        Assert.Contains("PANIC at Lean.Expr.bindingBody!", error.Message, StringComparison.Ordinal);
        Assert.False(process.IsAlive);
    }

    [Fact]
    public async Task A_deadly_signal_is_named()
    {
        await using var process = await StandIn.PlayAsync(new LeanProcessOptions { Command = "sh", Arguments = ["-c", "read line; kill -SEGV $$"] });

        var error = await Assert.ThrowsAsync<LeanSessionException>(() => process.AskAsync());

        Assert.Contains("segmentation fault", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_that_ends_at_once_fails_the_first_request()
    {
        await using var process = await StandIn.PlayAsync("exit", "7");

        var error = await Assert.ThrowsAsync<LeanSessionException>(() => process.AskAsync());

        Assert.Contains("code 7", error.Message, StringComparison.Ordinal);
        Assert.Contains("no such project", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_that_closes_its_output_is_ended()
    {
        await using var process = await StandIn.PlayAsync(
            new LeanProcessOptions { Command = "sh", Arguments = ["-c", "read line; exec >&-; while true; do sleep 600; done"] });

        var error = await Assert.ThrowsAsync<LeanSessionException>(() => process.AskAsync());

        Assert.Contains("closed its output", error.Message, StringComparison.Ordinal);
        await StandIn.EndsAsync(process.Id);
    }

    [Fact]
    public async Task An_answer_without_end_is_cut_short_by_ending_the_process()
    {
        await using var process = await StandIn.PlayAsync(
            new LeanProcessOptions { Command = StandIn.Path, Arguments = ["endless"], MaxAnswerBytes = 1 << 20 });

        var error = await Assert.ThrowsAsync<LeanSessionException>(() => process.AskAsync());

        Assert.Contains("an answer of more than 1,048,576 bytes", error.Message, StringComparison.Ordinal);
        await StandIn.EndsAsync(process.Id);
    }

    [Fact]
    public async Task Words_that_nobody_asked_for_are_not_taken_for_the_next_answer()
    {
        await using var process = await StandIn.PlayAsync("unasked");

        await process.AskAsync();
        var error = await Assert.ThrowsAsync<LeanSessionException>(() => process.AskAsync());

        Assert.Contains("without being asked", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_a_request_ends_the_process()
    {
        await using var process = await StandIn.PlayAsync("hang");
        using var cancel = new CancellationTokenSource();

        var asking = process.AskAsync("{}"u8.ToArray(), cancel.Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        Assert.False(process.IsAlive);
        await StandIn.EndsAsync(process.Id);
    }

    [Fact]
    public async Task A_process_that_leaves_at_the_end_of_its_input_is_not_killed()
    {
        var farewell = Path.Combine(Directory.CreateTempSubdirectory().FullName, "farewell");
        var process = await StandIn.PlayAsync(
            new LeanProcessOptions { Command = "sh", Arguments = ["-c", "while read line; do printf '{}\\n\\n'; done; echo bye > \"$0\"", farewell] });

        await process.AskAsync();
        await process.DisposeAsync();

        Assert.Equal("bye\n", await File.ReadAllTextAsync(farewell, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_command_that_does_not_exist_is_a_matter_of_the_toolchain()
    {
        var error = await Assert.ThrowsAsync<ToolchainException>(() => StandIn.PlayAsync(new LeanProcessOptions { Command = "no-such-lean" }));

        Assert.Contains("'no-such-lean' can't be run", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, 1024)]
    [InlineData(0, 0)]
    public async Task Limits_that_make_no_sense_are_refused(long memoryLimitBytes, long maxAnswerBytes)
    {
        var options = new LeanProcessOptions { Command = "sh", MemoryLimitBytes = memoryLimitBytes, MaxAnswerBytes = maxAnswerBytes };

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => StandIn.PlayAsync(options));
    }
}
