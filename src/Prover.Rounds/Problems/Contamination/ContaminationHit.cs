namespace Prover.Rounds.Problems.Contamination;

/// <summary>How much alike two statements are.</summary>
public enum Likeness
{
    /// <summary>The same text but for white space, comments and the theorem's name.</summary>
    Exact,

    /// <summary>The same <see cref="Keys.StatementKey"/>.</summary>
    Normalised,

    /// <summary>Nearly the same tokens.</summary>
    Near,
}

/// <summary>A problem that an evaluation set has too.</summary>
/// <param name="Problem">The problem's name.</param>
/// <param name="Likeness">How they are alike.</param>
/// <param name="Similarity">Jaccard similarity of their runs of tokens, from 0 to 1.</param>
/// <param name="DataSet">The evaluation set.</param>
/// <param name="With">The evaluation set's problem.</param>
public sealed record ContaminationHit(string Problem, Likeness Likeness, double Similarity, string DataSet, string With);
