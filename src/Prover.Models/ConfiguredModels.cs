using System.Collections.Concurrent;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Prover.Core.Models;
using Prover.Models.Cache;
using Prover.Models.Configuration;
using Prover.Models.Limits;
using Prover.Models.Reasoning;
using Prover.Models.Retry;
using Prover.Models.Telemetry;
using Prover.Models.Timeouts;
using Prover.Models.Wire;

namespace Prover.Models;

/// <summary>The models of a configuration, with one pipeline each.</summary>
/// <remarks>One instance a process: limits are kept by instance. A key is looked for when its model is first asked for, so that a missing one
/// hurts nobody who does not need it.</remarks>
public sealed class ConfiguredModels : ILanguageModels, IDisposable
{
    private readonly ModelsConfiguration _configuration;
    private readonly Func<string, string?> _environment;
    private readonly TimeProvider _time;
    private readonly ILoggerFactory _loggers;
    private readonly HttpMessageInvoker _http;
    private readonly ConcurrentDictionary<string, Lazy<LanguageModel>> _models = new(StringComparer.Ordinal);

    /// <param name="configuration">The models.</param>
    /// <param name="environment">Environment variables, for keys; null takes the process's own.</param>
    /// <param name="time">The clock.</param>
    /// <param name="loggers">Where retries, cuts and the like are told; never with a text or a key.</param>
    public ConfiguredModels(
        ModelsConfiguration configuration, Func<string, string?>? environment = null, TimeProvider? time = null, ILoggerFactory? loggers = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        _configuration = configuration;
        _environment = environment ?? Environment.GetEnvironmentVariable;
        _time = time ?? TimeProvider.System;
        _loggers = loggers ?? NullLoggerFactory.Instance;
        // A redirection would turn the question into another one: endpoints must be final. Names are looked up anew now and then.
        _http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = TimeSpan.FromSeconds(30),
        });
        All = [.. configuration.Models.Select(m => m.Value.Info(m.Key))];
    }

    /// <summary>Where the configuration came from.</summary>
    public string Source => _configuration.Source;

    /// <inheritdoc />
    public IReadOnlyList<ModelInfo> All { get; }

    /// <summary>The models that the user has configured; see <see cref="ModelsFile.Find"/>.</summary>
    /// <exception cref="ModelException">The configuration is wrong.</exception>
    public static ConfiguredModels Open(string? path = null, ILoggerFactory? loggers = null) =>
        new(path is null ? ModelsFile.Find() : ModelsFile.Read(path), loggers: loggers);

    /// <inheritdoc />
    public LanguageModel Get(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (All.FirstOrDefault(m => m.Name == name) is not { } info)
        {
            throw new ModelException(All.Count == 0
                ? $"There is no model '{name}': none is configured. Write one into {Source}, or set OPENAI_BASE_URL and OPENAI_MODEL."
                : $"There is no model '{name}' in {Source}. There are: {string.Join(", ", All.Select(m => m.Name))}.");
        }

        var lazy = _models.GetOrAdd(name, _ => new Lazy<LanguageModel>(() => Build(info)));
        try
        {
            return lazy.Value;
        }
        catch (ModelException)
        {
            // The key may be there next time.
            _models.TryRemove(KeyValuePair.Create(name, lazy));
            throw;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var model in _models.Values.Where(m => m.IsValueCreated))
        {
            model.Value.Client.Dispose();
        }

        _http.Dispose();
    }

    /// <summary>The pipeline, outermost layer first.</summary>
    private LanguageModel Build(ModelInfo info)
    {
        var options = _configuration.Models.First(m => m.Key == info.Name).Value;
        var key = Secret.Of(info.Name, options, _environment);
        var logger = _loggers.CreateLogger("Prover.Models");
        var builder = new ChatClientBuilder(new WireChatClient(info.Name, options, key, _http, _time))
            .UseOpenTelemetry(_loggers, ModelMetrics.Name, telemetry => telemetry.EnableSensitiveData = false)
            .Use(inner => new AccountingChatClient(inner, info));
        if (_configuration.Cache is { } cache)
        {
            builder.Use(inner => new AnswerCacheChatClient(inner, options, new AnswerFolder(UserPath.Full(cache.Directory), logger)));
        }

        var client = builder
            .Use(inner => new ReasoningChatClient(inner, options.Reasoning))
            .Use(inner => new RetryChatClient(inner, info.Name, options, _time, logger))
            .Use(inner => new LimitsChatClient(inner, options, _time))
            .Use(inner => new TimeoutChatClient(inner, info.Name, TimeSpan.FromSeconds(options.RequestTimeoutSeconds), _time))
            .Build();
        return new LanguageModel(info, client);
    }
}
