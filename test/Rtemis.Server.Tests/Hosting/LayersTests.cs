using System.Reflection;

namespace Rtemis.Server.Tests.Hosting;

/// <summary>Each project looks only downward.</summary>
public class LayersTests
{
    [Theory]
    [InlineData("Rtemis.Protocol", "")]
    [InlineData("Rtemis.Data", "")]
    [InlineData("Rtemis.Learning", "Rtemis.Data")]
    [InlineData("Rtemis.Engines", "Rtemis.Data Rtemis.Learning")]
    [InlineData("Rtemis.Client", "Rtemis.Data Rtemis.Protocol")]
    [InlineData("Rtemis.Daemon", "Rtemis.Data Rtemis.Engines Rtemis.Learning Rtemis.Protocol")]
    [InlineData("Rtemis.Server", "Rtemis.Daemon Rtemis.Data Rtemis.Engines Rtemis.Learning Rtemis.Protocol")]
    public void AProjectKnowsOnlyThoseBelowIt(string project, string below) =>
        Assert.Equal(
            below.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Assembly.Load(project).GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("Rtemis.", StringComparison.Ordinal)).Order());

    [Fact]
    public void LearningKnowsNothingOfJsonOrSockets() =>
        Assert.DoesNotContain(
            Assembly.Load("Rtemis.Learning").GetReferencedAssemblies(),
            a => a.Name!.StartsWith("System.Text.Json", StringComparison.Ordinal) || a.Name.StartsWith("System.Net", StringComparison.Ordinal));

    [Fact]
    public void NoLogMessageHasTheNumberOfAnother()
    {
        var ids = Assembly.Load("Rtemis.Server").GetTypes()
            .SelectMany(t => t.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
            .Select(m => m.GetCustomAttribute<Microsoft.Extensions.Logging.LoggerMessageAttribute>())
            .OfType<Microsoft.Extensions.Logging.LoggerMessageAttribute>().Select(a => a.EventId).ToList();
        Assert.True(ids.Count > 10);
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }
}
