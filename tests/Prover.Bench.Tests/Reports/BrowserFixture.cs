using PuppeteerSharp;

namespace Prover.Bench.Tests.Reports;

/// <summary>One headless Chromium for a class of tests; none is ever downloaded.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private IBrowser? _browser;

    /// <summary>Why there is no browser; null when there is one.</summary>
    public static string? Missing { get; } = Find() is null
        ? "There is no Chromium: install the package 'chromium', or set PROVER_CHROMIUM to the path of a Chromium or Chrome."
        : null;

    /// <summary>A new page of its own, as wide as asked for and in the scheme asked for.</summary>
    public async Task<IPage> OpenAsync(string file, int width, bool isDark = false)
    {
        Assert.SkipWhen(_browser is null, Missing ?? string.Empty);
        var page = await _browser!.NewPageAsync();
        await page.SetViewportAsync(new ViewPortOptions { Width = width, Height = 900 });
        await page.EmulateMediaFeaturesAsync([new() { MediaFeature = MediaFeature.PrefersColorScheme, Value = isDark ? "dark" : "light" }]);
        if (file.Length > 0)
        {
            await page.GoToAsync(new Uri(file).AbsoluteUri);
        }

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
