using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Fluid;

namespace Prover.Core.Prompts;

/// <summary>A prompt's text: Liquid, in a part for the system and a part for the user.</summary>
internal sealed partial class PromptFile
{
    private static readonly FluidParser Parser = new();

    private PromptFile(string name, int version, string hash, IFluidTemplate system, IFluidTemplate user)
    {
        (Name, Version, Hash, System, User) = (name, version, hash, system, user);
    }

    public string Name { get; }

    public int Version { get; }

    public string Id => $"{Name}.v{Version}";

    public string Hash { get; }

    public IFluidTemplate System { get; }

    public IFluidTemplate User { get; }

    /// <summary>Reads a file called <c>NAME.vN.liquid</c>.</summary>
    /// <exception cref="PromptException">Its name or its text is wrong.</exception>
    public static PromptFile Read(string fileName, string text)
    {
        if (FileName().Match(fileName) is not { Success: true } named)
        {
            throw new PromptException($"The prompt file '{fileName}' has no name of the form NAME.vN.liquid, e.g. 'prove.v2.liquid'. Rename it.");
        }

        text = text.ReplaceLineEndings("\n");
        var (system, user) = (SystemPart().Match(text), UserPart().Match(text));
        if (!system.Success || !user.Success || user.Index < system.Index)
        {
            throw new PromptException($"The prompt file '{fileName}' needs a line '=== system ===' and after it a line '=== user ==='; the texts follow them.");
        }

        return new PromptFile(
            named.Groups["name"].Value,
            int.Parse(named.Groups["version"].ValueSpan),
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
            Parse(fileName, text[(system.Index + system.Length)..user.Index]),
            Parse(fileName, text[(user.Index + user.Length)..]));
    }

    private static IFluidTemplate Parse(string fileName, string text) => Parser.TryParse(text.Trim(), out var template, out var error)
        ? template
        : throw new PromptException($"The prompt file '{fileName}' is no Liquid template: {error}");

    [GeneratedRegex(@"\A(?<name>[a-z][a-z0-9-]*)\.v(?<version>[1-9][0-9]{0,5})\.liquid\z")]
    private static partial Regex FileName();

    [GeneratedRegex(@"^=== system ===[ \t]*$", RegexOptions.Multiline)]
    private static partial Regex SystemPart();

    [GeneratedRegex(@"^=== user ===[ \t]*$", RegexOptions.Multiline)]
    private static partial Regex UserPart();
}
