namespace Prover.Core.Identities;

/// <summary>Finds certificates for one class of goals.</summary>
/// <remarks>Stateless. Yields nothing for a goal outside its class, and checks its own arithmetic before it yields.</remarks>
internal interface ICertificateSource
{
    /// <summary>The class's name.</summary>
    string Class { get; }

    /// <summary>Certificates, surest first, found lazily.</summary>
    IEnumerable<Finding> Find(IdentityGoal goal, CancellationToken cancellationToken);
}

/// <summary>What a source found.</summary>
/// <param name="Summary">One line in English.</param>
/// <param name="Script">Tactics that close the goal once its premises are introduced.</param>
internal sealed record Finding(string Summary, string Script)
{
    /// <summary>Lemmas that go in front of the theorem.</summary>
    public string Helpers { get; init; } = string.Empty;

    /// <summary>The class, where it is not the source's own.</summary>
    public string? Class { get; init; }

    /// <summary>Heartbeats, in thousands.</summary>
    public int MaxHeartbeats { get; init; } = 400_000;
}
