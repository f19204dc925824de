using Prover.Core.Models;

namespace Prover.Service.Mapping;

/// <summary>What happens with language models, to the wire and back.</summary>
internal static class ModelMapping
{
    public static V1.ModelActivity ToWire(this ModelEvent happened)
    {
        var wire = new V1.ModelActivity { Model = happened.Model, Purpose = happened.Purpose };
        switch (happened)
        {
            case ModelEvent.Asked asked:
                wire.Asked = asked.Choices;
                break;
            case ModelEvent.Answered answered:
                wire.Answered = answered.Usage.ToWire();
                break;
            case ModelEvent.Unusable unusable:
                wire.Unusable = unusable.Reason;
                break;
            case ModelEvent.Failed failed:
                wire.Failed = failed.Reason;
                break;
            default:
                throw new InvalidOperationException($"The event {happened.GetType().Name} has no form on the wire.");
        }

        return wire;
    }

    /// <summary>Null for what a newer server says and this version does not know.</summary>
    public static ModelEvent? ToDomain(this V1.ModelActivity wire) => wire.KindCase switch
    {
        V1.ModelActivity.KindOneofCase.Asked => new ModelEvent.Asked(wire.Model, wire.Purpose, wire.Asked),
        V1.ModelActivity.KindOneofCase.Answered => new ModelEvent.Answered(wire.Model, wire.Purpose, wire.Answered.ToDomain()),
        V1.ModelActivity.KindOneofCase.Unusable => new ModelEvent.Unusable(wire.Model, wire.Purpose, wire.Unusable),
        V1.ModelActivity.KindOneofCase.Failed => new ModelEvent.Failed(wire.Model, wire.Purpose, wire.Failed),
        _ => null,
    };

    public static V1.Usage ToWire(this ModelUsage usage) => new()
    {
        Requests = usage.Requests,
        InputTokens = usage.InputTokens,
        OutputTokens = usage.OutputTokens,
        Cost = (double)usage.Cost,
    };

    public static ModelUsage ToDomain(this V1.Usage? wire) =>
        wire is null ? default : new ModelUsage(wire.Requests, wire.InputTokens, wire.OutputTokens, (decimal)wire.Cost);
}
