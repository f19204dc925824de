using System.Runtime.CompilerServices;
using System.Text;
using System.Threading.Channels;
using Microsoft.Extensions.AI;

namespace Prover.Core.Models;

/// <summary>One job's use of models: its budget, its account, and whoever wants to know.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class ModelSession
{
    // What a server counts and nobody sees: tags around reasoning, blank space, the sign of the end.
    private const int UnseenTokens = 32;

    // Below this no proof fits in an answer: the request would be money for nothing.
    private const int SmallestAnswer = 128;

    // No text has tokens that are so long on the average.
    private const long MostBytesOfToken = 64;

    private readonly Lock _gate = new();
    private readonly IProgress<ModelEvent>? _events;
    private readonly ModelSession? _whole;
    private ModelUsage _usage;

    /// <summary>Begins a job.</summary>
    /// <param name="budget">Tokens that may be spent; shared with other sessions of the same job.</param>
    /// <param name="events">Hears of every request.</param>
    public ModelSession(TokenBudget? budget = null, IProgress<ModelEvent>? events = null) => (Budget, _events) = (budget ?? new TokenBudget(), events);

    private ModelSession(ModelSession whole)
        : this(whole.Budget, whole._events) => _whole = whole;

    /// <summary>Tokens that may be spent.</summary>
    public TokenBudget Budget { get; }

    /// <summary>A part of this job with an account of its own, which is part of this one's.</summary>
    public ModelSession Part() => new(this);

    /// <summary>What has been spent through this session. Where a server does not say (streams that were cut or
    /// given up, tries that broke off), the most it can be.</summary>
    public ModelUsage Usage
    {
        get
        {
            lock (_gate)
            {
                return _usage;
            }
        }
    }

    /// <summary>Tells whoever listens.</summary>
    public void Report(ModelEvent happened) => _events?.Report(happened);

    /// <summary>Asks a model. The stream of updates holds every answer's growth, answers interleaved; it is empty when the budget does not
    /// leave room for an answer. Leaving the stream early ends the requests.</summary>
    /// <exception cref="ModelException">The model can't be had; what other requests of the same call said has been handed on before.</exception>
    public async IAsyncEnumerable<AnswerUpdate> AskAsync(
        LanguageModel model, ModelRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(request);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var updates = Channel.CreateUnbounded<AnswerUpdate>(new UnboundedChannelOptions { SingleReader = true });
        var parts = Enumerable.Range(0, Math.Max(1, request.Choices))
            .Chunk(Math.Max(1, model.Info.MaxChoices))
            .Select(chunk => Task.Run(() => AskOnceAsync(model, request, chunk[0], chunk.Length, updates.Writer, stop.Token), CancellationToken.None))
            .ToArray();
        var all = Task.WhenAll(parts);
        _ = all.ContinueWith(done => updates.Writer.Complete(done.Exception?.InnerException), TaskScheduler.Default);
        try
        {
            await foreach (var update in updates.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                yield return update;
            }

            cancellationToken.ThrowIfCancellationRequested();
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task AskOnceAsync(
        LanguageModel model, ModelRequest request, int firstChoice, int choices, ChannelWriter<AnswerUpdate> updates, CancellationToken cancellationToken)
    {
        var prompt = request.Messages.Sum(MostTokens);
        if (Reserve(model.Info, request, prompt, choices) is not var (reservation, answerTokens, fitting))
        {
            return;
        }

        Report(new ModelEvent.Asked(model.Info.Name, request.Purpose, fitting));
        var reading = new AnswerReading(firstChoice);
        var account = new RequestAccount(Budget, reservation);
        try
        {
            var options = Options(model.Info, request, answerTokens, fitting, firstChoice);
            (options.AdditionalProperties ??= [])[ChatConventions.Account] = account;
            await foreach (var update in model.Client.GetStreamingResponseAsync(request.Messages, options, cancellationToken).ConfigureAwait(false))
            {
                foreach (var read in reading.Add(update))
                {
                    await updates.WriteAsync(read, CancellationToken.None).ConfigureAwait(false);
                }

                if (reading.Bytes > MostBytesOfToken * answerTokens * fitting)
                {
                    // The server heeds no limit: what it goes on with was not asked for, and nobody could hold it.
                    break;
                }
            }

            foreach (var cut in reading.Unfinished(fitting))
            {
                Report(new ModelEvent.Failed(model.Info.Name, request.Purpose, "The connection broke off before the end of an answer."));
                await updates.WriteAsync(cut, CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Given up by the caller, who is told by its own token.
        }
        catch (ModelException e)
        {
            Report(new ModelEvent.Failed(model.Info.Name, request.Purpose, e.Message));
            throw;
        }
        finally
        {
            var (input, output) = Cost(reading, account, prompt, answerTokens, fitting);
            reservation.Settle(input + output);
            var tries = account.Lost / Math.Max(1, reservation.Tokens);
            input += tries * prompt;
            output += tries * answerTokens * fitting;
            var usage = new ModelUsage(1 + tries, input, output, model.Info.Price?.Of(input, output) ?? 0);
            Add(usage);
            Report(new ModelEvent.Answered(model.Info.Name, request.Purpose, usage));
        }
    }

    private void Add(ModelUsage usage)
    {
        lock (_gate)
        {
            _usage += usage;
        }

        _whole?.Add(usage);
    }

    /// <summary>Room for as many and as long answers as the budget, the context and the model's own limit leave.</summary>
    private (TokenReservation Reservation, int AnswerTokens, int Choices)? Reserve(ModelInfo model, ModelRequest request, long prompt, int choices)
    {
        // Three bytes a token is what a text with Lean's symbols comes to; too long a prompt is for the server to refuse.
        var context = model.ContextTokens - (prompt / 3);
        var wanted = Math.Min(request.MaxOutputTokens ?? model.MaxOutputTokens, Math.Max(context, SmallestAnswer));
        for (; choices > 0; choices--)
        {
            var free = Budget.Free;
            var each = free is { } left ? Math.Min(wanted, (left - prompt) / choices) : wanted;
            if (each >= Math.Min(SmallestAnswer, wanted) && Budget.TryReserve(prompt + (each * choices)) is { } reservation)
            {
                return (reservation, (int)each, choices);
            }
        }

        return null;
    }

    /// <summary>What the last try cost: what the server says; else, where it told every answer to its end, no more tokens than it has bytes;
    /// else the most it can be, because a server goes on for a while when nobody listens. A client that keeps no account has sent something when
    /// something came back.</summary>
    private static (long Input, long Output) Cost(AnswerReading reading, RequestAccount account, long prompt, long answerTokens, int choices)
    {
        var most = answerTokens * choices;
        var seen = Math.Min(reading.Bytes + (UnseenTokens * choices), most);
        return reading.Usage is { } said ? (said.InputTokenCount ?? prompt, said.OutputTokenCount ?? seen)
            : reading.IsWhole(choices) ? (prompt, seen)
            : account.MayCost || reading.Bytes > 0 ? (prompt, most)
            : (0, 0);
    }

    private static ChatOptions Options(ModelInfo model, ModelRequest request, int answerTokens, int choices, int firstChoice)
    {
        var options = new ChatOptions
        {
            ModelId = model.ModelId,
            Temperature = request.Temperature ?? model.Temperature,
            TopP = model.TopP,
            MaxOutputTokens = answerTokens,
            Seed = request.Seed + firstChoice,
        };
        if (choices > 1)
        {
            options.AdditionalProperties = new AdditionalPropertiesDictionary { [ChatConventions.Choices] = choices };
        }

        return options;
    }

    /// <summary>No tokenizer makes more tokens of a message than it has bytes, its frame included.</summary>
    private static long MostTokens(ChatMessage message) => Encoding.UTF8.GetByteCount(message.Text) + 32;
}
