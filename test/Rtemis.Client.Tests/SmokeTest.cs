namespace Rtemis.Client.Tests;

public class SmokeTest
{
    [Fact]
    public void Runs() => Assert.True(true);
}
