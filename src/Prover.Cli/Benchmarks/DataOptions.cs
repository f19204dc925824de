using System.CommandLine;

namespace Prover.Cli.Benchmarks;

/// <summary>Which problems, and how they are put before a Lean.</summary>
internal static class DataOptions
{
    public static readonly Option<string> Data = new("--data")
    {
        Description = "A JSONL file, a folder of .lean files, 'sample' (twenty problems that come with this program), or 'minif2f' (what 'prover bench fetch minif2f' got).",
        Required = true,
        HelpName = "FILE|DIR|NAME",
    };

    public static readonly Option<string[]> Splits = new("--split")
    {
        Description = "Only this split of the data, e.g. 'valid'; may be given again. Default: all.",
        HelpName = "NAME",
    };

    public static readonly Option<string[]> Only = new("--only")
    {
        Description = "Only the problem of this name; may be given again.",
        HelpName = "PROBLEM",
    };

    public static readonly Option<string> Profile = new("--profile")
    {
        Description = "'core': the embedded Lean, its notations in front of each statement in place of the data's header; 'mathlib': headers as given, your native Lean.",
        DefaultValueFactory = _ => "core",
        HelpName = "NAME",
    };
}
