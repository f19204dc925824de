using System.CommandLine;
using System.Globalization;
using Prover.Bench.Provers;
using Prover.Cli.Commands;
using Prover.Cli.Input;
using Prover.Core.Proving;

namespace Prover.Cli.Benchmarks;

/// <summary>Which prover, how many samples, and within which limits.</summary>
internal static class SampleOptions
{
    /// <summary>Time by the clock that an attempt may take for each second of its processor time, where only that is limited.</summary>
    public const int ClockPerProcessor = 10;

    public static readonly Option<string> Prover = new("--prover")
    {
        Description = $"The prover: {string.Join("; ", ProverFactory.Names.Select(n => $"'{n.Name}', {n.Meaning}"))}.",
        DefaultValueFactory = _ => "portfolio",
        HelpName = "NAME",
    };

    public static readonly Option<int> Samples = new("--samples")
    {
        Description = "Samples of each problem; more than before go on where fewer ended.",
        DefaultValueFactory = _ => 1,
        HelpName = "N",
    };

    public static readonly Option<string> K = new("--k")
    {
        Description = "The k of pass@k to report, e.g. '1,8,32'; none above the number of samples.",
        DefaultValueFactory = _ => "1",
        HelpName = "K,K,…",
    };

    public static readonly Option<int> MaxCandidates = new("--max-candidates")
    {
        Description = "Candidates that one sample checks at most.",
        DefaultValueFactory = _ => new ProveBudget().MaxSamples,
        HelpName = "N",
    };

    /// <exception cref="UsageException">A value is out of range.</exception>
    public static ProverRequest Read(VerbContext context)
    {
        var parsed = context.Parsed;
        var name = parsed.GetRequiredValue(Prover);
        var usual = new ProveBudget();
        var processor = ReadProcessorLimit(parsed, SharedOptions.ProcessorLimit);
        var budget = usual with
        {
            ProcessorTimeLimit = processor,
            MaxSamples = parsed.GetValue(MaxCandidates),
            CandidateTimeLimit = TimeSpan.FromSeconds(parsed.GetValue(SharedOptions.CandidateTimeLimit)),
            TimeLimit = context.TimeLimit() ?? processor * ClockPerProcessor ?? (ProverFactory.NeedsModels(name) ? ModelOptions.UsualTimeLimit : usual.TimeLimit),
            MaxTokens = ModelOptions.ReadMaxTokens(parsed),
        };
        return budget.MaxSamples < 1 || budget.CandidateTimeLimit <= TimeSpan.Zero
            ? throw new UsageException("--max-candidates and --candidate-time-limit must be positive.")
            : new ProverRequest
            {
                Name = name,
                Budget = budget,
                Grade = SharedOptions.ParseGrade(parsed.GetRequiredValue(SharedOptions.Grade)),
                Models = ModelOptions.ReadModels(parsed),
                UsePortfolio = !parsed.GetValue(ModelOptions.NoPortfolio),
                RepairPolicy = parsed.GetRequiredValue(ModelOptions.Policy),
            };
    }

    /// <summary>Processor time, or null for no limit.</summary>
    /// <exception cref="UsageException">It is not positive.</exception>
    public static TimeSpan? ReadProcessorLimit(ParseResult parsed, Option<double?> option) => parsed.GetValue(option) switch
    {
        null => null,
        { } seconds and > 0 and <= 1_000_000 => TimeSpan.FromSeconds(seconds),
        _ => throw new UsageException($"{option.Name} must be a number of seconds between 0 and 1,000,000."),
    };

    /// <exception cref="UsageException">There is no such number of samples, or no such k.</exception>
    public static (int Samples, IReadOnlyList<int> Ks) ReadNumbers(ParseResult parsed)
    {
        var samples = parsed.GetValue(Samples);
        if (samples < 1)
        {
            throw new UsageException("--samples must be at least 1.");
        }

        var ks = new SortedSet<int>();
        foreach (var word in parsed.GetRequiredValue(K).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var k) || k < 1)
            {
                throw new UsageException($"--k takes positive numbers with commas between them; '{word}' is none.");
            }

            if (k > samples)
            {
                throw new UsageException($"pass@{k} can't be estimated without bias from {samples} {(samples == 1 ? "sample" : "samples")}. Draw more with --samples {k}, or leave {k} out of --k.");
            }

            ks.Add(k);
        }

        return ks.Count == 0 ? throw new UsageException("--k names no k.") : (samples, [.. ks]);
    }
}
