using Grpc.Core;
using Prover.Rounds.Reports;
using Prover.Rounds.Rounds;
using Prover.Service.Admission;
using Prover.Service.Errors;

namespace Prover.Service.Campaigns;

/// <summary>The methods of <c>prover.v1.RoundsService</c>.</summary>
internal sealed class RoundsEndpoint(CampaignFolders campaigns, CampaignWatch watch, ActiveCalls calls, TimeProvider time) : V1.RoundsService.RoundsServiceBase
{
    public override Task<V1.ListCampaignsResponse> ListCampaigns(V1.ListCampaignsRequest request, ServerCallContext context)
    {
        var response = new V1.ListCampaignsResponse();
        response.Names.AddRange(campaigns.List());
        return Task.FromResult(response);
    }

    public override async Task<V1.Campaign> GetCampaign(V1.GetCampaignRequest request, ServerCallContext context)
    {
        using var stop = calls.StopWith(context.CancellationToken);
        var folder = await campaigns.OpenAsync(request.Name, stop.Token).ConfigureAwait(false);
        return (await CampaignReport.ReadAsync(folder, stop.Token).ConfigureAwait(false)).ToWire();
    }

    public override async Task<V1.CampaignReport> GetCampaignReport(V1.GetCampaignReportRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        if (request.Names.Count == 0)
        {
            violations.Add("names", "There must be at least one name; ListCampaigns tells them.");
        }

        violations.ThrowIfAny();
        using var stop = calls.StopWith(context.CancellationToken);
        List<RoundsFolder> folders = [];
        foreach (var name in request.Names)
        {
            folders.Add(await campaigns.OpenAsync(name, stop.Token).ConfigureAwait(false));
        }

        var document = await CampaignDocument.ReadAsync(folders, time.GetUtcNow(), stop.Token).ConfigureAwait(false);
        return new V1.CampaignReport { Html = await CampaignPage.RenderAsync(document, stop.Token).ConfigureAwait(false), Json = CampaignJson.Write(document) };
    }

    public override async Task WatchCampaign(V1.WatchCampaignRequest request, IServerStreamWriter<V1.CampaignRound> responseStream, ServerCallContext context)
    {
        using var stop = calls.StopWith(context.CancellationToken);
        var folder = await campaigns.OpenAsync(request.Name, stop.Token).ConfigureAwait(false);
        await foreach (var round in watch.FollowAsync(folder, stop.Token).ConfigureAwait(false))
        {
            await responseStream.WriteAsync(round.ToWire(), stop.Token).ConfigureAwait(false);
        }
    }
}
