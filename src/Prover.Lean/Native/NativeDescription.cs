using System.Security.Cryptography;
using System.Text;
using Prover.Core.Lean;

namespace Prover.Lean.Native;

/// <summary>Asks a native Lean, by commands that print, for the facts of a constant.</summary>
/// <remarks>
/// The fingerprint is a SHA-256 over the names of the universe parameters, the type as printed with nothing left out, and the
/// printed definition of each constant reached that is not the imports' own. Weaker than the embedded host's digest of the
/// structure: what is printed stands for what is, and a text that redefines how terms are printed, or <c>#print</c> itself,
/// can forge it (as it can the kind and the axioms). Texts in which that is seen are refused; the audit of the compiled file,
/// which asks no Lean, closes the rest. Equal statements that differ in names of bound variables get different fingerprints.
/// </remarks>
/// <param name="ask">Runs a text on an environment.</param>
/// <param name="imports">The environment that holds the imports alone.</param>
internal sealed class NativeDescription(Func<string, int, CancellationToken, Task<LeanReply>> ask, int imports)
{
    private const int MaxDefinitions = 500;

    /// <summary>Asks for the facts of a name.</summary>
    public async Task<TheoremDescription> AskAsync(int environment, string name, CancellationToken cancellationToken)
    {
        if ((await MissingFromImportsAsync([name], cancellationToken).ConfigureAwait(false)).Count == 0)
        {
            return new TheoremDescription.Absent(); // It belongs to the imports, not to the text.
        }

        var commands = new PrintCommands();
        commands.Add("set_option pp.fullNames true");
        var shown = commands.Add($"#check @_root_.{name}");

        // Of the theorem only the head is wanted here: its proof may be huge.
        commands.Add("set_option pp.maxSteps 10");
        var head = commands.Add($"#print _root_.{name}");
        var axioms = commands.Add($"#print axioms _root_.{name}");
        PrintAll(commands);
        var type = commands.Add($"#check @_root_.{name}");
        var said = new PrintedAnswers(await ask(commands.Text, environment, cancellationToken).ConfigureAwait(false));

        if (said.IsError(shown) && said.IsError(head))
        {
            return new TheoremDescription.Absent();
        }

        if (PrintedFacts.Header(said.At(head) ?? string.Empty, name) is not var (kind, levels)
            || PrintedFacts.Axioms(said.At(axioms) ?? string.Empty, name) is not { } axiomNames
            || PrintedFacts.Type(said.At(type) ?? string.Empty, name) is not { } fullType)
        {
            return new TheoremDescription.Unknown($"What Lean printed of '{name}' was not understood, so nothing is known of it.");
        }

        var definitions = await DefinitionsAsync(environment, fullType, cancellationToken).ConfigureAwait(false);
        return definitions is null
            ? new TheoremDescription.Unknown($"The definitions that '{name}' rests on can't be printed in full.")
            : new TheoremDescription.Found(new TheoremFacts(
                name, kind, levels, PrintedFacts.Type(said.At(shown) ?? string.Empty, name) ?? fullType, Fingerprint(levels, fullType, definitions), axiomNames)
            { IsStructural = false });
    }

    private static string Fingerprint(IReadOnlyList<string> levels, string type, SortedDictionary<string, string> definitions)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in (string[])["native 1", string.Join(',', levels), type, .. definitions.SelectMany(d => new[] { d.Key, d.Value })])
        {
            // Lengths keep the parts apart.
            var bytes = Encoding.UTF8.GetBytes(part);
            hash.AppendData(BitConverter.GetBytes((long)bytes.Length));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The text's own definitions that a type reaches, printed; null when there are too many or one can't be read.</summary>
    private async Task<SortedDictionary<string, string>?> DefinitionsAsync(int environment, string type, CancellationToken cancellationToken)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var names = LeanNames.In(type).Where(seen.Add).ToList();
        while (names.Count > 0)
        {
            var own = await MissingFromImportsAsync(names, cancellationToken).ConfigureAwait(false);
            names = [];
            if (own.Count == 0)
            {
                break;
            }

            var commands = new PrintCommands();
            PrintAll(commands);
            var lines = own.ToDictionary(name => name, name => commands.Add($"#print _root_.{name}"));
            var said = new PrintedAnswers(await ask(commands.Text, environment, cancellationToken).ConfigureAwait(false));
            foreach (var (name, line) in lines.Where(l => !said.IsError(l.Value)))
            {
                if (said.At(line) is not { } printed || PrintedFacts.Definition(printed, name) is not { } definition || found.Count == MaxDefinitions)
                {
                    return null;
                }

                found[name] = definition;
                names.AddRange(LeanNames.In(definition).Where(seen.Add));
            }
        }

        return found;
    }

    /// <summary>Names that the imports do not know: the text's own constants, bound variables, words of the syntax.</summary>
    private async Task<IReadOnlyList<string>> MissingFromImportsAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var commands = new PrintCommands();
        var lines = names.ToDictionary(name => name, name => commands.Add($"#check @_root_.{name}"));
        var said = new PrintedAnswers(await ask(commands.Text, imports, cancellationToken).ConfigureAwait(false));
        return [.. lines.Where(l => said.IsError(l.Value)).Select(l => l.Key)];
    }

    private static void PrintAll(PrintCommands commands)
    {
        foreach (var option in FullPrinting.Options)
        {
            commands.Add($"set_option {option}");
        }
    }
}
