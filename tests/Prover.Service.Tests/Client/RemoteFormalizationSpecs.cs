using Prover.Core.Formalization;
using Prover.Service.Client;
using Prover.Service.Tests.Support;

namespace Prover.Service.Tests.Client;

public sealed class RemoteFormalizationSpecs
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_that_happens_arrives()
    {
        await using var service = await TestService.StartAsync();
        FormalizeRequest? asked = null;
        service.Domain.Formalize = (request, _) =>
        {
            asked = request;
            return FakeDomain.Events(Samples.Formalization());
        };
        var request = new FormalizeRequest
        {
            Text = "Show that $1 = 1$.",
            Name = "one",
            Pinned = "theorem one : 1 = 1",
            TimeLimit = TimeSpan.FromSeconds(7),
            MaxTokens = 9,
            Models = ["fast"],
            UseStore = false,
        };

        var events = new List<FormalizeEvent>();
        await foreach (var happened in new RemoteFormalization(service.Connect()).FormalizeAsync(request, Token))
        {
            events.Add(happened);
        }

        Assert.Equivalent(request, asked, strict: true);
        Assert.Equal(Samples.Formalization().Select(e => e.GetType()), events.Select(e => e.GetType()));
        Assert.All(Samples.Formalization().Zip(events), pair => Assert.Equivalent(pair.First, pair.Second, strict: true));
    }

    [Theory]
    [InlineData("", "problem", "text")]
    [InlineData("Show that 1 = 1.", "1st", "name")]
    [InlineData("Show that 1 = 1.", "a b", "name")]
    public async Task A_request_that_says_nothing_is_refused_with_its_field(string text, string name, string field)
    {
        await using var service = await TestService.StartAsync();

        var e = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await foreach (var _ in new RemoteFormalization(service.Connect()).FormalizeAsync(new FormalizeRequest { Text = text, Name = name }, Token))
            {
            }
        });

        Assert.Contains(field, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_throws()
    {
        await using var service = await TestService.StartAsync();
        service.Domain.Formalize = (_, token) => Hang(token);
        using var mine = CancellationTokenSource.CreateLinkedTokenSource(Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in new RemoteFormalization(service.Connect()).FormalizeAsync(new FormalizeRequest { Text = "Show it." }, mine.Token))
            {
                await mine.CancelAsync();
            }
        });
    }

    private static async IAsyncEnumerable<FormalizeEvent> Hang([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return Samples.Formalization()[0];
        await FakeDomain.Cancellation(cancellationToken);
    }
}
