namespace Prover.Core.Lean;

/// <summary>Asks for facts of a theorem.</summary>
/// <param name="Name">Its full name; null means the last theorem that the text declared.</param>
/// <param name="Text">The text that gave the environment.</param>
/// <param name="AskKernelAgain">Whether the kernel is to check it, and all that it rests on, once more: needed for a verdict,
/// too dear for candidates of which most are dropped.</param>
public sealed record TheoremQuestion(string? Name, string Text, bool AskKernelAgain = true);

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
