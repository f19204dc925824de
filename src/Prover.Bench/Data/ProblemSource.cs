namespace Prover.Bench.Data;

/// <summary>Reads a problem's source off its name, as miniF2F names its problems.</summary>
public static class ProblemSource
{
    /// <summary>The source of problems whose name tells none.</summary>
    public const string Other = "other";

    /// <summary>The source, e.g. <c>amc</c> for <c>amc12a_2015_p10</c> and <c>mathd_algebra</c> for <c>mathd_algebra_182</c>.</summary>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var words = name.Split('_');
        return words[0] switch
        {
            "mathd" when words.Length > 2 => $"mathd_{words[1]}",
            ['a', 'm', 'c', ..] => "amc",
            ['a', 'i', 'm', 'e', ..] => "aime",
            ['i', 'm', 'o', ..] => "imo",
            "algebra" or "numbertheory" or "induction" => words[0],
            _ => Other,
        };
    }
}
