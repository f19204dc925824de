using Prover.Core.Verification;

namespace Prover.Service.Hosting;

/// <summary>How the service listens and what it allows.</summary>
public sealed record ProverServiceOptions
{
    /// <summary>Name of the environment variable that <see cref="ApiKey"/> defaults to.</summary>
    public const string ApiKeyVariable = "PROVER_API_KEY";

    /// <summary>Where to listen, as <c>http://host:port</c> with an IP address, <c>localhost</c> or <c>*</c> as host; port 0
    /// takes any free one. HTTP/2 in clear text (h2c): put a proxy that ends TLS in front of it on an open network.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = ["http://127.0.0.1:50051"];

    /// <summary>Where to listen for JSON over HTTP/1.1 (<c>POST /v1/rewards</c>), in the same form; by default nowhere. Over HTTP/2 it is also to be had at
    /// <see cref="Addresses"/>.</summary>
    public IReadOnlyList<string> JsonAddresses { get; init; } = [];

    /// <summary>The key that clients must send as <c>authorization: Bearer …</c>; null asks for none. Defaults to the
    /// environment variable PROVER_API_KEY. Health and reflection never ask for it.</summary>
    public string? ApiKey { get; init; } =
        Environment.GetEnvironmentVariable(ApiKeyVariable) is { Length: > 0 } key ? key : null;

    /// <summary>Longest message that is received, in bytes; longer ones get RESOURCE_EXHAUSTED.</summary>
    public int MaxMessageBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Calls that run at the same time; more get RESOURCE_EXHAUSTED with a RetryInfo.</summary>
    public int MaxConcurrentCalls { get; init; } = 256;

    /// <summary>When a refused client is told to try again.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Items of one batch.</summary>
    public int MaxBatchItems { get; init; } = 1_000;

    /// <summary>How long running calls may go on after a shutdown began; then they are cancelled.</summary>
    public TimeSpan ShutdownGrace { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What a request that names no grade asks for. Whoever registers a verifier that does not reach the strongest
    /// sets the one it does.</summary>
    public Grade DefaultGrade { get; init; } = Verifier.StrongestGrade;

    /// <summary>Wall-clock limit of a check when the request names none.</summary>
    public TimeSpan DefaultCheckTimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The longest limit of a check that a request may name.</summary>
    public TimeSpan MaxCheckTimeLimit { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Wall-clock limit of a search when the request names none.</summary>
    public TimeSpan DefaultSearchTimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The longest limit of a search that a request may name.</summary>
    public TimeSpan MaxSearchTimeLimit { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The most candidates that a request may have checked in one search.</summary>
    public int MaxSearchSamples { get; init; } = 100_000;

    /// <summary>The folder whose folders are campaigns of rounds, to be looked on; null for none.</summary>
    public string? RoundsFolder { get; init; }

    /// <summary>How often a campaign that is watched is looked at.</summary>
    public TimeSpan WatchInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Never shows the key.</summary>
    public override string ToString() => string.Join(", ", Addresses);

    /// <summary>Refuses settings that make no sense.</summary>
    /// <exception cref="ArgumentException">The message names every setting at fault.</exception>
    public void Validate()
    {
        var faults = new List<string>();
        if (Addresses.Count == 0)
        {
            faults.Add($"{nameof(Addresses)} is empty.");
        }

        faults.AddRange(Addresses.Where(a => ListenAddress.TryParse(a) is null)
            .Select(a => $"{nameof(Addresses)}: \"{a}\" is not of the form http://host:port, where host is an IP address, localhost or *."));
        faults.AddRange(JsonAddresses.Where(a => ListenAddress.TryParse(a) is null)
            .Select(a => $"{nameof(JsonAddresses)}: \"{a}\" is not of the form http://host:port, where host is an IP address, localhost or *."));
        Demand(ApiKey is null || ApiKey.Trim() is { Length: > 0 } trimmed && trimmed == ApiKey, nameof(ApiKey), "a key without blanks around it");
        Demand(MaxMessageBytes > 0, nameof(MaxMessageBytes), "more than 0");
        Demand(MaxConcurrentCalls > 0, nameof(MaxConcurrentCalls), "more than 0");
        Demand(MaxBatchItems > 0, nameof(MaxBatchItems), "more than 0");
        Demand(MaxSearchSamples > 0, nameof(MaxSearchSamples), "more than 0");
        Demand(RetryAfter > TimeSpan.Zero, nameof(RetryAfter), "more than 0 s");
        Demand(WatchInterval > TimeSpan.Zero, nameof(WatchInterval), "more than 0 s");
        Demand(ShutdownGrace >= TimeSpan.Zero && ShutdownGrace <= TimeSpan.FromDays(1), nameof(ShutdownGrace), "between 0 s and a day");
        Demand(Enum.IsDefined(DefaultGrade), nameof(DefaultGrade), "a grade");
        Demand(MaxCheckTimeLimit > TimeSpan.Zero, nameof(MaxCheckTimeLimit), "more than 0 s");
        Demand(MaxSearchTimeLimit > TimeSpan.Zero, nameof(MaxSearchTimeLimit), "more than 0 s");
        Demand(
            DefaultCheckTimeLimit > TimeSpan.Zero && DefaultCheckTimeLimit <= MaxCheckTimeLimit,
            nameof(DefaultCheckTimeLimit),
            $"more than 0 s and at most {nameof(MaxCheckTimeLimit)}");
        Demand(
            DefaultSearchTimeLimit > TimeSpan.Zero && DefaultSearchTimeLimit <= MaxSearchTimeLimit,
            nameof(DefaultSearchTimeLimit),
            $"more than 0 s and at most {nameof(MaxSearchTimeLimit)}");
        if (faults.Count > 0)
        {
            throw new ArgumentException(string.Join(' ', faults));
        }

        void Demand(bool holds, string name, string wanted)
        {
            if (!holds)
            {
                faults.Add($"{name} must be {wanted}.");
            }
        }
    }
}
