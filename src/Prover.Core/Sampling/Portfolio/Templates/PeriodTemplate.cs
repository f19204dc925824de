using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Sampling.Portfolio.Templates;

/// <summary>A value <c>f N</c> far out of a recurrence that repeats. The generator evaluates the rule and finds the period p; the script
/// proves <c>f (p * k + i) = vᵢ</c> for one period by induction on k.</summary>
internal sealed class PeriodTemplate : IScriptTemplate
{
    private const int MaxPeriod = 24;

    public string Name => "period";

    public int? MaxHeartbeats => null;

    public IEnumerable<string> Scripts(GoalFeatures goal)
    {
        if (Recurrence.In(goal) is { } sequence && PeriodOf(sequence) is { } period)
        {
            yield return Write(sequence, period);
        }
    }

    /// <summary>The smallest period that all computed values agree with; null where there is none.</summary>
    public static int? PeriodOf(Recurrence sequence) => Enumerable.Range(1, MaxPeriod)
        .Where(p => sequence.First + (2 * p) < sequence.End
            && Enumerable.Range(sequence.First, sequence.End - sequence.First - p).All(i => sequence[i] == sequence[i + p]))
        .Select(p => (int?)p).FirstOrDefault();

    private static string Write(Recurrence sequence, int period)
    {
        var (f, first) = (sequence.Function, sequence.First);
        var window = Enumerable.Range(0, Math.Max(period, sequence.Order)).ToList();
        var normalise = sequence.Kind == NumberKind.Rat ? "grind" : "first | omega | grind";
        string Index(int j) => $"{period} * k + {first + j}";
        return Script.Lines(
        [
            .. window.Skip(sequence.Order).Select(j =>
                $"have v{first + j} : {f} {first + j} = {sequence[first + j]} := by have e := {Instance(sequence, string.Empty, j)}; simp at e; {normalise}"),
            $"have C : ∀ k, {string.Join(" ∧ ", window.Select(j => $"{f} ({Index(j)}) = {sequence[first + j]}"))} := by",
            "  intro k",
            "  induction k with",
            $"  | zero => simp only [Nat.mul_zero, Nat.zero_add]; exact ⟨{string.Join(", ", window.Select(j => sequence.Given(first + j) ?? $"v{first + j}"))}⟩",
            "  | succ k ih =>",
            $"    obtain ⟨{string.Join(", ", window.Select(j => $"f{first + j}"))}⟩ := ih",
            .. Enumerable.Range(window.Count, period).Select(j => "    " + NextValue(sequence, Index(j), $"{period} * k + ", j)),
            "    simp only [Nat.mul_succ]",
            $"    refine ⟨{string.Join(",\n      ", window.Select(j => $"by (have hi : {period} * k + {period} + {first + j} = {Index(j + period)} := (by omega); rw [hi]; exact f{first + j + period})"))}⟩",
            .. sequence.Asked.Where(a => a >= first).Select((a, i) => Script.Lines(
                $"have a{i} : {f} {a} = {sequence[first + ((a - first) % period)]} := by",
                $"  have c := C {(a - first) / period}",
                "  simp only [Nat.reduceMul, Nat.reduceAdd] at c",
                "  simp only [c]")),
            "clear C",
            Finish(sequence, "first | done | omega | decide | rfl"),
        ]);
    }

    /// <summary>Puts in the values that were asked for and evaluates the rest.</summary>
    public static string Finish(Recurrence sequence, string routine) => Script.Lines(
        $"simp only [{string.Join(", ", sequence.Asked.Where(a => a >= sequence.First).Select((_, i) => $"a{i}"))}]",
        $"{routine} | ({Script.DecideInKernel}) | grind");

    private static string Instance(Recurrence sequence, string prefix, int j) =>
        $"{sequence.Rule} ({prefix}{sequence.First + j - sequence.Offset})" + (sequence.HasPremise ? " (by omega)" : string.Empty);

    private static string NextValue(Recurrence sequence, string index, string prefix, int j)
    {
        var (first, order) = (sequence.First, sequence.Order);
        var earlier = string.Join(", ", Enumerable.Range(first + j - order, order).Select(i => $"f{i}"));
        var rewritten = sequence.Kind == NumberKind.Rat ? "(rw [e]; grind)" : "omega";
        return $"have f{first + j} : {sequence.Function} ({index}) = {sequence[first + (j % PeriodOf(sequence)!.Value)]} := by have e := {Instance(sequence, prefix, j)}; "
            + $"simp [{earlier}] at e; first | exact e | (rw [e]; done) | {rewritten} | grind";
    }
}
