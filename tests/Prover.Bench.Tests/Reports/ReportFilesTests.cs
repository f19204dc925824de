using Prover.Bench.Reports;

namespace Prover.Bench.Tests.Reports;

public sealed class ReportFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("prover-report-").FullName;

    private string Html => Path.Combine(_folder, "report", "index.html");

    private string Json => Path.Combine(_folder, "report", "report.json");

    [Fact]
    public async Task Both_files_are_written_and_nothing_else_is_left()
    {
        var document = ReportDocument.Of([TestRuns.Portfolio()], TestRuns.Start);
        await ReportFiles.WriteAsync(document, Html, Json, TestContext.Current.CancellationToken);
        await ReportFiles.WriteAsync(document, Html, Json, TestContext.Current.CancellationToken);

        Assert.Equal([Html, Json], Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Order());
        Assert.Equal(ReportJson.Write(document), await File.ReadAllTextAsync(Json, TestContext.Current.CancellationToken));
        Assert.EndsWith("</html>\n", await File.ReadAllTextAsync(Html, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_report_leaves_what_was_there()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Html)!);
        await File.WriteAllTextAsync(Html, "old", TestContext.Current.CancellationToken);
        var document = ReportDocument.Of([TestRuns.Portfolio()], TestRuns.Start);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ReportFiles.WriteAsync(document, Html, Json, new CancellationToken(canceled: true)));

        Assert.Equal("old", await File.ReadAllTextAsync(Html, TestContext.Current.CancellationToken));
        Assert.Equal([Html], Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_file_that_cannot_be_replaced_leaves_no_half_written_one()
    {
        Directory.CreateDirectory(Html); // a folder of that name
        var document = ReportDocument.Of([TestRuns.Portfolio()], TestRuns.Start);

        var error = await Assert.ThrowsAnyAsync<Exception>(() => ReportFiles.WriteAsync(document, Html, Json, TestContext.Current.CancellationToken));

        Assert.True(error is IOException or UnauthorizedAccessException, error.ToString());
        Assert.Empty(Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
