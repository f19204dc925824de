using PuppeteerSharp;

namespace Prover.Bench.Tests.Reports;

/// <summary>One headless Chromium for a class of tests; none is ever downloaded.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private IBrowser? _browser;

    /// <summary>An empty page of its own, as wide as asked for and in the scheme asked for.</summary>
    public async Task<IPage> NewPageAsync(int width, bool isDark)
    {
        Assert.SkipWhen(_browser is null, "There is no Chromium: install the package 'chromium', or set PROVER_CHROMIUM to the path of a Chromium or Chrome.");
        var page = await _browser!.NewPageAsync();
        await page.SetViewportAsync(new ViewPortOptions { Width = width, Height = 900 });
        await page.EmulateMediaFeaturesAsync([new() { MediaFeature = MediaFeature.PrefersColorScheme, Value = isDark ? "dark" : "light" }]);
        return page;
    }

    public async ValueTask InitializeAsync()
    {
        if (Find() is { } path)
        {
            _browser = await Puppeteer.LaunchAsync(new LaunchOptions
            {
                ExecutablePath = path,
                Headless = true,
                Args =
                [
                    // Tests may run as root, where Chromium's sandbox can't be had; the pages are the tests' own.
                    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                    "--disable-dev-shm-usage",
                ],
            });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
    }

    private static string? Find() =>
        Environment.GetEnvironmentVariable("PROVER_CHROMIUM") is { Length: > 0 } named
            ? named
            : (from folder in (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
               from name in Names
               let path = Path.Combine(folder, name)
               where File.Exists(path)
               select path).FirstOrDefault();
}
