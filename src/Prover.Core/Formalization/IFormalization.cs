using Prover.Core.Models;
using Prover.Core.Verification;

namespace Prover.Core.Formalization;

/// <summary>Turns problems in natural language into Lean statements, with evidence of how faithful they are.</summary>
/// <remarks>Thread-safe.</remarks>
public interface IFormalization
{
    /// <summary>Streams what happens; the last event is always <see cref="FormalizeEvent.Finished"/>, unless the token is cancelled.</summary>
    /// <exception cref="InvalidStatementException">The pinned statement is no Lean theorem, or does not elaborate.</exception>
    IAsyncEnumerable<FormalizeEvent> FormalizeAsync(FormalizeRequest request, CancellationToken cancellationToken = default);
}

/// <summary>A problem to formalize and what may be spent on it.</summary>
public sealed record FormalizeRequest
{
    /// <summary>The problem in natural language.</summary>
    public required string Text { get; init; }

    /// <summary>Name of the theorem.</summary>
    public string Name { get; init; } = "problem";

    /// <summary>True for what can be a theorem's name here: letters of the alphabet, digits and <c>_</c>, beginning with a letter.</summary>
    public static bool IsName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length is > 0 and <= 100 && char.IsAsciiLetter(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
    }

    /// <summary>A statement by a person, Lean text: it is examined like any other, but never changed and never passed over. Null where the
    /// machine is to find one.</summary>
    public string? Pinned { get; init; }

    /// <summary>Wall-clock time in all.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>Names of the language models to use; null is all that are configured, empty is none.</summary>
    public IReadOnlyList<string>? Models { get; init; }

    /// <summary>Tokens of language models; null is no limit.</summary>
    public long? MaxTokens { get; init; }

    /// <summary>When false, the store is neither asked nor told.</summary>
    public bool UseStore { get; init; } = true;
}

/// <summary>Something that happened while a problem was formalized.</summary>
public abstract record FormalizeEvent
{
    private FormalizeEvent()
    {
    }

    /// <summary>Time since the beginning.</summary>
    public TimeSpan At { get; init; }

    /// <summary>A formalizer proposes a statement that elaborates.</summary>
    /// <param name="Statement">The statement.</param>
    public sealed record Proposed(FormalStatement Statement) : FormalizeEvent;

    /// <summary>A formalizer gives up.</summary>
    /// <param name="Author">Which.</param>
    /// <param name="Reason">Why, and what would help.</param>
    public sealed record Declined(string Author, string Reason) : FormalizeEvent
    {
        /// <summary>See <see cref="FormalizerAnswer.Declined.LeanFailed"/>.</summary>
        public bool LeanFailed { get; init; }
    }

    /// <summary>One more piece of evidence about a proposed statement.</summary>
    /// <param name="Statement">The statement.</param>
    /// <param name="Evidence">The evidence.</param>
    public sealed record Examined(FormalStatement Statement, Evidence Evidence) : FormalizeEvent;

    /// <summary>Something between a formalizer or a judge and a language model.</summary>
    /// <param name="What">What.</param>
    public sealed record Model(ModelEvent What) : FormalizeEvent;

    /// <summary>The end; always the last event.</summary>
    /// <param name="Result">The outcome.</param>
    public sealed record Finished(FormalizeResult Result) : FormalizeEvent;
}

/// <summary>What came of a problem in natural language.</summary>
public sealed record FormalizeResult
{
    /// <summary>The chosen formalization; null when no formalizer gave one.</summary>
    public FormalizedProblem? Problem { get; init; }

    /// <summary>Why there is none, and what would help; null when there is one.</summary>
    public string? Reason { get; init; }

    /// <summary>True where there is none because Lean could not be asked: that is no word about the problem.</summary>
    public bool LeanFailed { get; init; }

    /// <summary>What the language models have cost.</summary>
    public ModelUsage Usage { get; init; }
}

/// <summary>A statement that somebody, or something, proposes for a problem.</summary>
/// <param name="Text">Lean text that ends in one theorem, without a proof.</param>
/// <param name="Author">Who: <c>english</c> (the controlled-English grammar), <c>person</c>, or a model and prompt such as <c>goedel/plain.v1</c>.</param>
public sealed record FormalStatement(string Text, string Author)
{
    /// <summary>The model that wrote it; null where it was none.</summary>
    public string? Model => Author.LastIndexOf('/') is >= 0 and var end ? Author[..end] : null;

    /// <summary>False where one model wrote both: what it gets wrong once it gets wrong twice, so that its agreement with itself says little.</summary>
    public bool IsIndependentOf(FormalStatement other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Model is null || Model != other.Model;
    }
}

/// <summary>A problem with its chosen statement and all that is known of its faithfulness; kept in the store.</summary>
public sealed record FormalizedProblem
{
    /// <summary>Its id: hex SHA-256 of the problem's text, white space normalised, and the name.</summary>
    public required string Id { get; init; }

    /// <summary>The problem in natural language.</summary>
    public required string Text { get; init; }

    /// <summary>The chosen statement.</summary>
    public required FormalStatement Statement { get; init; }

    /// <summary>How much speaks for the chosen statement.</summary>
    public required FaithfulnessLevel Level { get; init; }

    /// <summary>Evidence about the chosen statement, in the order in which it was found.</summary>
    public required IReadOnlyList<Evidence> Evidence { get; init; }

    /// <summary>The other statements, each with its level and evidence.</summary>
    public IReadOnlyList<ExaminedStatement> Others { get; init; } = [];

    /// <summary>True when a person chose or wrote the statement: no machine changes it any more.</summary>
    public bool IsPinned { get; init; }

    /// <summary>When it was made or pinned, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A proposed statement with its evidence.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Level">What the evidence comes to.</param>
/// <param name="Evidence">The evidence.</param>
public sealed record ExaminedStatement(FormalStatement Statement, FaithfulnessLevel Level, IReadOnlyList<Evidence> Evidence);
