using Prover.Lean.Embedded;
using Prover.Lean.Native;
using Prover.Lean.Pool;
using Prover.Lean.Selection;
using Prover.Models.Configuration;

namespace Prover.Service.Composition;

/// <summary>Everything that a Prover in one process is made of.</summary>
public sealed record ProverOptions
{
    /// <summary>Which Lean.</summary>
    public ToolchainChoice Toolchain { get; init; } = ToolchainChoice.Auto;

    /// <summary>The embedded Lean.</summary>
    public EmbeddedOptions Embedded { get; init; } = new();

    /// <summary>The user's own Lean.</summary>
    public NativeToolchainOptions Native { get; init; } = new();

    /// <summary>The pool of Lean processes.</summary>
    public LeanPoolOptions Pool { get; init; } = new();

    /// <summary>The configuration of language models; null looks where <see cref="ModelsFile.Find"/> does.</summary>
    public string? ModelsPath { get; init; }

    /// <summary>A folder of prompts that replace or add to the built-in ones; null for none. Default: what <c>PROVER_PROMPTS</c> names.</summary>
    public string? PromptsFolder { get; init; } = Environment.GetEnvironmentVariable("PROVER_PROMPTS") is { Length: > 0 } folder ? folder : null;

    /// <summary>The file of a memory that advises searches and learns from what they prove; null for none. One process at a time may have it.</summary>
    public string? MemoryPath { get; init; }

    /// <summary>The file that keeps proofs. Default: <c>prover/proofs.db</c> under <c>$XDG_DATA_HOME</c>, else <c>~/.local/share</c>.</summary>
    public string StorePath { get; init; } = DefaultStorePath();

    private static string DefaultStorePath()
    {
        var data = Environment.GetEnvironmentVariable("XDG_DATA_HOME");
        if (string.IsNullOrEmpty(data) || !Path.IsPathRooted(data))
        {
            data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        }

        return Path.Combine(data, "prover", "proofs.db");
    }
}
