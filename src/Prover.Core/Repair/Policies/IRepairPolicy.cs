namespace Prover.Core.Repair.Policies;

/// <summary>Decides what the next question is: a fresh proof, or a correction of a failed one. Both draw on one budget.</summary>
/// <remarks>Stateless: all that it may look at is in the <see cref="LoopState"/>.</remarks>
public interface IRepairPolicy
{
    /// <summary>Its name in options.</summary>
    string Name { get; }

    /// <summary>The next question.</summary>
    LoopStep Next(LoopState state);
}

/// <summary>What is asked next.</summary>
public enum LoopStep
{
    /// <summary>A fresh proof.</summary>
    Fresh,

    /// <summary>A correction of the best attempt that is open.</summary>
    Repair,

    /// <summary>Nothing until something changes; nothing ever when nothing can.</summary>
    Wait,
}

/// <summary>Where a loop stands.</summary>
/// <param name="CanWrite">Fresh proofs can be asked for.</param>
/// <param name="Open">Attempts that may be repaired.</param>
/// <param name="Underway">Questions and checks that may bring more attempts.</param>
/// <param name="Fresh">What fresh proofs have cost and brought.</param>
/// <param name="Repair">What repairs have cost and brought.</param>
public readonly record struct LoopState(bool CanWrite, int Open, int Underway, Effort Fresh, Effort Repair);

/// <summary>What one kind of question has cost and brought.</summary>
/// <param name="Requests">Questions asked.</param>
/// <param name="Tokens">Tokens spent.</param>
/// <param name="Progress">Answers that got further than every one before them, of either kind: what is measured alike can be compared.</param>
public readonly record struct Effort(int Requests, long Tokens, int Progress);
