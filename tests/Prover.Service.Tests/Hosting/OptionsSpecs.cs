using Prover.Core.Verification;
using Prover.Service.Client;
using Prover.Service.Hosting;
using Prover.Service.Tests.Support;

namespace Prover.Service.Tests.Hosting;

public sealed class OptionsSpecs
{
    [Fact]
    public void The_defaults_make_sense()
    {
        var options = new ProverServiceOptions();
        options.Validate();

        Assert.Equal(["http://127.0.0.1:50051"], options.Addresses);
        Assert.Equal(16 * 1024 * 1024, options.MaxMessageBytes);
    }

    public static TheoryData<ProverServiceOptions, string> Nonsense => new()
    {
        { TestService.Options with { Addresses = [] }, nameof(ProverServiceOptions.Addresses) },
        { TestService.Options with { Addresses = ["https://127.0.0.1:1"] }, "https://127.0.0.1:1" },
        { TestService.Options with { Addresses = ["http://example.org:1"] }, "http://example.org:1" },
        { TestService.Options with { Addresses = ["127.0.0.1:1"] }, "127.0.0.1:1" },
        { TestService.Options with { Addresses = ["http://127.0.0.1:1/path"] }, "http://127.0.0.1:1/path" },
        { TestService.Options with { ApiKey = " " }, nameof(ProverServiceOptions.ApiKey) },
        { TestService.Options with { ApiKey = "key\n" }, nameof(ProverServiceOptions.ApiKey) },
        { TestService.Options with { MaxMessageBytes = 0 }, nameof(ProverServiceOptions.MaxMessageBytes) },
        { TestService.Options with { MaxConcurrentCalls = 0 }, nameof(ProverServiceOptions.MaxConcurrentCalls) },
        { TestService.Options with { MaxBatchItems = 0 }, nameof(ProverServiceOptions.MaxBatchItems) },
        { TestService.Options with { MaxSearchSamples = 0 }, nameof(ProverServiceOptions.MaxSearchSamples) },
        { TestService.Options with { RetryAfter = TimeSpan.Zero }, nameof(ProverServiceOptions.RetryAfter) },
        { TestService.Options with { ShutdownGrace = TimeSpan.FromSeconds(-1) }, nameof(ProverServiceOptions.ShutdownGrace) },
        { TestService.Options with { DefaultGrade = (Grade)9 }, nameof(ProverServiceOptions.DefaultGrade) },
        { TestService.Options with { DefaultCheckTimeLimit = TimeSpan.FromHours(1) }, nameof(ProverServiceOptions.DefaultCheckTimeLimit) },
        { TestService.Options with { DefaultSearchTimeLimit = TimeSpan.Zero }, nameof(ProverServiceOptions.DefaultSearchTimeLimit) },
    };

    [Theory]
    [MemberData(nameof(Nonsense), DisableDiscoveryEnumeration = true)]
    public void A_setting_that_makes_no_sense_is_named(ProverServiceOptions options, string named)
    {
        var e = Assert.Throws<ArgumentException>(options.Validate);

        Assert.Contains(named, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:50051", true)]
    [InlineData("http://localhost:50051", true)]
    [InlineData("http://[::1]:50051", true)]
    [InlineData("http://0.0.0.0:50051", false)]
    [InlineData("http://*:50051", false)]
    [InlineData("http://+:50051", false)]
    [InlineData("http://10.0.0.1:50051", false)]
    public void An_address_tells_who_can_reach_it(string text, bool loopback)
    {
        var address = ListenAddress.TryParse(text);

        Assert.NotNull(address);
        Assert.Equal(loopback, address.IsLoopback);
        Assert.Equal(50051, address.Port);
    }

    [Fact]
    public void The_key_comes_from_the_environment_unless_I_say_otherwise()
    {
        // Every other test names its key or the lack of one, so none can see this.
        Environment.SetEnvironmentVariable(ProverServiceOptions.ApiKeyVariable, "from-the-environment");
        try
        {
            Assert.Equal("from-the-environment", new ProverServiceOptions().ApiKey);
            Assert.Null(new ProverServiceOptions { ApiKey = null }.ApiKey);
            Assert.Equal("from-the-environment", new ProverClientOptions { Address = new Uri("http://127.0.0.1:1") }.ApiKey);
        }
        finally
        {
            Environment.SetEnvironmentVariable(ProverServiceOptions.ApiKeyVariable, null);
        }
    }

    [Fact]
    public void A_client_needs_the_url_of_a_server()
    {
        var options = new ProverClientOptions { Address = new Uri("ftp://example.org"), ApiKey = null };

        Assert.Contains("ftp://example.org", Assert.Throws<ArgumentException>(options.Validate).Message, StringComparison.Ordinal);
    }
}
