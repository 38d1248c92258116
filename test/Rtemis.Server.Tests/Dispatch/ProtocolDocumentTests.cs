using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Rtemis.Protocol;
using Rtemis.Server.Dispatch;

namespace Rtemis.Server.Tests.Dispatch;

/// <summary>The document and the code name the same methods, events and errors.</summary>
public sealed partial class ProtocolDocumentTests
{
    [Fact]
    public async Task EveryMethodIsInTheDocumentWithWhatItNeeds()
    {
        await using var server = await RunningServer.StartAsync();
        var rows = server.Service<MethodTable>().All.Select(m => $"{m.Name} {Letter(m.Needs)}");
        Assert.Equal(rows.Order(), Rows("Methods").Select(r => $"{r.Name} {r.Second}").Order());
    }

    [Fact]
    public void EveryMethodNameHasARow() => Assert.Equal(Constants(typeof(Methods)), Rows("Methods").Select(r => r.Name).Order());

    [Fact]
    public void EveryEventIsInTheDocument() => Assert.Equal(Constants(typeof(EventNames)), Rows("Events").Select(r => r.Name).Order());

    [Fact]
    public void EveryErrorIsInTheDocument() => Assert.Equal(Constants(typeof(ErrorCodes)), Rows("Errors").Select(r => r.Name).Order());

    static string Letter(Needs needs) => needs switch
    {
        Needs.Nothing => "-",
        Needs.Authentication => "*",
        Needs.Attached => "A",
        _ => "U",
    };

    static IEnumerable<string> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!).Order();

    static IEnumerable<(string Name, string Second)> Rows(string section, [CallerFilePath] string here = "")
    {
        var document = File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "protocol.md"));
        var text = document.Split("\n## ").Single(s => s.StartsWith(section + "\n", StringComparison.Ordinal));
        return Row().Matches(text).Select(m => (m.Groups[1].Value, m.Groups[2].Value.Trim()));
    }

    [GeneratedRegex(@"^\| `([^`]+)` \|([^|]*)\|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
