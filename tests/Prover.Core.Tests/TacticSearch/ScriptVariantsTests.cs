using Prover.Core.TacticSearch.Minimizing;

namespace Prover.Core.Tests.TacticSearch;

public sealed class ScriptVariantsTests
{
    [Fact]
    public void Any_line_may_go_with_what_is_indented_below_it()
    {
        var variants = ScriptVariants.Of("have h : 0 ≤ x := by\n  omega\nintro y\nomega").ToList();

        Assert.Contains("intro y\nomega", variants);
        Assert.Contains("have h : 0 ≤ x := by\n  omega\nomega", variants);
        Assert.DoesNotContain(variants, string.IsNullOrWhiteSpace);
    }

    [Fact]
    public void One_of_the_alternatives_may_be_enough()
    {
        var variants = ScriptVariants.Of("constructor <;> first | omega | (simp_all; done) | grind").ToList();

        Assert.Contains("constructor <;> omega", variants);
        Assert.Contains("constructor <;> simp_all", variants);
        Assert.Contains("constructor <;> grind", variants);
    }

    [Fact]
    public void What_is_tried_may_be_left_out()
        => Assert.Contains("rcases h with h | h", ScriptVariants.Of("rcases h with h | h <;> try (first | omega | (simp; done))"));

    [Fact]
    public void A_block_may_end_with_one_procedure()
    {
        var variants = ScriptVariants.Of("constructor\n· intro h\n  exact f h\n· exact g").ToList();

        Assert.Contains("constructor\n· omega\n· exact g", variants);
        Assert.Contains("grind", variants);
    }

    [Fact]
    public void A_guard_may_go()
        => Assert.Contains("have h := a\nomega", ScriptVariants.Of("first\n| (\n    have h := a\n    omega\n  )\n| fail"));
}
