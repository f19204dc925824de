using System.Text;
using System.Text.Json;
using Prover.Core.Lean;
using Prover.Lean.Repl;

namespace Prover.Lean.Tests.Repl;

/// <summary>What the REPL says (<c>NAME.in</c>) and what we make of it (<c>NAME.expected.out</c>).</summary>
public class ReplTranscriptTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Repl", "Transcripts");

    public static TheoryData<string> Names => [.. Directory.EnumerateFiles(Folder, "*.in").Select(f => Path.GetFileNameWithoutExtension(f)!)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_answer_means_what_the_transcript_says(string name)
    {
        var answers = (await File.ReadAllTextAsync(Path.Combine(Folder, $"{name}.in"), TestContext.Current.CancellationToken))
            .Split("\n\n", StringSplitOptions.RemoveEmptyEntries);

        var shown = string.Join("\n", answers.Select(Show));

        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(Folder, $"{name}.expected.out"), TestContext.Current.CancellationToken), shown);
    }

    private static string Show(string answer)
    {
        try
        {
            var read = JsonSerializer.Deserialize(answer, ReplJson.Default.ReplAnswer)!;
            return read.Message is { } refusal ? $"refused: {refusal}\n" : Show(read.ToLean());
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            return $"garbage ({e.GetType().Name})\n";
        }
    }

    private static string Show(LeanReply reply)
    {
        var text = new StringBuilder().Append($"environment {reply.Environment}, {reply.Elaboration.TotalMilliseconds} ms\n");
        foreach (var message in reply.Messages)
        {
            text.Append($"{message} (to {message.End})\n");
        }

        foreach (var sorry in reply.Sorries)
        {
            text.Append($"{sorry.Start} to {sorry.End}: {sorry.Goal}\n");
        }

        return text.ToString();
    }
}
