namespace Rtemis.Server.Tests.R;

/// <summary>The tests that run R: one after the other, since each starts processes that take a core.</summary>
[CollectionDefinition(Name)]
public sealed class RTests : ICollectionFixture<StandInLibrary>
{
    public const string Name = "R";
}
