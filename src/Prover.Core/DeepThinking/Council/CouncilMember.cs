using System.Globalization;
using Prover.Core.Models;
using Prover.Core.Verification;

namespace Prover.Core.DeepThinking.Council;

/// <summary>A seat of the council: a model that attempts the problem in one way.</summary>
/// <param name="Name">Unique in the council: <c>STRATEGY@MODEL</c>.</param>
/// <param name="Model">The model.</param>
/// <param name="Strategy">Its way; see the prompt <c>council-attempt</c>.</param>
internal sealed record CouncilMember(string Name, LanguageModel Model, string Strategy)
{
    /// <summary>The strategies, in the order in which seats get them.</summary>
    public static readonly IReadOnlyList<string> Strategies = ["algebraic", "computation", "contradiction", "p-adic", "combinatorial"];

    /// <summary>As many members as there are seats: each seat the next model and the next strategy, none twice.</summary>
    public static IReadOnlyList<CouncilMember> Of(IReadOnlyList<LanguageModel> models, int seats)
    {
        var members = new List<CouncilMember>();
        for (var seat = 0; seat < seats && models.Count > 0; seat++)
        {
            var (model, strategy) = (models[seat % models.Count], Strategies[seat % Strategies.Count]);
            var name = $"{strategy}@{model.Info.Name}";
            if (!members.Exists(m => m.Name == name))
            {
                members.Add(new CouncilMember(name, model, strategy));
            }
        }

        return members;
    }

    /// <summary>Labels for the answers that a voter sees: drawn by a seed, anew for each voter, so that neither a name nor a place tells whose they are. Its
    /// own is not among them.</summary>
    public static IReadOnlyList<(string Label, string Member)> Labels(int seed, string voter, IEnumerable<string> members) =>
    [
        .. members.Where(m => m != voter)
            .OrderBy(m => ContentKey.Hash(seed.ToString(CultureInfo.InvariantCulture), voter, m), StringComparer.Ordinal)
            .Select((m, i) => (((char)('A' + i)).ToString(), m)),
    ];
}
