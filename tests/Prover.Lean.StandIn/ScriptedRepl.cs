using System.Text.Json;
using System.Text.Json.Nodes;

namespace Prover.Lean.StandIn;

/// <summary>A REPL that answers by rules, in the real one's pretty-printed form. A script is a JSON array of rules
/// <c>{"when": part of the command, "in": environment?, "after": part of an earlier command?, "answer": {...} | "do": "hang"|"crash"|"garbage"}</c>;
/// the first that fits is played, and a command that fits none is answered by a new environment alone.
/// Every request is written to the file <c>SCRIPT.log</c> where that can be written. Lines that <see cref="Attempts"/> knows are
/// attempted, and what came of them is a message.</summary>
internal static class ScriptedRepl
{
    private static readonly JsonSerializerOptions Pretty = new() { WriteIndented = true };

    public static int Play(string path)
    {
        var rules = JsonNode.Parse(File.ReadAllText(path))!.AsArray();
        var environments = 0;
        var earlier = string.Empty;
        while (Requests.Next() is { } text)
        {
            Log(path + ".log", text);
            var request = JsonNode.Parse(text)!.AsObject();
            var rule = rules.FirstOrDefault(r => Fits(r!, request, earlier));
            earlier += request["cmd"]!.GetValue<string>() + '\n';
            switch (rule?["do"]?.GetValue<string>())
            {
                case "hang":
                    return Requests.Hang();
                case "crash":
                    Console.Error.WriteLine("Stack overflow detected. Aborting.");
                    return 134;
                case "garbage":
                    Requests.Answer("uncaught exception: no such file");
                    continue;
            }

            var answer = rule?["answer"]?.DeepClone().AsObject() ?? [];
            if (!answer.ContainsKey("message") && !answer.ContainsKey("env"))
            {
                answer["env"] = environments++;
            }

            if (Attempts.Make(request["cmd"]!.GetValue<string>()) is { } outcome)
            {
                answer["messages"] = new JsonArray(new JsonObject
                {
                    ["severity"] = "info",
                    ["pos"] = new JsonObject { ["line"] = 1, ["column"] = 0 },
                    ["data"] = outcome,
                });
            }

            Requests.Answer(answer.ToJsonString(Pretty));
        }

        return 0;
    }

    private static void Log(string path, string text)
    {
        try
        {
            File.AppendAllText(path, text + "\n");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // In a sandbox nothing of the project can be written.
        }
    }

    private static bool Fits(JsonNode rule, JsonObject request, string earlier) =>
        request["cmd"]!.GetValue<string>().Contains(rule["when"]!.GetValue<string>(), StringComparison.Ordinal)
        && (rule["after"] is not { } after || earlier.Contains(after.GetValue<string>(), StringComparison.Ordinal))
        && (rule["in"] is not { } environment || environment.GetValue<int>() == request["env"]?.GetValue<int>());
}
