using Grpc.Core;
using Prover.Core.Formalization;
using Prover.Core.Proving;
using Prover.Core.Storage;
using Prover.Core.Verification;
using Prover.Service.Admission;
using Prover.Service.Errors;
using Prover.Service.Hosting;
using Prover.Service.Mapping;
using Prover.Service.Telemetry;

namespace Prover.Service.Calls;

/// <summary>The methods of <c>prover.v1.ProverService</c>: each reads its request, asks the domain and writes the answer.</summary>
internal sealed class ProverEndpoint(
    IVerifier verifier,
    IProofSearch search,
    IFormalization formalization,
    IProofStore store,
    VerifyBatch batch,
    StatusReader status,
    RequestReader reader,
    ActiveCalls calls,
    ServiceMetrics metrics,
    ProverServiceOptions options) : V1.ProverService.ProverServiceBase
{
    public override async Task<V1.VerifyResponse> Verify(V1.VerifyRequest request, ServerCallContext context)
    {
        var question = reader.Read(request);
        using var activity = ServiceActivity.Start("verify");
        using var stop = calls.StopWith(context.CancellationToken);
        var verdict = await verifier.VerifyAsync(question, stop.Token).ConfigureAwait(false);
        metrics.Judged(verdict, "verify");
        activity.Tell(verdict);
        return verdict.Overloaded
            ? throw RpcErrors.Overloaded(verdict.Reason ?? "Too many checks wait; try again later.", options.RetryAfter).ToRpc()
            : new V1.VerifyResponse { Verdict = verdict.ToWire() };
    }

    public override async Task VerifyBatch(
        V1.VerifyBatchRequest request, IServerStreamWriter<V1.VerifyBatchResponse> responseStream, ServerCallContext context)
    {
        var questions = reader.Read(request);
        using var activity = ServiceActivity.Start("verify_batch");
        activity?.SetTag("prover.batch.items", questions.Count);
        await batch.RunAsync(questions, responseStream, context.CancellationToken).ConfigureAwait(false);
    }

    public override async Task Formalize(
        V1.FormalizeRequest request, IServerStreamWriter<V1.FormalizeResponse> responseStream, ServerCallContext context)
    {
        var question = reader.Read(request);
        using var activity = ServiceActivity.Start("formalize");
        using var stop = calls.StopWith(context.CancellationToken);
        await foreach (var happened in formalization.FormalizeAsync(question, stop.Token).ConfigureAwait(false))
        {
            await responseStream.WriteAsync(happened.ToWire(), context.CancellationToken).ConfigureAwait(false);
        }
    }

    public override async Task Prove(
        V1.ProveRequest request, IServerStreamWriter<V1.ProveResponse> responseStream, ServerCallContext context)
    {
        var question = reader.Read(request);
        using var activity = ServiceActivity.Start("prove");
        using var stop = calls.StopWith(context.CancellationToken);
        Verdict? result = null;
        await foreach (var happened in search.ProveAsync(question, stop.Token).ConfigureAwait(false))
        {
            switch (happened)
            {
                case ProveEvent.CandidateFinished candidate:
                    metrics.Judged(candidate.Verdict, "candidate");
                    break;
                case ProveEvent.Finished finished:
                    result = finished.Result.Verdict;
                    metrics.Judged(result, "prove");
                    activity.Tell(result);
                    break;
            }

            await responseStream.WriteAsync(happened.ToWire(), context.CancellationToken).ConfigureAwait(false);
        }

        if (result is null)
        {
            throw new InvalidOperationException("The search ended without a result.");
        }
    }

    public override async Task<V1.Proof> GetProof(V1.GetProofRequest request, ServerCallContext context)
    {
        var id = RequestReader.Read(request);
        using var stop = calls.StopWith(context.CancellationToken);
        var proof = await store.GetProofAsync(id, stop.Token).ConfigureAwait(false);
        return proof?.ToWire() ?? throw RpcErrors.NoSuchProof(id).ToRpc();
    }

    public override async Task<V1.ListProofsResponse> ListProofs(V1.ListProofsRequest request, ServerCallContext context)
    {
        var query = RequestReader.Read(request);
        using var stop = calls.StopWith(context.CancellationToken);
        try
        {
            var page = await store.ListProofsAsync(query, stop.Token).ConfigureAwait(false);
            return page.ToWire();
        }
        catch (Exception e) when (e is ArgumentException or FormatException && query.PageToken is not null)
        {
            var violations = new Violations();
            violations.Add("page_token", "This is no token of a page; begin again without one.");
            violations.ThrowIfAny();
            throw;
        }
    }

    public override async Task<V1.Status> GetStatus(V1.GetStatusRequest request, ServerCallContext context)
    {
        using var stop = calls.StopWith(context.CancellationToken);
        return await status.ReadAsync(stop.Token).ConfigureAwait(false);
    }
}
