using Google.Rpc;

namespace Prover.Service.Errors;

/// <summary>Collects all that is wrong with a request, so that a client can mend it in one go.</summary>
internal sealed class Violations
{
    // Enough to mend a client; a batch of a thousand bad items need not be told a thousand times.
    private const int MaxTold = 20;

    private readonly BadRequest _badRequest = new();

    public void Add(string field, string description)
    {
        if (_badRequest.FieldViolations.Count < MaxTold)
        {
            _badRequest.FieldViolations.Add(new BadRequest.Types.FieldViolation { Field = field, Description = description });
        }
    }

    /// <summary>Ends the call with INVALID_ARGUMENT when anything was added.</summary>
    public void ThrowIfAny()
    {
        if (_badRequest.FieldViolations.Count > 0)
        {
            throw RpcErrors.Invalid(_badRequest).ToRpc();
        }
    }
}
