namespace Rtemis.Data.Tests.Collation;

public class RootCollationTests
{
    [Fact]
    public void SortsTheReferenceExample() => AssertOrder("_", "1", "10", "2", "a", "A", "b", "B");

    [Fact]
    public void PutsPunctuationBeforeSymbolsBeforeDigitsBeforeLetters() =>
        AssertOrder("", " ", "_", "-", ",", ".", "'", "(", "@", "/", "&", "#", "%", "+", "<", "=", "~", "$", "0", "9", "a", "z", "Z");

    [Theory]
    [InlineData("a", "ab", "Ab", "b", "B0", "ba", "bb")]
    [InlineData("setosa", "Setosa", "versicolor", "virginica")]
    [InlineData("e", "E", "é", "É", "ê", "f")]
    [InlineData("cote", "coté", "côte", "côté")]
    [InlineData("strase", "strass", "straße", "strast")]
    [InlineData("ad", "ae", "æ", "Æ", "af")]
    [InlineData("l", "l·", "la")]
    [InlineData("z", "α", "Α", "ά", "ω", "а", "я", "א", "ا", "अ", "ก", "가", "あ", "一", "\uE000")]
    [InlineData("и", "И", "й", "Й", "к")]
    [InlineData("אב", "בא", "תם")]
    [InlineData("ابن", "بنت", "يد")]
    [InlineData("กา", "เก", "ขา", "เข", "คา")]
    [InlineData("अक", "अका", "कअ", "क्ष", "ज्ञ")]
    [InlineData("가", "각", "갂", "나", "한글", "힣")]
    [InlineData("あ", "ア", "い", "か", "が", "ガ", "き")]
    [InlineData("一", "丁", "㐀", "丨", "人", "龠")]
    [InlineData("☀", "😀", "1", "𝟏", "a", "𝐚", "𐐀", "\U00020000")]
    [InlineData("\uFDFF", "\U000E1000", "\uFFFD")]
    public void KnowsTheWorldsScripts(params string[] sorted) => AssertOrder(sorted);

    [Fact]
    public void FindsAContractionAcrossAnUnrelatedMark() =>
        AssertOrder("\u0438\u0323", "\u0438\u0323\u0301\u0306", "\u0438\u0306", "\u0439", "\u0438\u0323\u0306");

    [Fact]
    public void TellsApartWhatTheWeightsDoNot() => AssertOrder("a\u0001", "a\u0001b", "a\u0002b", "ac");

    [Fact]
    public void BreaksTiesByCodePointNotByUnit() =>
        Assert.True(CodePointOrder.Compare("\uFFFD", "\U00010000") < 0 && CodePointOrder.Compare("\uD800\uE000", "\U00010000") < 0);

    [Fact]
    public void TakesLoneSurrogates() => AssertOrder("a", "\uD800", "\uDC00", "\uDC00a");

    [Fact]
    public void PutsNullFirst()
    {
        Assert.True(RootCollation.Instance.Compare(null, "") < 0);
        Assert.True(RootCollation.Instance.Compare("", null) > 0);
        Assert.Equal(0, RootCollation.Instance.Compare(null, null));
    }

    [Fact]
    public void GrowsWithLongText()
    {
        var text = string.Concat(Enumerable.Repeat("é\uFDFAい한", 500));
        AssertOrder(text, text + "é", text + "f");
    }

    static void AssertOrder(params string[] sorted)
    {
        for (var i = 0; i < sorted.Length; i++)
            for (var j = 0; j < sorted.Length; j++)
                Assert.True(Math.Sign(RootCollation.Instance.Compare(sorted[i], sorted[j])) == i.CompareTo(j), $"'{sorted[i]}' and '{sorted[j]}'");
    }
}
