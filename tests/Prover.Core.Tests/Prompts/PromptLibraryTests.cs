using Prover.Core.Prompts;

namespace Prover.Core.Tests.Prompts;

public sealed class PromptLibraryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("prompts").FullName;

    private static Dictionary<string, object> Values(bool mathlib) => new LeanLibrary("4.28.0", mathlib).AddTo(new Dictionary<string, object>
    {
        ["name"] = "t",
        ["statement"] = "theorem t : 1 < 2 ∧ \"&\" = \"&\"",
        ["goal"] = "⊢ 1 < 2",
        ["examples"] = new[] { "theorem e : True := trivial" },
        ["strategy"] = "algebraic",
        ["answers"] = new[] { "Answer A: by omega" },
        ["refuted"] = new[] { "theorem false_claim : 1 = 2" },
        ["failed"] = "failed text",
        ["errors"] = "error text",
        ["kept"] = "theorem kept := sorry",
        ["goals"] = "goal text",
        ["round"] = 2,
        ["rounds"] = 4,
        ["history"] = new[] { "omega failed" },
        ["problem"] = "Show that 1 < 2.",
        ["meaning"] = "1 < 2",
        ["first"] = "one text",
        ["second"] = "other text",
        ["statements"] = new[] { "theorem a : 1 < 2", "theorem b : 2 < 1" },
    });

    [Fact]
    public void Every_built_in_prompt_can_be_filled_in_and_escapes_nothing()
    {
        var library = new PromptLibrary();
        Assert.Equal(
            ["back-translate.v1", "council-attempt.v1", "council-chair.v1", "council-review.v1", "formalize-careful.v1", "formalize-plain.v1", "formalize-repair.v1", "judge-faithfulness.v1", "prove-plan.v1", "prove.v1", "repair.v1", "sketch.v1", "vote.v1"],
            library.Ids);
        foreach (var id in library.Ids)
        {
            var prompt = library.Render(id, Values(mathlib: false));
            Assert.Equal(2, prompt.Messages.Count);
            Assert.All(prompt.Messages, m => Assert.DoesNotContain("{", m.Text.Replace("{forloop", "{"), StringComparison.Ordinal));
            Assert.All(prompt.Messages, m => Assert.DoesNotContain("&lt;", m.Text, StringComparison.Ordinal));
            Assert.StartsWith(id + "@", prompt.Origin, StringComparison.Ordinal);
        }

        Assert.Contains("theorem t : 1 < 2 ∧ \"&\" = \"&\" := by", library.Render("prove", Values(false)).Messages[1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("prove")]
    [InlineData("prove-plan")]
    [InlineData("repair")]
    [InlineData("formalize-plain")]
    [InlineData("formalize-careful")]
    [InlineData("formalize-repair")]
    public void A_model_is_told_which_library_it_has(string name)
    {
        var library = new PromptLibrary();
        Assert.Contains("with Mathlib", library.Render(name, Values(mathlib: true)).Messages[0].Text, StringComparison.Ordinal);
        Assert.Contains("core library only", library.Render(name, Values(mathlib: false)).Messages[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_overrides_and_adds_versions()
    {
        Write("prove.v1.liquid", "=== system ===\nMine.\n=== user ===\n{{ statement }}");
        Write("vote.v2.liquid", "=== system ===\nNewer.\n=== user ===\n{{ problem }}");
        var library = new PromptLibrary(_folder);
        var prove = library.Render("prove", Values(false));
        Assert.Equal(("prove.v1", "Mine."), (prove.Id, prove.Messages[0].Text));
        Assert.NotEqual(new PromptLibrary().Render("prove", Values(false)).Hash, prove.Hash);
        Assert.Equal("vote.v2", library.Render("vote", Values(false)).Id);
        Assert.Equal("vote.v1", library.Render("vote.v1", Values(false)).Id);
    }

    [Theory]
    [InlineData("prove.v1.liquid", "=== system ===\nx\n=== user ===\n{{ unheard_of }}", "unheard_of")]
    [InlineData("prove.v1.liquid", "=== system ===\nx\n=== user ===\n{{ statement | shout }}", "shout")]
    [InlineData("prove.v1.liquid", "=== system ===\nx\n=== user ===\n{% if %}", "prove.v1.liquid")]
    [InlineData("prove.v1.liquid", "no parts", "=== system ===")]
    [InlineData("Prove.liquid", "=== system ===\nx\n=== user ===\ny", "NAME.vN.liquid")]
    public void What_is_wrong_with_a_file_is_said(string name, string text, string said)
    {
        Write(name, text);
        Assert.Contains(said, Assert.Throws<PromptException>(() => new PromptLibrary(_folder).Render("prove", Values(false))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_prompts_and_folders_are_named()
    {
        Assert.Contains("'prose'", Assert.Throws<PromptException>(() => new PromptLibrary().Render("prose", Values(false))).Message, StringComparison.Ordinal);
        Assert.Contains("nowhere", Assert.Throws<PromptException>(() => new PromptLibrary(Path.Combine(_folder, "nowhere"))).Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);
}
