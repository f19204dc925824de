using Prover.Core.Identities;
using Prover.Core.Tests.Sampling.Portfolio;

namespace Prover.Core.Tests.Identities;

/// <summary>Short ways to the engine's certificates.</summary>
internal static class Engine
{
    /// <summary>The certificates of one class for a goal.</summary>
    public static List<Certificate> Certify(string name, string goal) =>
        [.. IdentityEngine.Certify(Goals.Problem(goal), TestContext.Current.CancellationToken).Where(c => c.Class == name)];
}
