using Fluid;

namespace Prover.Bench.Reports.Pages;

/// <summary>Lets the template read all properties, in camelCase: only this program's own values are given to only its own template. A property that
/// is not there is an error, unlike one that is null; the engine's own strictness does not tell the two apart.</summary>
internal sealed class StrictMembers : MemberAccessStrategy
{
    private readonly UnsafeMemberAccessStrategy _all = new() { MemberNameStrategy = MemberNameStrategies.CamelCase };

    public override IMemberAccessor GetAccessor(Type type, string name) =>
        _all.GetAccessor(type, name) ?? throw new InvalidOperationException($"The page's template asks a {type.Name} for '{name}', which it does not have.");

    public override void Register(Type type, IEnumerable<KeyValuePair<string, IMemberAccessor>> accessors) => _all.Register(type, accessors);
}
