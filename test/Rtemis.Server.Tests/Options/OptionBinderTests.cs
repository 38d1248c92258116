using Microsoft.Extensions.Configuration;
using Rtemis.Server.Options;

namespace Rtemis.Server.Tests.Options;

public class OptionBinderTests
{
    static ServerOptions Bind(Dictionary<string, string>? switches = null, Dictionary<string, string>? variables = null, Dictionary<string, string?>? settings = null) =>
        OptionBinder.Bind(
            switches ?? [], name => variables?.GetValueOrDefault(name), new ConfigurationBuilder().AddInMemoryCollection(settings ?? []).Build());

    [Fact]
    public void WithNothingSetTheDefaultsAreTheReferences()
    {
        var options = Bind();
        Assert.Equal((5757, "127.0.0.1", 1, 5.0, 86400.0, 3600.0, 60.0, 50.0, (int?)null, 16, 1), (
            options.Port, options.Host, options.NDaemons, options.HeartbeatInterval.TotalSeconds, options.SessionTtl.TotalSeconds, options.DataTtl.TotalSeconds,
            options.GcInterval.TotalSeconds, options.Tick.TotalMilliseconds, options.MaxConcurrent, options.MaxSessions, options.Verbosity));
        Assert.Equal(["https://live.rtemis.org", "http://localhost:3000", "http://127.0.0.1:3000"], options.Origins);
    }

    [Fact]
    public void ASwitchWinsOverAVariableAndAVariableOverASetting()
    {
        Dictionary<string, string?> settings = new() { ["rtemis:port"] = "5001", ["rtemis:n_daemons"] = "2", ["rtemis:max_sessions"] = "3" };
        Dictionary<string, string> variables = new() { ["RTEMISLIVE_PORT"] = "5002", ["RTEMISLIVE_N_DAEMONS"] = "4" };
        var options = Bind(new() { ["port"] = "5003" }, variables, settings);
        Assert.Equal((5003, 4, 3), (options.Port, options.NDaemons, options.MaxSessions));
    }

    [Fact]
    public void OriginsAreAListInSettingsAndCommaSeparatedElsewhere()
    {
        Assert.Equal(["https://a.org", "http://b.org:8080"], Bind(new() { ["origins"] = " https://a.org/ , http://b.org:8080" }).Origins);
        Assert.Equal(["https://a.org", "https://b.org"], Bind(settings: new() { ["rtemis:origins:0"] = "https://a.org", ["rtemis:origins:1"] = "https://b.org/" }).Origins);
    }

    [Theory]
    [InlineData("port", "80", "--port '80': must be a whole number from 1024 to 49151.")]
    [InlineData("port", "x", "--port 'x': must be a whole number from 1024 to 49151.")]
    [InlineData("host", "0.0.0.0", "--host '0.0.0.0': must be one of 127.0.0.1, localhost, ::1.")]
    [InlineData("n_daemons", "0", "--n-daemons '0': must be a whole number from 1 to 256.")]
    [InlineData("origins", "*", "--origins '*': must be origins like https://example.org; '*' is none.")]
    [InlineData("origins", "https://a.org/path", "--origins 'https://a.org/path': must be origins like https://example.org; 'https://a.org/path' is none.")]
    [InlineData("origins", "null", "--origins 'null': must be origins like https://example.org; 'null' is none.")]
    [InlineData("origins", "https://me@a.org", "--origins 'https://me@a.org': must be origins like https://example.org; 'https://me@a.org' is none.")]
    [InlineData("origins", "https://A.org", "--origins 'https://A.org': must be origins like https://example.org; 'https://A.org' is none.")]
    [InlineData("origins", "https://a.org:443", "--origins 'https://a.org:443': must be origins like https://example.org; 'https://a.org:443' is none.")]
    [InlineData("origins", "https://a.org#x", "--origins 'https://a.org#x': must be origins like https://example.org; 'https://a.org#x' is none.")]
    [InlineData("origins", "ftp://a.org", "--origins 'ftp://a.org': must be origins like https://example.org; 'ftp://a.org' is none.")]
    [InlineData("origins", "https://bücher.example", "--origins 'https://bücher.example': must be origins like https://example.org; 'https://bücher.example' is none.")]
    [InlineData("token", "short", "--token '...': must be 8 to 256 printable ASCII characters without spaces.")]
    [InlineData("heartbeat_interval", "-1", "--heartbeat-interval '-1': must be a number of seconds from 0 to 1e8.")]
    [InlineData("save_root", "none,/tmp", "--save-root 'none,/tmp': must name folders, separated by commas, or be none.")]
    [InlineData("save_root", ",", "--save-root ',': must name folders, separated by commas, or be none.")]
    [InlineData("daemon_memory", "63", "--daemon-memory '63': must be a whole number from 64 to 67108864.")]
    [InlineData("engine", "python", "--engine 'python': must be one of native, r, auto.")]
    public void AValueThatCannotBeIsRefusedByItsOptionsName(string name, string value, string message) =>
        Assert.Equal(message, Assert.Throws<OptionException>(() => Bind(new() { [name] = value })).Message);

    [Theory]
    [InlineData("true", true)]
    [InlineData("False", false)]
    [InlineData("True", true)]
    public void AFlagIsReadFromAnyPlace(string text, bool open) => Assert.Equal(open, Bind(settings: new() { ["rtemis:open"] = text }).Open);

    [Fact]
    public void FoldersToSaveToAreAListWithHomesExpandedAndNoneIsAnEmptyOne()
    {
        Assert.Null(Bind().SaveRoots);
        Assert.Equal([], Bind(new() { ["save_root"] = "none" }).SaveRoots!);
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        Assert.Equal([Path.Join(home, "results"), Path.GetFullPath("here")], Bind(new() { ["save_root"] = "~/results, here" }).SaveRoots!);
    }

    [Fact]
    public void ARefusalSaysWhereTheValueWasSet()
    {
        Assert.StartsWith("RTEMISLIVE_PORT '1'", Assert.Throws<OptionException>(() => Bind(variables: new() { ["RTEMISLIVE_PORT"] = "1" })).Message, StringComparison.Ordinal);
        Assert.StartsWith("rtemis:port of the settings '1'", Assert.Throws<OptionException>(() => Bind(settings: new() { ["rtemis:port"] = "1" })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnUnknownSettingIsRefused() =>
        Assert.Contains("rtemis:prot", Assert.Throws<OptionException>(() => Bind(settings: new() { ["rtemis:prot"] = "1" })).Message, StringComparison.Ordinal);

    [Fact]
    public void ASpellingFollowsFromTheName()
    {
        var spec = OptionTable.All.Single(o => o.Name == "max_concurrent");
        Assert.Equal(("--max-concurrent", "RTEMISLIVE_MAX_CONCURRENT"), (spec.Switch, spec.Variable));
    }
}
