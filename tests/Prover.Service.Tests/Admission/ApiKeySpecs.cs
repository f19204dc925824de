using Grpc.Core;
using Grpc.Health.V1;
using Prover.Core.Verification;
using Prover.Service.Hosting;
using Prover.Service.Tests.Support;
using static Prover.Service.Tests.Support.Failures;

namespace Prover.Service.Tests.Admission;

public sealed class ApiKeySpecs
{
    private const string Key = "correct-horse";

    private static readonly ProverServiceOptions Options = TestService.Options with { ApiKey = Key };

    [Theory]
    [InlineData("Bearer correct-horse")]
    [InlineData("bearer correct-horse")]
    public async Task The_right_key_lets_me_in(string header)
    {
        await using var service = await TestService.StartAsync(options: Options);

        var response = await Ask(service, new Metadata { { "authorization", header } });

        Assert.Equal(V1.VerdictKind.Proved, response.Verdict.Kind);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer ")]
    [InlineData("Bearer correct-hors")]
    [InlineData("Bearer correct-horse2")]
    [InlineData("Bearer Correct-horse")]
    [InlineData("Basic correct-horse")]
    [InlineData("correct-horse")]
    public async Task Nothing_else_does(string? header)
    {
        await using var service = await TestService.StartAsync(options: Options);
        var asked = false;
        service.Domain.Verify = (_, _) =>
        {
            asked = true;
            return Task.FromResult(Samples.Verdict(VerdictKind.Proved));
        };

        await FailsWith(StatusCode.Unauthenticated, () => Ask(service, header is null ? [] : new Metadata { { "authorization", header } }));

        Assert.False(asked);
    }

    [Fact]
    public async Task Streams_ask_for_the_key_too()
    {
        await using var service = await TestService.StartAsync(options: Options);

        using var call = service.Client.Prove(new V1.ProveRequest { Statement = "theorem one : 1 = 1" }, cancellationToken: Token);

        await FailsWith(StatusCode.Unauthenticated, call.ReadAll);
    }

    [Fact]
    public async Task Health_is_open_to_everybody()
    {
        await using var service = await TestService.StartAsync(options: Options);
        await service.PreparedAsync();

        var health = await new Grpc.Health.V1.Health.HealthClient(service.Channel).CheckAsync(new HealthCheckRequest(), cancellationToken: Token);

        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, health.Status);
    }

    [Fact]
    public async Task Keys_are_never_logged()
    {
        await using var service = await TestService.StartAsync(options: Options);
        await Ask(service, new Metadata { { "authorization", $"Bearer {Key}" } });
        await FailsWith(StatusCode.Unauthenticated, () => Ask(service, new Metadata { { "authorization", "Bearer wrong-pony" } }));

        await service.Host.StopAsync(Token);

        Assert.NotEmpty(service.Log.Lines);
        Assert.DoesNotContain(service.Log.Lines, line => line.Contains(Key, StringComparison.Ordinal) || line.Contains("wrong-pony", StringComparison.Ordinal));
        Assert.DoesNotContain(Key, Options.ToString(), StringComparison.Ordinal);
    }

    private static async Task<V1.VerifyResponse> Ask(TestService service, Metadata headers) =>
        await service.Client.VerifyAsync(new V1.VerifyRequest { Text = Samples.Text }, headers, cancellationToken: Token);
}
