namespace Rtemis.Data.Tests.Collation;

public class RandomStringTests
{
    // A few characters that interact, so that ties at one level or all are common.
    const string Interacting = "aAbB-\u0001\u0301\u0327\u0306\u0438l\u00B7\u00E9\u0E40\u0E01\u0FB2\u0F71\u0F80\uD83D\uDE00\uAC00\u4E00";

    [Fact]
    public void AgreesBothWaysRoundAndAcrossThree()
    {
        var random = new Random(13);
        for (var n = 0; n < 50_000; n++)
        {
            var texts = new[] { Next(random), Next(random), Next(random) };
            Assert.Equal(Compare(texts[0], texts[1]), -Compare(texts[1], texts[0]));
            Assert.Equal(texts[0] == texts[1], Compare(texts[0], texts[1]) == 0);
            Array.Sort(texts, RootCollation.Instance);
            Assert.True(Compare(texts[0], texts[1]) <= 0 && Compare(texts[1], texts[2]) <= 0 && Compare(texts[0], texts[2]) <= 0);
        }
    }

    [Fact]
    public void GivesAsciiTheSameOrderWithAndWithoutTables()
    {
        var random = new Random(14);
        for (var n = 0; n < 100_000; n++)
        {
            var (x, y) = (NextAscii(random), NextAscii(random));
            Assert.Equal(Math.Sign(ElementCollation.Compare(x, y)), Math.Sign(AsciiCollation.Compare(x, y)));
        }
    }

    static int Compare(string x, string y) => Math.Sign(RootCollation.Instance.Compare(x, y));

    static string Next(Random random) => new(random.GetItems<char>(Interacting, random.Next(6)));

    // Few strings of three characters share letters by chance, hence the narrow choice in half of them.
    static string NextAscii(Random random) => random.Next(2) == 0
        ? new(random.GetItems<char>("aAbB_\u0001", random.Next(5)))
        : string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => (char)random.Next(128)));
}
