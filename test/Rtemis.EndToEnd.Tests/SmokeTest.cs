namespace Rtemis.EndToEnd.Tests;

public class SmokeTest
{
    [Fact]
    public void Runs() => Assert.True(true);
}
