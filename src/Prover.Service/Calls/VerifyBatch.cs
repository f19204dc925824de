using Grpc.Core;
using Prover.Core.Checking;
using Prover.Core.Verification;
using Prover.Service.Admission;
using Prover.Service.Mapping;
using Prover.Service.Telemetry;

namespace Prover.Service.Calls;

/// <summary>Judges the items of a batch side by side and tells each answer once, as soon as it is known.</summary>
internal sealed class VerifyBatch(IVerifier verifier, ILeanChecker checker, ActiveCalls calls, ServiceMetrics metrics)
{
    // Items beyond the checker's parallelism, so that a worker that gets free finds its next check in the queue.
    private const int LookAhead = 2;

    /// <summary>Returns when every item is answered; throws, and stops what is outstanding, when the call is cancelled or
    /// the machinery gives up. Waits for the client when it reads slowly.</summary>
    public async Task RunAsync(
        IReadOnlyList<BatchQuestion> questions, IAsyncStreamWriter<V1.VerifyBatchResponse> answers, CancellationToken cancellationToken)
    {
        using var writing = new SemaphoreSlim(1, 1);
        var settings = new ParallelOptions
        {
            MaxDegreeOfParallelism = checker.Parallelism + LookAhead,
            CancellationToken = cancellationToken,
        };
        await Parallel.ForEachAsync(questions, settings, async (question, stopped) =>
        {
            var answer = await AnswerAsync(question, stopped).ConfigureAwait(false);
            await writing.WaitAsync(stopped).ConfigureAwait(false);
            try
            {
                // The call's own token: a write that another item's failure cancels would hide that failure from the client.
                await answers.WriteAsync(answer, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                writing.Release();
            }
        }).ConfigureAwait(false);
    }

    private async Task<V1.VerifyBatchResponse> AnswerAsync(BatchQuestion question, CancellationToken stopped)
    {
        using var stop = calls.StopWith(stopped);
        try
        {
            var verdict = await verifier.VerifyAsync(question.Request, stop.Token).ConfigureAwait(false);
            metrics.Judged(verdict, "verify_batch");
            return new V1.VerifyBatchResponse { Id = question.Id, Verdict = verdict.ToWire() };
        }
        catch (InvalidStatementException e)
        {
            var error = new V1.ItemError { Message = e.Message };
            error.Messages.AddRange(e.Messages.Select(VerdictMapping.ToWire));
            return new V1.VerifyBatchResponse { Id = question.Id, Error = error };
        }
        catch (NotSupportedException e)
        {
            return new V1.VerifyBatchResponse { Id = question.Id, Error = new V1.ItemError { Message = e.Message } };
        }
    }
}
