using Microsoft.Extensions.DependencyInjection;
using Prover.Core.DeepThinking;

namespace Prover.Service.Tests.Support;

/// <summary>A thinker that tells what it was given to tell.</summary>
internal sealed class FakeThinker(params DeepThinkEvent[] events) : IDeepThinker
{
    public List<DeepThinkRequest> Asked { get; } = [];

    /// <summary>Thinks on after the last event until it is stopped.</summary>
    public TaskCompletionSource? Stopped { get; init; }

    public Task<TestService> StartAsync() => TestService.StartAsync(register: services => services.AddSingleton<IDeepThinker>(this));

    public async IAsyncEnumerable<DeepThinkEvent> ThinkAsync(DeepThinkRequest request, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Asked.Add(request);
        foreach (var happened in events)
        {
            yield return happened;
        }

        if (Stopped is { } stopped)
        {
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            finally
            {
                stopped.SetResult();
            }
        }
    }
}
