using Rtemis.Server.State;

namespace Rtemis.Server.Tests.State;

public sealed class StatePlaceTests
{
    [Fact]
    public void EachPortHasAFolderOfItsOwnBelowThePlatformsPlace()
    {
        var place = StatePlace.Default(5757);
        Assert.True(Path.IsPathFullyQualified(place));
        Assert.EndsWith(Path.Combine("rtemis-server", "5757"), place, StringComparison.Ordinal);
        Assert.NotEqual(place, StatePlace.Default(5758));
    }
}
