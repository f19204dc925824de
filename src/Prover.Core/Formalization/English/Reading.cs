using Prover.Core.Formalization.English.Elaboration;
using Prover.Core.Formalization.English.Writing;

namespace Prover.Core.Formalization.English;

/// <summary>What came of reading a problem's text.</summary>
public abstract record ReadingResult
{
    private ReadingResult()
    {
    }

    /// <summary>It was read.</summary>
    public sealed record Read(Reading Reading) : ReadingResult;

    /// <summary>It was not.</summary>
    public sealed record Refused(Refusal Refusal) : ReadingResult;
}

/// <summary>A problem that was read.</summary>
public sealed record Reading
{
    private readonly FormalProblem _problem;

    internal Reading(FormalProblem problem) => _problem = problem;

    /// <summary>What was taken for granted where the text says nothing, for people; most texts need none.</summary>
    public IReadOnlyList<string> Notes => _problem.Notes;

    /// <summary>The problem as Lean text that ends in one theorem without a proof.</summary>
    /// <param name="name">The theorem's name.</param>
    public string ToLean(string name) => LeanWriter.Write(_problem, name);
}

/// <summary>Why a text was not read.</summary>
/// <param name="Word">The first word that could not be read, as it stands there; empty at the end of the text, or where the trouble is no single word.</param>
/// <param name="Position">Where it stands, counted in characters from 0.</param>
/// <param name="Message">Why, in a sentence, for people.</param>
public sealed record Refusal(string Word, int Position, string Message);
