using Prover.Bench.Data;
using Prover.Core.Statements;
using BenchProfiles = Prover.Bench.Profiles.Profiles;

namespace Prover.Bench.Tests.Profiles;

public sealed class ProfilesTests
{
    private static readonly BenchProblem Problem = new("t", "valid", "import Mathlib\n\n", "theorem t : 1 = 1 := by\n");

    [Fact]
    public void Each_profile_is_found_by_its_name() => Assert.All(BenchProfiles.All, p => Assert.Same(p, BenchProfiles.Get(p.Name)));

    [Fact]
    public void An_unknown_name_is_refused_with_those_that_there_are()
    {
        var e = Assert.Throws<ArgumentException>(() => BenchProfiles.Get("lean3"));
        Assert.Contains("'lean3'", e.Message, StringComparison.Ordinal);
        Assert.Contains("mathlib, core", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Mathlib_leaves_the_problem_as_it_is() => Assert.Equal("import Mathlib\n\ntheorem t : 1 = 1 := by\n", BenchProfiles.Mathlib.StatementOf(Problem));

    [Fact]
    public void Core_puts_its_notations_in_place_of_the_header_and_changes_nothing_else()
    {
        var text = BenchProfiles.Core.StatementOf(Problem);
        Assert.EndsWith("\ntheorem t : 1 = 1 := by\n", text, StringComparison.Ordinal);
        Assert.StartsWith("set_option autoImplicit false\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("import", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_header_of_core_can_be_kept_warm_as_a_whole() =>
        Assert.Equal(BenchProfiles.Core.Header, LeanHeader.Split(BenchProfiles.Core.StatementOf(Problem)).Text);
}
