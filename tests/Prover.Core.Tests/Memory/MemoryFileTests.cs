using Prover.Core.Memory;
using Prover.Core.Memory.Files;
using Prover.Tests.Support;

namespace Prover.Core.Tests.Memory;

public sealed class MemoryFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("prover-memory-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string FilePath => Path.Combine(_folder, "deeper", "memory.jsonl");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static LearnedProof Proof(int number) => new(
        $"p{number}",
        [
            new ProofStep(SampleGoals.Draw(new Random(number)).Text(), $"exact lemma{number}") { GoalsLeft = 1 },
            new ProofStep("n : ℕ\nh : n < 3\n⊢ n < 4", "\"quoted\"\n  simp [h] -- 𝒜 ∀"),
        ]);

    private async Task FillAsync(int count)
    {
        await using var memory = await TacticMemory.OpenAsync(FilePath, Stop);
        for (var i = 0; i < count; i++)
        {
            await memory.LearnAsync(Proof(i), Stop);
        }
    }

    [Fact]
    public async Task After_a_restart_suggestions_are_the_same()
    {
        await using var lasting = TacticMemory.InMemory();
        for (var i = 0; i < 700; i++)
        {
            await lasting.LearnAsync(Proof(i), Stop);
        }

        await FillAsync(600);
        await using (var again = await TacticMemory.OpenAsync(FilePath, Stop))
        {
            for (var i = 500; i < 700; i++)
            {
                await again.LearnAsync(Proof(i), Stop);
            }
        }

        await using var reopened = await TacticMemory.OpenAsync(FilePath, Stop);
        Assert.Equal(lasting.Statistics, reopened.Statistics);
        var (then, now) = (lasting.AsOf(300), reopened.AsOf(300));
        for (var i = 1000; i < 1040; i++)
        {
            var goal = SampleGoals.Draw(new Random(i)).Text();
            Assert.Equal(lasting.Suggest(goal, 20), reopened.Suggest(goal, 20));
            Assert.Equal(then.Suggest(goal, 20), now.Suggest(goal, 20));
        }
    }

    [Fact]
    public async Task A_torn_last_line_is_cut_off_wherever_it_was_torn()
    {
        await FillAsync(2);
        var bytes = await File.ReadAllBytesAsync(FilePath, Stop);
        var ends = Enumerable.Range(0, bytes.Length).Where(i => bytes[i] == '\n').ToList();
        for (var length = 0; length <= bytes.Length; length++)
        {
            await File.WriteAllBytesAsync(FilePath, bytes[..length], Stop);
            await using (var memory = await TacticMemory.OpenAsync(FilePath, Stop))
            {
                Assert.Equal(Math.Max(0, ends.Count(e => e < length) - 1), memory.Count);
                await memory.LearnAsync(Proof(0), Stop);
                await memory.LearnAsync(Proof(1), Stop);
            }

            Assert.Equal(bytes, await File.ReadAllBytesAsync(FilePath, Stop));
        }
    }

    [Theory]
    [InlineData("{\"id\":\"p1\",\"st", "line 3")]
    [InlineData("{\"id\":\"p1\"}", "line 3")]
    [InlineData("null", "line 3")]
    [InlineData("", "line 3")]
    public async Task A_damaged_line_in_the_middle_is_an_error_that_names_file_and_line(string damage, string place)
    {
        await FillAsync(3);
        var lines = await File.ReadAllLinesAsync(FilePath, Stop);
        lines[2] = damage;
        await File.WriteAllLinesAsync(FilePath, lines, Stop);
        var before = await File.ReadAllBytesAsync(FilePath, Stop);

        var failure = await Assert.ThrowsAsync<MemoryException>(() => TacticMemory.OpenAsync(FilePath, Stop));

        Assert.Contains(FilePath, failure.Message, StringComparison.Ordinal);
        Assert.Contains(place, failure.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(FilePath, Stop));
    }

    [Theory]
    [InlineData("Dear diary")]
    [InlineData("Dear diary\n")]
    [InlineData("{\"name\":\"x\"}\n{\"name\":\"y\"}\n")]
    [InlineData("{\"memory\":0}\n")]
    [InlineData("{\"memory\":2}\n")]
    [InlineData("{\"memory\":1}\nDear diary")]
    public async Task A_file_of_something_else_is_left_alone(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        await File.WriteAllTextAsync(FilePath, text, Stop);

        await Assert.ThrowsAsync<MemoryException>(() => TacticMemory.OpenAsync(FilePath, Stop));

        Assert.Equal(text, await File.ReadAllTextAsync(FilePath, Stop));
    }

    [Fact]
    public async Task A_file_that_somebody_has_open_is_refused_with_the_remedy()
    {
        await using (await TacticMemory.OpenAsync(FilePath, Stop))
        {
            var failure = await Assert.ThrowsAsync<MemoryException>(() => TacticMemory.OpenAsync(FilePath, Stop));
            Assert.Contains("in use", failure.Message, StringComparison.Ordinal);
        }

        await using var free = await TacticMemory.OpenAsync(FilePath, Stop);
        Assert.Equal(0, free.Count);
    }

    [Fact]
    public async Task What_can_not_be_written_is_taken_back_and_not_known()
    {
        var disk = new SmallDisk { Room = 1000 };
        var file = await MemoryFile.OpenAsync("small", disk, _ => { }, Stop);
        var first = new LearnedProof("a", [new ProofStep("⊢ 1 = 1", "rfl")]);
        await file.AddAsync(first);
        var before = disk.ToArray();

        var failure = await Assert.ThrowsAsync<MemoryException>(() => file.AddAsync(new LearnedProof("b", [new ProofStep("⊢ 1 = 1", new string('x', 2000))])));

        Assert.Contains("Free space", failure.Message, StringComparison.Ordinal);
        Assert.Equal(before, disk.ToArray());
        await file.AddAsync(first with { Id = "c" });
        Assert.Equal(before, disk.ToArray()[..before.Length]);
    }

    [Fact]
    public async Task A_process_that_is_killed_while_it_learns_has_lost_nothing_that_it_acknowledged()
    {
        var acknowledged = new List<string>();
        for (var round = 0; round < 3; round++)
        {
            using var process = DummyProcess.Start(typeof(Dummy.Program).Assembly, "learn", FilePath, $"r{round}");
            for (var i = 0; i < 40 && await process.ReadLineAsync(Stop) is { } id; i++)
            {
                acknowledged.Add(id);
            }

            await process.KillAsync(Stop);
            acknowledged.AddRange(await process.ReadAsync(int.MaxValue, Stop));
        }

        await using var memory = await TacticMemory.OpenAsync(FilePath, Stop);
        Assert.True(acknowledged.Count >= 120);
        Assert.InRange(memory.Count, acknowledged.Count, acknowledged.Count + 3);
        foreach (var id in acknowledged)
        {
            Assert.Equal(id, memory.Suggest($"x : ℤ\n⊢ f_{id} x = 0", 1)[0].ProofId);
        }
    }

    private sealed class SmallDisk : MemoryStream
    {
        public int Room { get; init; }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await base.WriteAsync(buffer[..Math.Min(buffer.Length, Room - (int)Length)], cancellationToken);
            if (Length == Room)
            {
                throw new IOException("No space left on device.");
            }
        }
    }
}
