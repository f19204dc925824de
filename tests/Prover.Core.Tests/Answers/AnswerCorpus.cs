using System.Text.Json;

namespace Prover.Core.Tests.Answers;

/// <summary>What a model wrote, and what must come of it.</summary>
/// <param name="Known">The proof that it holds.</param>
/// <param name="Text">The answer.</param>
/// <param name="Format">Which ugly format it is.</param>
/// <param name="Expected">What must be read.</param>
/// <param name="Complete">False when it is cut off.</param>
public sealed record CorpusAnswer(KnownProof Known, string Text, string Format, Expectation Expected, bool Complete = true);

/// <summary>What must come of an answer.</summary>
public enum Expectation
{
    Proof,
    NoCode,
    OnlyStatement,
    LeftSorry,
    CutOff,
}

/// <summary>Answers in ugly formats: every form of a proof in every wrapping, with noise and prose around, in an order given by a seed.</summary>
public static class AnswerCorpus
{
    private static readonly string[] Before =
    [
        "", "Here is the proof:\n\n", "### Plan\n1. Use `omega`.\n2. Done.\n\nThe statement isn't hard; \"obviously\" it's true.\n\n", "Sure! Let me think about it...\n",
        "<think>\nMaybe ```lean4\ntheorem x : False := by sorry\n```\n</think>\n", "First a sketch:\n```lean4\nexample : True := by\n  sorry\n```\nNow in full:\n",
    ];

    private static readonly string[] After =
    [
        "", "\n", "\n\nThis completes the proof.\n", "\nNote that `h` is used in the last step, e.g. with `simp`.\n", "\n\n**Explanation.** We use arithmetic; see `Nat.le_trans`.\n",
    ];

    /// <summary>At least <paramref name="count"/> different answers.</summary>
    public static IEnumerable<CorpusAnswer> Generate(int seed, int count)
    {
        var random = new Random(seed);
        var seen = new HashSet<string>();
        var all = (from known in KnownProof.All from form in AnswerForms.Of(known) from wrapping in AnswerWrappings.All select (known, form, wrapping)).ToArray();
        for (var made = 0; made < count;)
        {
            random.Shuffle(all);
            foreach (var (known, form, wrapping) in all)
            {
                var (before, after) = (Before[random.Next(Before.Length)], After[random.Next(After.Length)]);
                var noise = AnswerNoise.All[random.Next(AnswerNoise.All.Count)];
                if (wrapping.Applies(form) && Make(known, form, wrapping, noise, before, after) is { } answer && seen.Add(answer.Text) && made++ < count)
                {
                    yield return answer;
                }
            }
        }
    }

    private static CorpusAnswer? Make(
        KnownProof known, AnswerForm form, AnswerWrappings.Wrapping wrapping, AnswerNoise.Noise noise, string before, string after)
    {
        if (form.Expected == Expectation.NoCode && before.Contains("sorry", StringComparison.Ordinal))
        {
            return null; // The sketch is all there is then.
        }

        var text = wrapping.Wrap(form.Code, before, after);
        return new CorpusAnswer(known, noise.Apply(text), $"{form.Name}, {wrapping.Name}, {noise.Name}", wrapping.CutsOff ? Expectation.CutOff : form.Expected, !wrapping.CutsOff);
    }

    /// <summary>A JSON string, as servers write it.</summary>
    internal static string Json(string text) => JsonSerializer.Serialize(text);
}
