namespace Prover.Core.Sampling.Chat;

/// <summary>How language models are asked for whole proofs.</summary>
public sealed record ChatSamplingOptions
{
    /// <summary>Names of the models, asked in turn.</summary>
    public IReadOnlyList<string> Models { get; init; } = [];

    /// <summary>Prompts, asked in turn: names, or ids with a version.</summary>
    public IReadOnlyList<string> Prompts { get; init; } = ["prove", "prove-plan"];

    /// <summary>Temperatures, taken in turn once every prompt has been asked; none leaves each model its own.</summary>
    public IReadOnlyList<float> Temperatures { get; init; } = [0.7f, 1.0f, 1.2f];

    /// <summary>Answers asked for in one request, where the model gives that many.</summary>
    public int ChoicesPerRequest { get; init; } = 4;

    /// <summary>Requests at the same time, over all models.</summary>
    public int RequestsInFlight { get; init; } = 2;

    /// <summary>Requests in all for one problem.</summary>
    public int MaxRequests { get; init; } = 256;

    /// <summary>Tokens of one answer at most; null takes the model's limit.</summary>
    public int? MaxOutputTokens { get; init; }

    /// <summary>Proofs shown as examples; 0 shows none.</summary>
    public int Examples { get; init; } = 2;

    /// <summary>A model that fails this many times in a row is not asked again for the problem, even if it might recover.</summary>
    public int MaxFailuresInARow { get; init; } = 3;

    /// <summary>Checks the settings.</summary>
    /// <exception cref="ArgumentException">One of them makes no sense; the message names it.</exception>
    public void Validate()
    {
        if (Models.Count == 0)
        {
            throw new ArgumentException("No model is named. Name at least one in 'Models'.");
        }

        if (Prompts.Count == 0)
        {
            throw new ArgumentException("No prompt is named. Name at least one in 'Prompts', e.g. 'prove'.");
        }

        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ChoicesPerRequest);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(RequestsInFlight);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxRequests);
        ArgumentOutOfRangeException.ThrowIfNegative(Examples);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxFailuresInARow);
    }
}
