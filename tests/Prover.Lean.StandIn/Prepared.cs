using System.Text.Json.Nodes;

namespace Prover.Lean.StandIn;

/// <summary>What a test prepared in the project's folder, where <c>lean</c> runs: <c>compiled/N.part</c> and <c>compiled/N.olean</c> say what a text that
/// holds the part compiles to, <c>kernel.txt</c> what the kernel answers.</summary>
internal static class Prepared
{
    /// <summary>The compiled file of a text; null when none was prepared for it.</summary>
    public static byte[]? For(string text)
    {
        var fits = !Directory.Exists("compiled") ? null : Directory.EnumerateFiles("compiled", "*.part").Order(StringComparer.Ordinal)
            .FirstOrDefault(part => text.Contains(File.ReadAllText(part), StringComparison.Ordinal));
        return fits is null ? null : File.ReadAllBytes(Path.ChangeExtension(fits, ".olean"));
    }

    /// <summary>Answers as the kernel's program: what was prepared, once program and request have been found to be what they should.</summary>
    public static int Replay(string program, string request)
    {
        var body = JsonNode.Parse(File.ReadAllText(request))!["replay"]!;
        var declarations = body["declarations"]!.AsArray();
        if (!File.ReadAllText(program).Contains("addDeclCore", StringComparison.Ordinal) || declarations.Count == 0)
        {
            Console.Error.WriteLine("lean: this is no program that replays, or there is nothing to replay");
            return 1;
        }

        var names = declarations.Select(d => NameOf(body, (int)(d!["name"] ?? d["types"]![0]!["name"]!)));
        switch (File.ReadAllText("kernel.txt").Trim())
        {
            case "accept":
                Console.WriteLine($"{{\"replayed\":{{\"ok\":true,\"added\":{declarations.Count},\"build_ms\":1,\"kernel_ms\":2}}}}");
                return 0;
            case "names":
                // Whoever asks is told, as a refusal, what was declared.
                Console.WriteLine(new JsonObject
                {
                    ["replayed"] = new JsonObject { ["ok"] = false, ["declaration"] = 0, ["name"] = string.Join(' ', names), ["reason"] = "told" },
                }.ToJsonString());
                return 0;
            case "die":
                Console.Error.WriteLine("Stack overflow detected. Aborting.");
                return 134;
            case "hang":
                return Requests.Hang();
            case ['#', ..] attempt:
                Console.WriteLine(new JsonObject { ["message"] = Attempts.Make(attempt) }.ToJsonString());
                return 0;
            case var words:
                Console.WriteLine(words);
                return 0;
        }
    }

    private static string NameOf(JsonNode body, int number) => (string)body["names"]![number - 1]![1]!;
}
