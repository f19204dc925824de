using Prover.Core.Models;

namespace Prover.Models.Configuration;

/// <summary>A key, and the one place that knows it. Nothing that is printed, logged or stored shows it.</summary>
internal sealed class Secret
{
    private const UnixFileMode OfOthers =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private readonly string _value;

    private Secret(string value) => _value = value;

    /// <summary>The value of the header that carries it.</summary>
    public string Bearer => $"Bearer {_value}";

    /// <summary>A text without it.</summary>
    public string Redact(string text) => text.Replace(_value, "[key]", StringComparison.Ordinal);

    /// <inheritdoc />
    public override string ToString() => "[key]";

    /// <summary>The key of a model; null when it needs none.</summary>
    /// <exception cref="ModelException">It is named but can't be had.</exception>
    public static Secret? Of(string model, ModelOptions options, Func<string, string?> environment)
    {
        if (options.KeyEnvironment is { } variable)
        {
            return Checked(
                environment(variable),
                $"The key of model '{model}' is missing: set the environment variable {variable}.",
                $"The key of model '{model}' in the environment variable {variable}");
        }

        return options.KeyFile is { } file ? Read(model, UserPath.Full(file)) : null;
    }

    private static Secret Read(string model, string path)
    {
        if (!File.Exists(path))
        {
            throw new ModelException($"The key of model '{model}' is missing: there is no file '{path}'. Write the key into it and make it yours alone (chmod 600).");
        }

        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & OfOthers) != 0)
        {
            throw new ModelException($"The key of model '{model}' is open to other users: make the file yours alone with 'chmod 600 {path}'.");
        }

        try
        {
            return Checked(File.ReadAllText(path), $"The file '{path}' with the key of model '{model}' is empty.", $"The key of model '{model}' in '{path}'");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelException($"The key of model '{model}' can't be read: {e.Message}", e);
        }
    }

    private static Secret Checked(string? value, string missing, string where)
    {
        value = value?.Trim();
        return string.IsNullOrEmpty(value) ? throw new ModelException(missing)
            : value.All(c => c is > ' ' and <= '~') ? new Secret(value)
            : throw new ModelException($"{where} holds spaces or signs that no key has: it must be one line of plain letters.");
    }
}
