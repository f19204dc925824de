using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Prover.Core.Auditing;
using Prover.Lean.Isolation;
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
        Directory.CreateDirectory(Path.Combine(Sysroot, "bin"));
        Directory.CreateDirectory(Path.Combine(Sysroot, "lib", "lean"));
        Directory.CreateDirectory(Library);
        LakeSays($"LEAN_SYSROOT={Sysroot}", $"LEAN_PATH={Library}", $"LEAN_SRC_PATH={Folder}");
        WriteScript("lake", $"[ \"$*\" = env ] && exec cat '{Folder}/lake.env'\nexit 1");
        WriteScript("toolchain/bin/lean", $"{Runtime}exec '{Processes.StandIn.Path}' lean \"$@\"");
        WriteScript("repl", $"{Runtime}exec '{Processes.StandIn.Path}' repl '{Script}'");
        File.WriteAllText(Script, "[]");
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("prover-lean-test-").FullName;

    /// <summary>Lean's own folder.</summary>
    public string Sysroot => Path.Combine(Folder, "toolchain");

    /// <summary>The folder of the project's compiled files.</summary>
    public string Library => Path.Combine(Folder, ".lake", "build", "lib", "lean");

    /// <summary>Options for this project: in a sandbox where there is one.</summary>
    public NativeToolchainOptions Options => new()
    {
        ProjectDirectory = Folder,
        LakePath = Path.Combine(Folder, "lake"),
        ReplPath = Path.Combine(Folder, "repl"),
        AddressSpaceLimitBytes = 0, // .NET, which plays Lean, reserves more than any Lean.
        AllowUnprotected = true,
        ReadOnlyFolders = [AppContext.BaseDirectory, DotnetRoot],
    };

    /// <summary>The same without a sandbox.</summary>
    public NativeToolchainOptions Unprotected => Options with { Protection = Protection.None("The test wants none.") };

    /// <summary>Every request that the REPL saw.</summary>
    public string Requests => File.ReadAllText(Script + ".log");

    private string Script => Path.Combine(Folder, "script.json");

    public static string DotnetRoot => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));

    // .NET's own pages that are written under one address and run under another are a file of 2 GB, more than Lean may write.
    // Its heap reserves more addresses than Lean may have.
    private static string Runtime => $"export DOTNET_ROOT='{DotnetRoot}' DOTNET_EnableWriteXorExecute=0 DOTNET_GCRegionRange=400000000\n";

    /// <summary>What <c>lake env</c> prints.</summary>
    public void LakeSays(params string[] lines) => File.WriteAllLines(Path.Combine(Folder, "lake.env"), lines);

    /// <summary>What the REPL does with a command that contains <paramref name="part"/>; the first rule that fits counts.</summary>
    public FakeProject When(string part, string behaviour) => Add(new JsonObject { ["when"] = part, ["do"] = behaviour });

    public FakeProject WhenAnswer(string part, string answer, int? environment = null, string? after = null)
    {
        var rule = new JsonObject { ["when"] = part, ["answer"] = JsonNode.Parse(answer) };
        if (after is not null)
        {
            rule["after"] = after;
        }

        if (environment is { } id)
        {
            rule["in"] = id;
        }

        return Add(rule);
    }

    /// <summary>What <c>lean -o</c> makes of a text that contains <paramref name="part"/>; the first that fits counts.</summary>
    public FakeProject WhenCompiled(string part, CompiledModule file)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, "compiled")).FullName;
        var number = Directory.GetFiles(folder, "*.part").Length;
        File.WriteAllText(Path.Combine(folder, $"{number}.part"), part);
        File.WriteAllBytes(Path.Combine(folder, $"{number}.olean"), file.Bytes.ToArray());
        return this;
    }

    /// <summary>What the program that replays declarations answers: <c>accept</c>, <c>names</c>, <c>die</c>, <c>hang</c>, or the words given.</summary>
    public FakeProject KernelSays(string words)
    {
        File.WriteAllText(Path.Combine(Folder, "kernel.txt"), words);
        return this;
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
