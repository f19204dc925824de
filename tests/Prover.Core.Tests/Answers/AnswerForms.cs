namespace Prover.Core.Tests.Answers;

/// <summary>A way to write a proof down as Lean.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Code">The code.</param>
/// <param name="Expected">What must come of it.</param>
/// <param name="HasTheorem">False for tactics and terms alone.</param>
public sealed record AnswerForm(string Name, string Code, Expectation Expected = Expectation.Proof, bool HasTheorem = true);

internal static class AnswerForms
{
    private const string Header = "import Mathlib\nimport Aesop\n\nset_option maxHeartbeats 400000\n\nopen BigOperators Real Nat Topology Rat\n\n";

    public static IEnumerable<AnswerForm> Of(KnownProof known)
    {
        var helpers = known.Helpers.Length == 0 ? string.Empty : known.Helpers + "\n\n";
        string Theorem(string name, string proof) => $"{helpers}theorem {name} {known.Body} := {proof}";
        var plain = Theorem(known.Name, known.Proof);
        yield return new("plain", plain);
        yield return new("with its preface", known.Preface + plain);
        yield return new("with a header", Header + known.Preface + plain);
        yield return new("with a comment", $"{helpers}/-- The theorem. `sorry` is not used. -/\n@[simp] theorem {known.Name} {known.Body} := -- no sorry\n  {known.Proof}");
        yield return new("other name", Theorem("my_answer", known.Proof));
        yield return new("other white space", $"{helpers}theorem {known.Name}\n    {known.Body.Replace(" : ", "  :\n    ")} :=\n  {known.Proof}");
        yield return new("as an example", $"{helpers}example {known.Body} := {known.Proof}");
        yield return new("in a namespace", $"namespace Answer\n\n{plain}\n\nend Answer\n\n#print axioms Answer.{known.Name}");
        yield return new("in a section", $"section\nvariable (unused : Nat)\n{plain}\nend\n#eval 1 + 1\n#check Nat.add_comm");
        yield return new("ASCII", plain.Replace("≤", "<=").Replace("∧", "/\\"));
        yield return new("doubled with a draft", $"{helpers}theorem draft {known.Body} := by\n  sorry\n\n{Theorem(known.Name, known.Proof)[helpers.Length..]}");
        yield return new("comment with a fence in it", $"/- Usage:\n```\nfoo\n```\n-/\n{plain}");
        yield return new("statement alone", $"{known.Preface}theorem {known.Name} {known.Body} := by", Expectation.OnlyStatement);
        yield return new("statement without a proof", $"theorem {known.Name} {known.Body}", Expectation.OnlyStatement);
        yield return new("sorry", $"theorem {known.Name} {known.Body} := by\n  sorry", Expectation.LeftSorry);
        yield return new("admit inside", $"theorem {known.Name} {known.Body} := by\n  have h9 : 1 = 1 := by admit\n  omega -- \"done\"", Expectation.LeftSorry);
        yield return new("no code", "-- the proof is left to the reader", Expectation.NoCode, HasTheorem: false);
        if (known.Helpers.StartsWith("lemma", StringComparison.Ordinal))
        {
            yield break;
        }

        yield return new("proof alone", helpers + known.Proof, HasTheorem: false);
        yield return new("assignment alone", $"{helpers}:= {known.Proof}", HasTheorem: false);
        if (known.Proof.StartsWith("by\n", StringComparison.Ordinal))
        {
            var lines = known.Proof.Split('\n')[1..];
            yield return new("tactics at the margin", helpers + string.Join('\n', lines.Select(l => l[2..])), HasTheorem: false);
            yield return new("tactics indented", helpers + string.Join('\n', lines.Select(l => "    " + l)), HasTheorem: false);
            yield return new("theorem with tactics at the margin", $"{helpers}theorem {known.Name} {known.Body} := by\n{string.Join('\n', lines.Select(l => l[2..]))}");
            yield return new("first tactic behind by", Aligned($"theorem {known.Name} {known.Body} := by ", helpers, lines));
            yield return new("deep", $"{helpers}theorem {known.Name} {known.Body} := by\n{string.Join('\n', lines.Select(l => "      " + l))}");
        }
    }

    // Lines of the block stand under its first tactic.
    private static string Aligned(string head, string helpers, string[] lines) =>
        helpers + head + lines[0].Trim() + string.Concat(lines[1..].Select(l => "\n" + new string(' ', head.Length) + l[2..]));
}
