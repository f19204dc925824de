using Prover.Rounds.Problems.Syntax;

namespace Prover.Rounds.Problems.Filters;

/// <summary>Keeps statements of a reasonable length: what is very short or very long is rarely a faithful formalization.</summary>
public sealed class LengthFilter
{
    private readonly int _least;
    private readonly int _most;

    /// <summary>A filter by numbers of tokens.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no length between these.</exception>
    public LengthFilter(int least = 6, int most = 400)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(least);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, least);
        (_least, _most) = (least, most);
    }

    /// <summary>Decides about a statement.</summary>
    public FilterDecision Decide(string statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var length = LeanTokens.Of(statement).Count;
        return length < _least ? new FilterDecision(statement, IsKept: false, $"It has {length} tokens, fewer than {_least}.")
            : length > _most ? new FilterDecision(statement, IsKept: false, $"It has {length} tokens, more than {_most}.")
            : new FilterDecision(statement, IsKept: true, $"It has {length} tokens, from {_least} to {_most}.");
    }
}
