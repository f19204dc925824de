using System.Text.Json.Nodes;
using Prover.Lean.Native;

namespace Prover.Lean.Tests.Native;

/// <summary>A Lake project in a temporary folder whose lake, lean and REPL are played by the stand-in.</summary>
internal sealed class FakeProject : IDisposable
{
    private readonly JsonArray _rules = [];

    public FakeProject()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-ins are shell scripts.");
        File.WriteAllText(Path.Combine(Folder, "lean-toolchain"), "leanprover/lean4:v4.22.0\n");
        File.WriteAllText(Path.Combine(Folder, "lake-manifest.json"), """{"version":"1.1.0","packages":[{"name":"mathlib"},{"name":"repl"}],"name":"demo"}""");
        WriteScript("lake", "shift\nPATH=$(dirname \"$0\"):$PATH exec \"$@\"");
        WriteScript("lean", $"exec '{Processes.StandIn.Path}' lean \"$@\"");
        WriteScript("repl", $"exec '{Processes.StandIn.Path}' repl '{Script}'");
        File.WriteAllText(Script, "[]");
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("prover-lean-test-").FullName;

    public NativeToolchainOptions Options => new()
    {
        ProjectDirectory = Folder,
        LakePath = Path.Combine(Folder, "lake"),
        ReplPath = Path.Combine(Folder, "repl"),
        AddressSpaceLimitBytes = 0, // .NET, which plays Lean, reserves more than any Lean.
    };

    /// <summary>Every request that the REPL saw.</summary>
    public string Requests => File.ReadAllText(Script + ".log");

    private string Script => Path.Combine(Folder, "script.json");

    /// <summary>What the REPL does with a command that contains <paramref name="part"/>; the first rule that fits counts.</summary>
    public FakeProject When(string part, string behaviour) => Add(new JsonObject { ["when"] = part, ["do"] = behaviour });

    public FakeProject WhenAnswer(string part, string answer, int? environment = null)
    {
        var rule = new JsonObject { ["when"] = part, ["answer"] = JsonNode.Parse(answer) };
        if (environment is { } id)
        {
            rule["in"] = id;
        }

        return Add(rule);
    }

    private void WriteScript(string name, string body)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, $"#!/bin/sh\n{body}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private FakeProject Add(JsonObject rule)
    {
        _rules.Add(rule);
        File.WriteAllText(Script, _rules.ToJsonString());
        return this;
    }
}
