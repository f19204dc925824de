using System.Reflection;
using Fluid;
using Microsoft.Extensions.AI;

namespace Prover.Core.Prompts;

/// <summary>The prompts, by name and version; a folder of the user's can replace them and add to them.</summary>
/// <remarks>Thread-safe. Files are read once. The built-in texts say in their first lines which values they take.</remarks>
public sealed class PromptLibrary
{
    private const string Resources = "Prover.Core.Prompts.Texts.";

    private static readonly TemplateOptions Strict = new() { StrictVariables = true, StrictFilters = true };

    private readonly Dictionary<string, PromptFile> _files = [];

    /// <summary>Reads the prompts.</summary>
    /// <param name="folder">A folder with files <c>NAME.vN.liquid</c>: one of a built-in name and version takes its place, others are added,
    /// and the highest version of a name is the one that is used. Null for none.</param>
    /// <exception cref="PromptException">The folder is missing, or a file in it is wrong.</exception>
    public PromptLibrary(string? folder = null)
    {
        var assembly = typeof(PromptLibrary).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Resources, StringComparison.Ordinal)))
        {
            Add(resource[Resources.Length..], ReadResource(assembly, resource));
        }

        if (folder is null)
        {
            return;
        }

        if (!Directory.Exists(folder))
        {
            throw new PromptException($"The folder of prompts '{folder}' does not exist. Create it, or leave the option out.");
        }

        foreach (var path in Directory.EnumerateFiles(folder, "*.liquid").Order(StringComparer.Ordinal))
        {
            Add(Path.GetFileName(path), ReadFile(path));
        }
    }

    /// <summary>Ids of all prompts, sorted.</summary>
    public IReadOnlyList<string> Ids => [.. _files.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Which text a name means, as <see cref="Prompt.Origin"/> says it.</summary>
    /// <exception cref="PromptException">There is no such prompt.</exception>
    public string OriginOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var file = Find(name);
        return new Prompt(file.Id, file.Hash, []).Origin;
    }

    /// <summary>Fills a prompt in.</summary>
    /// <param name="name">A name, which means its highest version, or an id with its version.</param>
    /// <param name="values">Texts, numbers, truth values and lists of texts by placeholder. One that the prompt does not use does no harm.</param>
    /// <exception cref="PromptException">There is no such prompt, or it has a placeholder that is not among the values.</exception>
    public Prompt Render(string name, IReadOnlyDictionary<string, object> values)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(values);
        var file = Find(name);
        return new Prompt(
            file.Id,
            file.Hash,
            [new ChatMessage(ChatRole.System, Render(file, file.System, values)), new ChatMessage(ChatRole.User, Render(file, file.User, values))]);
    }

    private PromptFile Find(string name) =>
        _files.TryGetValue(name, out var exact) ? exact
        : _files.Values.Where(f => f.Name == name).MaxBy(f => f.Version)
            ?? throw new PromptException($"There is no prompt '{name}'. There are: {string.Join(", ", Ids)}. A file '{name}.v1.liquid' in the folder of prompts adds one.");

    private static string Render(PromptFile file, IFluidTemplate template, IReadOnlyDictionary<string, object> values)
    {
        var context = new TemplateContext(Strict);
        foreach (var (key, value) in values)
        {
            context.SetValue(key, value);
        }

        try
        {
            // Lean is no HTML: nothing is escaped.
            return template.Render(context, NullEncoder.Default).Trim();
        }
        catch (Exception e) when (e is InvalidOperationException or FluidException or ArgumentException or FormatException)
        {
            throw new PromptException(
                $"The prompt '{file.Id}' can't be filled in: {e.Message} It can use: {string.Join(", ", values.Keys.Order(StringComparer.Ordinal))}.", e);
        }
    }

    private void Add(string fileName, string text)
    {
        var file = PromptFile.Read(fileName, text);
        _files[file.Id] = file;
    }

    private static string ReadResource(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static string ReadFile(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PromptException($"The prompt file '{path}' can't be read: {e.Message}", e);
        }
    }
}
