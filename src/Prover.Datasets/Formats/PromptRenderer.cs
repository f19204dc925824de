using Prover.Core.Prompts;
using Prover.Datasets.Entries;

namespace Prover.Datasets.Formats;

/// <summary>The prompt that a model would be asked with.</summary>
/// <param name="prompts">The prompts.</param>
/// <param name="name">Which one.</param>
/// <param name="library">The Lean of problems of which no attempt tells one.</param>
internal sealed class PromptRenderer(PromptLibrary prompts, string name, LeanLibrary library)
{
    /// <summary>Refuses a prompt that is none before anything is read.</summary>
    /// <exception cref="PromptException">There is no such prompt.</exception>
    public void Demand() => prompts.OriginOf(name);

    /// <summary>Messages of system and user, and the id of their text.</summary>
    public (List<ChatTurn> Turns, string Id) Of(DatasetEntry entry)
    {
        var lean = entry.Attempts.FirstOrDefault(a => a.Toolchain is not null)?.Toolchain;
        var prompt = prompts.Render(name, (lean is null ? library : LeanLibrary.Of(lean)).AddTo(new Dictionary<string, object>
        {
            ["name"] = entry.Name,
            ["statement"] = entry.Statement,
            ["goal"] = string.Empty,
            ["examples"] = Array.Empty<string>(),
        }));
        return ([.. prompt.Messages.Select(m => new ChatTurn { Role = m.Role.Value, Content = m.Text })], prompt.Origin);
    }
}
