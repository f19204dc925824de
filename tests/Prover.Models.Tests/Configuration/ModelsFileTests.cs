using Prover.Core.Models;
using Prover.Models.Configuration;

namespace Prover.Models.Tests.Configuration;

public sealed class ModelsFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("prover-models-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_gives_its_models_in_order_with_defaults_for_what_it_leaves_out()
    {
        var read = ModelsFile.Parse(
            """
            {
              // comments are welcome
              "models": {
                "zeta": { "endpoint": "http://127.0.0.1:8000/v1", "model": "Goedel-LM/Goedel-Prover-V2-8B", "maxChoices": 8, "reasoning": "inside",
                          "extraBody": { "top_k": 20, "chat_template_kwargs": { "enable_thinking": true } }, },
                "alpha": { "endpoint": "https://api.example.com/v1", "model": "big", "keyEnvironment": "EXAMPLE_KEY",
                           "price": { "inputPerMillion": 0.5, "outputPerMillion": 2 }, "requestsPerMinute": 60 }
              },
              "cache": { "directory": "answers" }
            }
            """,
            "models.json");
        using var models = new ConfiguredModels(read);

        Assert.Equal(["zeta", "alpha"], models.All.Select(m => m.Name));
        Assert.Equal(8, models.All[0].MaxChoices);
        Assert.Equal(32_768, models.All[0].ContextTokens);
        Assert.Equal(2.5m, models.All[1].Price!.Of(1_000_000, 1_000_000));
        Assert.Equal("USD", models.All[1].Price!.Currency);
        Assert.Equal(ReasoningStart.Inside, read.Models[0].Value.Reasoning);
        Assert.Equal(20, read.Models[0].Value.ExtraBody["top_k"].GetInt32());
        Assert.Equal("answers", read.Cache!.Directory);
    }

    [Theory]
    [InlineData("""{ "models": { "m": { "endpoint": "http://h/v1", "model": "x", "maxChoises": 2 } } }""", "'m'", "maxChoises")]
    [InlineData("""{ "models": { "m": { "endpoint": "http://h/v1", "model": "x", "maxChoices": "two" } } }""", "'m'", "maxChoices")]
    [InlineData("""{ "models": { "m": { "endpoint": "h", "model": "x" } } }""", "'m', endpoint", "http://127.0.0.1:8000/v1")]
    [InlineData("""{ "models": { "m": { "endpoint": "http://h/v1" } } }""", "'m', model", "id")]
    [InlineData("""{ "models": { "m": { "endpoint": "http://h/v1", "model": "x", "temperature": 3 } } }""", "'m', temperature", "between 0 and 2")]
    [InlineData("""{ "models": { "m": { "endpoint": "http://h/v1", "model": "x", "maxOutputTokens": 99999 } } }""", "'m', maxOutputTokens", "32768")]
    [InlineData("""{ "models": { "m": { "endpoint": "http://h/v1", "model": "x", "extraBody": { "n": 2 } } } }""", "'m', extraBody.n", "leave it out")]
    [InlineData("""{ "models": { "m": { "endpoint": "http://h/v1", "model": "x", "keyEnvironment": "A", "keyFile": "b" } } }""", "'m', keyFile", "one of them")]
    [InlineData("""{ "models": { "m": { "endpoint": "http://h/v1", "model": "x" }, "m": { "endpoint": "http://h/v1", "model": "y" } } }""", "'m'", "rename")]
    [InlineData("""{ "models": { "m": 3 } }""", "'m'", "wrong kind")]
    [InlineData("""{ "models": [] }""", "models", "by name")]
    [InlineData("""{ "model": {} }""", "setting 'model'", "endpoint")]
    [InlineData("{ \"models\": \n\n nonsense }", "line 3", "endpoint")]
    public void An_error_names_file_model_field_and_remedy(string text, string where, string remedy)
    {
        var error = Assert.Throws<ModelException>(() => ModelsFile.Parse(text, "/home/u/models.json"));

        Assert.StartsWith("/home/u/models.json: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(where, error.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_problems_are_told_at_once()
    {
        var error = Assert.Throws<ModelException>(() => ModelsFile.Parse("""{ "models": { "a": { "endpoint": "x" }, "b": { "model": "y" } } }""", "f"));

        Assert.Equal(3, error.Message.Split('\n').Length);
    }

    [Theory]
    [InlineData("\"key\": \"sk-literal-secret\"")]
    [InlineData("\"apiKey\": \"sk-literal-secret\"")]
    [InlineData("\"api_key\": \"sk-literal-secret\"")]
    [InlineData("\"keyEnvironment\": \"sk-literal-secret\"")]
    [InlineData("\"extraBody\": { \"api_key\": \"sk-literal-secret\" }")]
    [InlineData("\"endpoint\": \"http://u:sk-literal-secret@h/v1\"")]
    [InlineData("\"temperature\": \"sk-literal-secret\"")]
    public void A_key_in_the_file_is_refused_with_the_remedy_and_not_repeated(string field)
    {
        var endpoint = field.Contains("endpoint", StringComparison.Ordinal) ? string.Empty : "\"endpoint\": \"http://h/v1\",";
        var error = Assert.Throws<ModelException>(() => ModelsFile.Parse($"{{ \"models\": {{ \"m\": {{ {endpoint} \"model\": \"x\", {field} }} }} }}", "f"));

        Assert.DoesNotContain("literal", error.ToString(), StringComparison.Ordinal);
        Assert.True(field.Contains("temperature", StringComparison.Ordinal) || error.Message.Contains("keyEnvironment", StringComparison.Ordinal));
    }

    [Fact]
    public void The_environment_may_name_the_file()
    {
        var path = Path.Combine(_folder, "other.json");
        File.WriteAllText(path, """{ "models": { "m": { "endpoint": "http://h/v1", "model": "x" } } }""");

        Assert.Equal("m", ModelsFile.Find(name => name == "PROVER_MODELS" ? path : null).Models.Single().Key);

        var error = Assert.Throws<ModelException>(() => ModelsFile.Find(name => name == "PROVER_MODELS" ? path + "x" : null));
        Assert.Contains("PROVER_MODELS", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_users_own_file_is_found()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "prover"));
        File.WriteAllText(Path.Combine(_folder, "prover", "models.json"), """{ "models": { "mine": { "endpoint": "http://h/v1", "model": "x" } } }""");

        Assert.Equal("mine", ModelsFile.Find(name => name == "XDG_CONFIG_HOME" ? _folder : null).Models.Single().Key);
    }

    [Fact]
    public void Two_variables_make_a_model_where_there_is_no_file()
    {
        var environment = new Dictionary<string, string>
        {
            ["XDG_CONFIG_HOME"] = _folder,
            ["OPENAI_BASE_URL"] = "http://127.0.0.1:11434/v1",
            ["OPENAI_MODEL"] = "llama",
        };
        using var models = new ConfiguredModels(ModelsFile.Find(environment.GetValueOrDefault), environment.GetValueOrDefault);

        Assert.Equal(("default", "llama"), (models.All.Single().Name, models.All.Single().ModelId));
        Assert.NotNull(models.Get("default").Client);
    }

    [Fact]
    public void Nothing_configured_is_no_error_until_a_model_is_wanted()
    {
        using var models = new ConfiguredModels(ModelsFile.Find(name => name == "XDG_CONFIG_HOME" ? _folder : null));

        Assert.Empty(models.All);
        var error = Assert.Throws<ModelException>(() => models.Get("m"));
        Assert.Contains(Path.Combine(_folder, "prover", "models.json"), error.Message, StringComparison.Ordinal);
        Assert.Contains("OPENAI_BASE_URL", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_key_is_told_when_its_model_is_wanted_and_may_come_later()
    {
        string? key = null;
        using var models = Models(o => o.KeyEnvironment = "LATER", _ => key);

        Assert.Contains("LATER", Assert.Throws<ModelException>(() => models.Get("m")).Message, StringComparison.Ordinal);

        key = "now";
        Assert.NotNull(models.Get("m").Client);
    }

    [Fact]
    public void A_key_file_must_be_the_users_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such modes.");
            return;
        }

        var path = Path.Combine(_folder, "key");
        File.WriteAllText(path, "sk-file-secret\n");
        using var models = Models(o => o.KeyFile = path, _ => null);

        foreach (var mode in (UnixFileMode[])[UnixFileMode.GroupRead, UnixFileMode.OtherRead, UnixFileMode.OtherWrite])
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | mode);
            var error = Assert.Throws<ModelException>(() => models.Get("m"));
            Assert.Contains($"chmod 600 {path}", error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("sk-file", error.ToString(), StringComparison.Ordinal);
        }

        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Assert.NotNull(models.Get("m").Client);
    }

    [Fact]
    public void A_key_with_signs_that_no_key_has_is_refused_without_showing_it()
    {
        using var models = Models(o => o.KeyEnvironment = "K", _ => "two words");

        var error = Assert.Throws<ModelException>(() => models.Get("m"));

        Assert.DoesNotContain("two words", error.ToString(), StringComparison.Ordinal);
    }

    private static ConfiguredModels Models(Action<ModelOptions> change, Func<string, string?> environment)
    {
        var options = new ModelOptions { Endpoint = "http://127.0.0.1:9/v1", Model = "x" };
        change(options);
        return new ConfiguredModels(new ModelsConfiguration { Source = "f", Models = [KeyValuePair.Create("m", options)] }, environment);
    }
}
