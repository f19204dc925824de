using System.Text.RegularExpressions;
using Prover.Core.Statements;

namespace Prover.Core.Answers;

/// <summary>Reads a proof of our statement out of a piece of code.</summary>
internal static partial class ProofReader
{
    private const string LemmaName = "answer_restated";

    // From the answer's own theorem to ours: the same but for names and order, or a little stronger.
    private const string FromLemma = $"""
        by
          first
            | exact {LemmaName}
            | exact {LemmaName} ..
            | (intros; apply {LemmaName} <;> assumption)
            | (intros; simpa using {LemmaName} ..)
        """;

    /// <summary>Reads it.</summary>
    /// <param name="code">The code; may hold characters that Lean does not read.</param>
    /// <param name="target">Our statement.</param>
    /// <param name="isLean">True when the answer says that it is Lean; else it must look like it.</param>
    /// <param name="earlier">Code of earlier blocks, from which declarations that are used are taken.</param>
    public static Reading Read(string code, Target target, bool isLean, IEnumerable<string> earlier)
    {
        var commands = LeanCommands.Split(Dedented(CodeCharacters.CleanCode(code)));
        var proofs = Enumerable.Range(0, commands.Count).Where(i => commands[i].IsProof || target.IsNamed(DeclaredName(commands[i]))).ToArray();
        if (proofs.Length == 0)
        {
            return BareProof.Read(commands, target, isLean);
        }

        var ours = Array.FindLastIndex(proofs, i => target.IsNamed(DeclaredName(commands[i])));
        var main = ours >= 0 ? proofs[ours] : proofs.LastOrDefault(i => Body(commands[i], target).Proof is not null, proofs[^1]);
        var command = commands[main];
        var body = Body(command, target);
        if (body.Proof is null || IsEmpty(body.Proof))
        {
            return new Reading(ReadingRank.Statement, new ExtractedAnswer.OnlyStatement());
        }

        IReadOnlyList<LeanCommand> before = [.. UsedOf(earlier, commands, target), .. commands.Take(main)];
        var proof = ProofLayout.Set(OwnName(command, body.Proof, target.Name), body.Column);
        var (text, holes, notes) = Compose(before, target, proof, lemma: null);
        holes += Holes(LeanText.Mask(proof));
        if (holes > 0)
        {
            return new Reading(ReadingRank.Holes, new ExtractedAnswer.LeftSorry(text, holes));
        }

        var found = new ExtractedAnswer.Found(text) { Notes = notes };
        return new Reading(
            ours >= 0 ? ReadingRank.OurTheorem : ReadingRank.Theorem,
            body.IsOurs ? found : found with { AsLemma = Compose(before, target, FromLemma, Restated(command)).Text });
    }

    /// <summary>Holes in a masked text.</summary>
    public static int Holes(string masked) => Hole().Count(masked);

    /// <summary>Puts what stands in front and the proof together.</summary>
    public static (ProofText Text, int Holes, List<string> Notes) Compose(IEnumerable<LeanCommand> before, Target target, string proof, string? lemma)
    {
        var helpers = new HelperText(target);
        foreach (var command in WithoutDrafts([.. before], lemma is null ? proof : lemma))
        {
            helpers.Add(command);
        }

        if (lemma is not null)
        {
            helpers.AddLemma(lemma);
        }

        return (new ProofText(helpers.Opening + proof, helpers.ToString()), helpers.Holes, helpers.Notes);
    }

    // A draft with holes that nothing rests on is no fault of the proof.
    private static IEnumerable<LeanCommand> WithoutDrafts(LeanCommand[] before, string proof)
    {
        if (!before.Any(c => Holes(c.Masked) > 0))
        {
            return before;
        }

        var words = before.SelectMany(c => Word().Matches(c.Masked).Select(m => m.Value).Distinct())
            .Concat(Word().Matches(proof).Select(m => m.Value).Distinct()).GroupBy(w => w).ToDictionary(g => g.Key, g => g.Count());
        return before.Where(c => !c.IsProof || Holes(c.Masked) == 0 || words.GetValueOrDefault(c.Name) > 1);
    }

    /// <summary>True for what proves nothing at all.</summary>
    public static bool IsEmpty(string proof) => Nothing().IsMatch(LeanText.Mask(proof));

    private static string DeclaredName(LeanCommand command) =>
        command.Kind is "theorem" or "lemma" or "def" or "abbrev" or "instance" ? command.Name : string.Empty;

    private static TheoremBody Body(LeanCommand command, Target target) => TheoremBody.Of(command, target);

    private static string Dedented(string code)
    {
        var lines = code.Trim('\n').TrimEnd().Split('\n');
        var margin = lines.Where(l => !string.IsNullOrWhiteSpace(l)).Select(l => l.Length - l.TrimStart(' ').Length).DefaultIfEmpty(0).Min();
        return margin == 0 ? string.Join('\n', lines) : string.Join('\n', lines.Select(l => l.Length >= margin ? l[margin..] : string.Empty));
    }

    // A proof by recursion calls itself by its own name.
    private static string OwnName(LeanCommand command, string proof, string name) =>
        command.Name.Length == 0 || command.Name == name || !proof.Contains(command.Name, StringComparison.Ordinal)
            ? proof
            : Regex.Replace(proof, $@"(?<![\w.']){Regex.Escape(command.Name)}(?![\w'])", name.Replace("$", "$$"));

    private static string Restated(LeanCommand command)
    {
        var name = command.Name;
        var at = name.Length == 0 ? command.AfterKeyword : command.Masked.IndexOf(name, command.AfterKeyword, StringComparison.Ordinal);
        var rest = command.Text[(at + name.Length)..];
        return $"theorem {LemmaName} {(name.Length == 0 ? rest.TrimStart() : OwnName(command, rest, LemmaName).TrimStart(' '))}";
    }

    /// <summary>Declarations of earlier blocks whose names are used.</summary>
    private static List<LeanCommand> UsedOf(IEnumerable<string> earlier, IReadOnlyList<LeanCommand> commands, Target target)
    {
        var used = new List<LeanCommand>();
        var declared = commands.Select(c => c.Name).ToHashSet();
        var words = commands.SelectMany(c => Word().Matches(c.Masked)).Select(m => m.Value).ToHashSet();
        foreach (var command in earlier.SelectMany(code => LeanCommands.Split(Dedented(CodeCharacters.CleanCode(code))).Reverse()))
        {
            if (command.Kind is "theorem" or "lemma" or "def" or "abbrev" or "structure" or "inductive"
                && words.Contains(command.Name) && !target.IsNamed(command.Name) && declared.Add(command.Name))
            {
                used.Insert(0, command);
                words.UnionWith(Word().Matches(command.Masked).Select(m => m.Value));
            }
        }

        return used;
    }

    [GeneratedRegex(@"(?<![\w.'])(?:sorry|admit)(?![\w'])")]
    private static partial Regex Hole();

    [GeneratedRegex(@"\A\s*(?:by(?![\w.']))?\s*(?:\.\.\.|…|_)?\s*\z")]
    private static partial Regex Nothing();

    [GeneratedRegex(@"[\p{L}_][\w.!?']*")]
    private static partial Regex Word();
}
