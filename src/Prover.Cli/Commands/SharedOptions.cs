using System.CommandLine;
using Prover.Core.Proving;
using Prover.Core.Verification;

namespace Prover.Cli.Commands;

/// <summary>Options that several verbs have, each declared once.</summary>
internal static class SharedOptions
{
    public static readonly Option<bool> Json = new("--json") { Description = "Print one JSON object on standard output and nothing else." };

    public static readonly Option<string?> Server = new("--server")
    {
        Description = "URL of a running service, e.g. http://127.0.0.1:50051; without it everything runs in this process (environment: PROVER_SERVER; key: PROVER_API_KEY).",
        DefaultValueFactory = _ => Variable("PROVER_SERVER"),
        HelpName = "URL",
    };

    public static readonly Option<string?> Store = new("--store")
    {
        Description = "File that keeps proofs and verdicts (environment: PROVER_STORE).",
        DefaultValueFactory = _ => Variable("PROVER_STORE"),
        HelpName = "FILE",
    };

    public static readonly Option<string?> Memory = new("--memory")
    {
        Description = "File of a memory that advises the search and learns from what it proves; made where there is none (environment: PROVER_MEMORY).",
        DefaultValueFactory = _ => Variable("PROVER_MEMORY"),
        HelpName = "FILE",
    };

    public static readonly Option<bool> NoStore = new("--no-store") { Description = "Neither ask nor tell the store." };

    public static readonly Option<string> Toolchain = Named(
        "--toolchain", "Which Lean: 'embedded', 'native', or 'auto', which takes a configured native one with Mathlib first (environment: PROVER_TOOLCHAIN).",
        Variable("PROVER_TOOLCHAIN") ?? "auto", "auto", "embedded", "native");

    public static readonly Option<bool> AllowUnprotected = new("--allow-unprotected")
    {
        Description = "Let a native Lean run texts, and the programs in them, also where there is no sandbox (bubblewrap) for it (environment: PROVER_ALLOW_UNPROTECTED=1).",
    };

    public static readonly Option<int?> Workers = new("--workers")
    {
        Description = "Lean processes that check at the same time; the default follows processors and memory.",
        HelpName = "N",
    };

    public static readonly Option<double?> TimeLimit = new("--time-limit")
    {
        Description = "Wall-clock seconds.",
        HelpName = "SECONDS",
    };

    public static readonly Option<double?> ProcessorLimit = new("--cpu-limit")
    {
        Description = "Processor seconds of Lean for all checks of a sample together: the same on a busy machine. With it --time-limit is ten times as long by default.",
        HelpName = "SECONDS",
    };

    public static readonly Option<double> CandidateTimeLimit = new("--candidate-time-limit")
    {
        Description = "Wall-clock seconds for each candidate.",
        DefaultValueFactory = _ => new ProveBudget().CandidateTimeLimit.TotalSeconds,
        HelpName = "SECONDS",
    };

    public static readonly Option<string> Grade = Named(
        "--grade", "How far to check: 'strongest', which is 'replayed', or a grade by name; only replayed proofs are kept.", "strongest", "strongest", "compiled", "audited", "replayed");

    public static Grade ParseGrade(string name) => name switch
    {
        "compiled" => Core.Verification.Grade.Compiled,
        "audited" => Core.Verification.Grade.Audited,
        "replayed" => Core.Verification.Grade.Replayed,
        _ => Verifier.StrongestGrade,
    };

    /// <summary>An option that takes one of a few words.</summary>
    public static Option<string> Named(string name, string description, string value, params string[] values)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => value };
        option.AcceptOnlyFromAmong(values);
        return option;
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
