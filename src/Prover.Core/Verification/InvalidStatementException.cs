using Prover.Core.Lean;

namespace Prover.Core.Verification;

/// <summary>The trusted statement itself is no good: no theorem in it, or Lean does not accept it. A matter of input:
/// the message says what to change.</summary>
public sealed class InvalidStatementException(string message, IReadOnlyList<LeanMessage>? messages = null) : Exception(message)
{
    /// <summary>What Lean said about it, if it came that far; positions in the statement as given.</summary>
    public IReadOnlyList<LeanMessage> Messages { get; } = messages ?? [];
}
