namespace Prover.Core.Lean;

/// <summary>What a toolchain answers when it is asked for facts of a theorem.</summary>
public abstract record TheoremDescription
{
    private TheoremDescription()
    {
    }

    /// <summary>The facts.</summary>
    public sealed record Found(TheoremFacts Facts) : TheoremDescription;

    /// <summary>The text declares no such constant.</summary>
    public sealed record Absent : TheoremDescription;

    /// <summary>The toolchain can't say anything that could be relied on.</summary>
    /// <param name="Reason">Why, and what would help.</param>
    public sealed record Unknown(string Reason) : TheoremDescription;
}
