namespace Prover.Core.Auditing;

/// <summary>Which rule a submission breaks.</summary>
public enum RefusalRule
{
    /// <summary>Lean reports an error.</summary>
    Error,

    /// <summary>A <c>sorry</c> stands in the text.</summary>
    Sorry,

    /// <summary>The theorem is not there.</summary>
    Missing,

    /// <summary>What bears the name is no theorem.</summary>
    Kind,

    /// <summary>The theorem bears another name.</summary>
    Name,

    /// <summary>Other universe parameters than the statement.</summary>
    Universes,

    /// <summary>Another statement.</summary>
    Statement,

    /// <summary>A definition that the statement rests on is another than the trusted one.</summary>
    Definition,

    /// <summary>The compiled file is not what this Lean writes.</summary>
    File,

    /// <summary>An import that is not the library's, or none at all.</summary>
    Import,

    /// <summary>A constant under a name of the library's, or of a kind that no text can declare.</summary>
    Redeclared,

    /// <summary>An inductive type of a form that kernels have been fooled with.</summary>
    Inductive,

    /// <summary>An unsafe or partial constant is reached.</summary>
    Unsafe,

    /// <summary>An axiom is reached that is not allowed.</summary>
    Axiom,

    /// <summary>The kernel does not accept a declaration.</summary>
    Kernel,

    /// <summary>A rule that this version does not know: a newer one judged. The message says which.</summary>
    Other,
}

/// <summary>Why a submission is no proof of what was asked: the rule, where it is broken, and how one gets there.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Message">In a sentence, for people.</param>
public sealed record Refusal(RefusalRule Rule, string Message)
{
    /// <summary>The constant that breaks the rule.</summary>
    public string? Constant { get; init; }

    /// <summary>From the theorem to the constant, each using the next; empty where no chain is needed.</summary>
    public IReadOnlyList<string> Chain { get; init; } = [];

    /// <summary>The smallest part of the statement that differs, as asked for.</summary>
    public string? Expected { get; init; }

    /// <summary>What the submission has in its place.</summary>
    public string? Found { get; init; }

    /// <summary>The word for a rule wherever it is read outside of the library.</summary>
    public static string Word(RefusalRule rule) => rule.ToString().ToLowerInvariant();
}
