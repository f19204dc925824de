using Prover.Lean.Isolation;
using Prover.Lean.Processes;

namespace Prover.Lean.Tests.Isolation;

public class BubblewrapCommandTests
{
    private static readonly Bubblewrap Program = new("/usr/bin/bwrap", ForbidsNesting: true);

    [Theory]
    [InlineData("--unshare-user")]
    [InlineData("--unshare-net")]
    [InlineData("--unshare-pid")]
    [InlineData("--unshare-ipc")]
    [InlineData("--unshare-uts")]
    [InlineData("--disable-userns")]
    [InlineData("--die-with-parent")]
    [InlineData("--new-session")]
    [InlineData("--cap-drop ALL")]
    [InlineData("--proc /proc --dev /dev --size 1000 --tmpfs /tmp")]
    [InlineData("--ro-bind /project /project")]
    [InlineData("--bind /scratch /scratch --remount-ro /dev --remount-ro / --chdir /project --")]
    public void A_sandbox_holds_this(string words) => Assert.Contains($" {words} ", $"{Line(Sample())} ", StringComparison.Ordinal);

    [Fact]
    public void Nothing_can_be_written_but_the_scratch_folder()
    {
        Assert.DoesNotContain(" --bind ", Line(Sample() with { Scratch = null }), StringComparison.Ordinal);
        Assert.Single(BubblewrapCommand.Prefix(Sample()), "--bind");
    }

    [Fact]
    public void Of_the_machine_only_programs_and_what_was_named_is_shown()
    {
        var words = BubblewrapCommand.Prefix(Sample());
        var shown = words.Index().Where(w => w.Item == "--ro-bind").Select(w => words[w.Index + 1]).Where(path => !path.StartsWith("/etc/ld", StringComparison.Ordinal));

        string[] known = ["/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32", "/nix/store", "/gnu/store", "/etc/alternatives", "/project"];
        Assert.Empty(shown.Except(known));
    }

    [Fact]
    public void What_lies_in_a_folder_that_is_shown_is_shown_with_it()
    {
        var line = Line(Sample() with { ReadOnly = ["/project/.lake", "/project", "/projects", "/usr/lib/lean"] });

        Assert.Contains("--ro-bind /project /project --ro-bind /projects /projects --bind", line, StringComparison.Ordinal);
        Assert.DoesNotContain("/usr/lib/lean", line, StringComparison.Ordinal);
    }

    [Fact]
    public void An_older_bubblewrap_is_not_asked_for_what_it_lacks() =>
        Assert.DoesNotContain("--disable-userns", Line(Sample() with { Bubblewrap = Program with { ForbidsNesting = false } }), StringComparison.Ordinal);

    [Fact]
    public async Task Limits_are_set_inside_the_sandbox_and_the_number_of_processes_only_there()
    {
        Assert.SkipUnless(await Confinement.CanLimitAddressSpaceAsync(), "There is no prlimit here.");
        var options = new LeanProcessOptions { Command = "lean", FileSizeLimitBytes = 1, ThreadLimit = 2, AddressSpaceLimitBytes = 3 };

        var plain = string.Join(' ', await Confinement.PrefixAsync(options));
        var boxed = string.Join(' ', await Confinement.PrefixAsync(options with { Sandbox = Sample() }));

        Assert.EndsWith("prlimit --core=0 --as=3 --fsize=1 --", plain, StringComparison.Ordinal);
        Assert.EndsWith("prlimit --core=0 --as=3 --fsize=1 --nproc=2 --", boxed, StringComparison.Ordinal);
        Assert.True(boxed.IndexOf("bwrap", StringComparison.Ordinal) < boxed.IndexOf("prlimit", StringComparison.Ordinal));
    }

    private static Sandbox Sample() =>
        new() { Bubblewrap = Program, ReadOnly = ["/project"], Scratch = "/scratch", WorkingDirectory = "/project", TemporaryBytes = 1000 };

    private static string Line(Sandbox sandbox) => string.Join(' ', BubblewrapCommand.Prefix(sandbox));
}
