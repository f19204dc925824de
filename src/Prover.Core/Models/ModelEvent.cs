namespace Prover.Core.Models;

/// <summary>What happened between a job and a model, for display and accounts.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="Purpose">What it was asked for, e.g. <c>prove</c>, <c>repair</c>, <c>formalize</c>, <c>back-translate</c>.</param>
public abstract record ModelEvent(string Model, string Purpose)
{
    /// <summary>A request goes out.</summary>
    /// <param name="Choices">Answers asked for.</param>
    /// <param name="Model">The model.</param>
    /// <param name="Purpose">What for.</param>
    public sealed record Asked(string Model, string Purpose, int Choices) : ModelEvent(Model, Purpose);

    /// <summary>A request ended, whatever came of it.</summary>
    /// <param name="Usage">What it cost.</param>
    /// <param name="Model">The model.</param>
    /// <param name="Purpose">What for.</param>
    public sealed record Answered(string Model, string Purpose, ModelUsage Usage) : ModelEvent(Model, Purpose);

    /// <summary>An answer could not be used: it held no proof, no statement, no judgement.</summary>
    /// <param name="Reason">Why, in a sentence.</param>
    /// <param name="Model">The model.</param>
    /// <param name="Purpose">What for.</param>
    public sealed record Unusable(string Model, string Purpose, string Reason) : ModelEvent(Model, Purpose);

    /// <summary>A request failed for good, or one of its answers broke off.</summary>
    /// <param name="Reason">What happened and what can be done.</param>
    /// <param name="Model">The model.</param>
    /// <param name="Purpose">What for.</param>
    public sealed record Failed(string Model, string Purpose, string Reason) : ModelEvent(Model, Purpose);
}

/// <summary>What the use of models has cost.</summary>
/// <param name="Requests">Requests sent.</param>
/// <param name="InputTokens">Tokens of prompts.</param>
/// <param name="OutputTokens">Tokens of answers, reasoning included.</param>
/// <param name="Cost">In the currency of the models' prices; 0 where no price is known.</param>
public readonly record struct ModelUsage(long Requests, long InputTokens, long OutputTokens, decimal Cost)
{
    /// <summary>Prompts and answers together.</summary>
    public long Tokens => InputTokens + OutputTokens;

    /// <summary>Both uses together.</summary>
    public static ModelUsage operator +(ModelUsage left, ModelUsage right) => new(
        left.Requests + right.Requests, left.InputTokens + right.InputTokens, left.OutputTokens + right.OutputTokens, left.Cost + right.Cost);
}
