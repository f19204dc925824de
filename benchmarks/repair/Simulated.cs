namespace Prover.RepairBenchmark;

/// <summary>A problem: as hard as its number of steps and the author's skill at each make it.</summary>
/// <param name="Number">Which one; with the seed it decides all that is drawn for it.</param>
/// <param name="Steps">Steps of its proof.</param>
/// <param name="Skill">Probability that a step of a fresh proof is right.</param>
internal sealed record SimulatedProblem(int Number, int Steps, double Skill)
{
    public const int FewestSteps = 2;
    public const int MostSteps = 6;
    public const double LeastSkill = 0.2;
    public const double MostSkill = 0.9;

    public string Statement => $"theorem simulated_{Number} : Simulated {Steps}";

    public static SimulatedProblem Draw(int number, int seed)
    {
        var draws = new Draws(seed, number);
        return new SimulatedProblem(number, FewestSteps + draws.Below(MostSteps - FewestSteps + 1), draws.Between(LeastSkill, MostSkill));
    }
}

/// <summary>What kind of author it is.</summary>
/// <param name="Name">For the table.</param>
/// <param name="Mends">Probability that a repair puts a wrong step right.</param>
internal sealed record Habits(string Name, double Mends)
{
    /// <summary>Probability that a repair leaves a right step right.</summary>
    public const double Keeps = 0.97;

    /// <summary>Probability that a wrong step that a repair does not mend is said again word for word.</summary>
    public const double Repeats = 0.5;

    public static IReadOnlyList<Habits> All { get; } = [new("heeding", 0.5), new("middling", 0.2), new("stubborn", 0.02)];
}

/// <summary>Tokens of questions and answers.</summary>
internal static class Prices
{
    public const int FreshPrompt = 300;
    public const int RepairPrompt = 700;
    public const int Step = 120;
}
