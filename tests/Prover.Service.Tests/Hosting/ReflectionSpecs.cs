using Google.Protobuf.Reflection;
using Grpc.Reflection.V1Alpha;
using Prover.Service.Tests.Support;
using static Prover.Service.Tests.Support.Failures;

namespace Prover.Service.Tests.Hosting;

public sealed class ReflectionSpecs
{
    [Fact]
    public async Task I_can_ask_which_services_there_are()
    {
        await using var service = await TestService.StartAsync(options: TestService.Options with { ApiKey = "key" });

        var response = await Ask(service, new ServerReflectionRequest { ListServices = "" });

        var names = response.ListServicesResponse.Service.Select(s => s.Name).ToArray();
        Assert.Contains("prover.v1.ProverService", names);
        Assert.Contains("grpc.health.v1.Health", names);
    }

    [Fact]
    public async Task I_can_ask_for_the_contract()
    {
        await using var service = await TestService.StartAsync();

        var response = await Ask(service, new ServerReflectionRequest { FileContainingSymbol = "prover.v1.ProverService" });

        var files = response.FileDescriptorResponse.FileDescriptorProto.Select(FileDescriptorProto.Parser.ParseFrom);
        var contract = Assert.Single(files, f => f.Package == "prover.v1");
        Assert.Equal(
            ["Verify", "VerifyBatch", "Formalize", "Prove", "GetProof", "ListProofs", "GetStatus"],
            Assert.Single(contract.Service).Method.Select(m => m.Name));
    }

    private static async Task<ServerReflectionResponse> Ask(TestService service, ServerReflectionRequest request)
    {
        using var call = new ServerReflection.ServerReflectionClient(service.Channel).ServerReflectionInfo(cancellationToken: Token);
        await call.RequestStream.WriteAsync(request, Token);
        Assert.True(await call.ResponseStream.MoveNext(Token));
        await call.RequestStream.CompleteAsync();
        return call.ResponseStream.Current;
    }
}
