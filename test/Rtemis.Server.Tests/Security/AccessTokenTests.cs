using System.Text.Json;
using Rtemis.Server.Security;

namespace Rtemis.Server.Tests.Security;

public class AccessTokenTests
{
    static JsonElement Json(string json) => JsonDocument.Parse(json).RootElement;

    [Theory]
    [InlineData("\"abcd-1234-ef56-7890\"", true)]
    [InlineData("\"\\u0061bcd-1234-ef56-7890\"", true)]
    [InlineData("\"abcd-1234-ef56-7891\"", false)]
    [InlineData("\"ABCD-1234-EF56-7890\"", false)]
    [InlineData("\"abcd-1234-ef56-7890 \"", false)]
    [InlineData("\"abcd-1234-ef56-7890\\u0000\"", false)]
    [InlineData("\"abcd-1234-ef56-789\"", false)]
    [InlineData("\"\"", false)]
    [InlineData("\"\u00e9\ud83d\ude00\"", false)]
    [InlineData("null", false)]
    [InlineData("true", false)]
    [InlineData("0", false)]
    [InlineData("1e999", false)]
    [InlineData("[\"abcd-1234-ef56-7890\"]", false)]
    [InlineData("{\"token\":\"abcd-1234-ef56-7890\"}", false)]
    public void OnlyTheTokenItselfMatches(string shown, bool matches) =>
        Assert.Equal(matches, AccessToken.From("abcd-1234-ef56-7890").Matches(Json(shown)));

    [Fact]
    public void AnyLengthIsComparedAndNoneMatchesButTheRightOne()
    {
        var token = AccessToken.From(new string('a', 32));
        for (var length = 0; length < 2000; length++)
            Assert.Equal(length == 32, token.Matches(JsonSerializer.SerializeToElement(new string('a', length))));
        Assert.False(token.Matches(null));
        Assert.False(token.Matches(JsonSerializer.SerializeToElement(new string('a', 1 << 20))));
    }

    [Fact]
    public void AGeneratedTokenHas64BitsAndIsAnotherEachTime()
    {
        var tokens = Enumerable.Range(0, 100).Select(_ => AccessToken.From(null).Text).ToHashSet();
        Assert.Equal(100, tokens.Count);
        Assert.All(tokens, t => Assert.Matches("^[0-9a-f]{4}(-[0-9a-f]{4}){3}$", t));
    }

    [Fact]
    public void ItsTextIsNotWrittenByChance() => Assert.DoesNotContain("secret", $"{AccessToken.From("secret-token")}", StringComparison.Ordinal);
}
