using Prover.Core.Formalization.Examination.Reading;

namespace Prover.Core.Formalization.Examination.Agreement;

/// <summary>Writes the proof that one statement gives another that says the same: it is taken at the same values.</summary>
internal static class EquivalenceProof
{
    private const string Side = "first | assumption | omega | (simp_all; done) | (simp_all; omega) | grind";

    // A witness of one existence is a witness of the other; divisibility and remainders have one too.
    private const string Witness = "(obtain ⟨x, hx⟩ := h'; exact ⟨x, by first | omega | grind⟩) | (obtain ⟨x, hx⟩ := Nat.dvd_of_mod_eq_zero h'; exact ⟨x, by first | omega | grind⟩)";

    /// <summary>Tactics for <c>FIRST → SECOND</c>.</summary>
    public static string From(Telescope first, Telescope second)
    {
        var names = second.Arguments.Select((isVariable, i) => isVariable ? second.Variables[second.Arguments.Take(i).Count(v => v)].Name : $"hs{i}").ToList();
        var opening = "intro h" + (names.Count > 0 ? $"\nintro {string.Join(' ', names)}" : string.Empty);
        var halves = string.Concat(second.Variables.Where(v => v.Argument is null).Select(v => $" | exact ⟨{v.Name} / 2, by omega⟩"));
        var attempts = Matching.Of(second.Variables, first.Variables).Take(3).Select(map =>
        {
            var next = 0;
            var arguments = first.Arguments.Select(isVariable => isVariable ? Argument(first.Variables[next++], map, second) : $"(by {Side}{halves})");
            var taken = $"have h' := @h {string.Join(' ', arguments)}";
            return $"({taken}; first | exact h' | omega | {Witness}{halves} | (simp_all; done) | (simp_all; omega) | grind)";
        });
        return $"{opening}\nfirst\n{string.Join('\n', attempts.Append("exact h").Append("grind").Append("(simp_all; done)").Append("(simp_all; omega)").Select(a => "  | " + a))}";
    }

    private static string Argument(Binding variable, IReadOnlyDictionary<string, string> map, Telescope second)
    {
        var name = map[variable.Name];
        var type = second.Variables.First(v => v.Name == name).Type;
        return (variable.Type, type, variable.Argument) switch
        {
            (NumberType.Int, NumberType.Nat, null) => $"({name} : Int)",
            (NumberType.Nat, NumberType.Int, null) => $"(Int.toNat {name})",
            _ => name,
        };
    }
}
