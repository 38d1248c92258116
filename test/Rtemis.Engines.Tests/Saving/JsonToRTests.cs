using System.Text.Json;
using Rtemis.Data;

namespace Rtemis.Engines.Tests.Saving;

/// <summary>JSON becomes the values of R that jsonlite would make of it.</summary>
public class JsonToRTests
{
    [Theory]
    [InlineData("[1, 2, null]", typeof(RInteger))]
    [InlineData("[1, 2.5]", typeof(RDouble))]
    [InlineData("[1, 3000000000]", typeof(RDouble))]
    [InlineData("[-2147483648]", typeof(RDouble))]
    [InlineData("[true, false, null]", typeof(RLogical))]
    [InlineData("[null, null]", typeof(RLogical))]
    [InlineData("[\"a\", null]", typeof(RCharacter))]
    [InlineData("[\"a\", 1]", typeof(RCharacter))]
    [InlineData("[[1, 2], [3, 4]]", typeof(RList))]
    [InlineData("[]", typeof(RList))]
    [InlineData("{}", typeof(RList))]
    [InlineData("null", typeof(RNull))]
    [InlineData("1", typeof(RInteger))]
    [InlineData("1.5", typeof(RDouble))]
    [InlineData("\"NA\"", typeof(RCharacter))]
    public void AValueHasTheNarrowestTypeThatHoldsIt(string json, Type type) => Assert.IsType(type, Of(json));

    [Fact]
    public void NullIsMissingWithinAVectorAndNullAlone()
    {
        Assert.Equal([1, RMissing.Integer], Assert.IsType<RInteger>(Of("[1, null]")).Values.ToArray());
        Assert.Equal([null, "b"], Assert.IsType<RCharacter>(Of("[null, \"b\"]")).Values.ToArray());
        var numbers = Assert.IsType<RDouble>(Of("[0.1, null, -0.0]")).Values.ToArray();
        Assert.Equal(0.1, numbers[0]);
        Assert.True(RMissing.IsMissing(numbers[1]) && double.IsNegative(numbers[2]));
        Assert.Same(RNull.Instance, Assert.IsType<RList>(Of("{\"a\": null}")).Find("a"));
    }

    [Fact]
    public void AnObjectIsANamedListInItsOrder()
    {
        var list = Assert.IsType<RList>(Of("""{"b": {"x": [true]}, "a": [1, "z"], "": 2}"""));
        Assert.Equal(["b", "a", ""], Assert.IsType<RCharacter>(list.Attribute("names")).Values.ToArray());
        Assert.Equal(["1", "z"], Assert.IsType<RCharacter>(list.Find("a")).Values.ToArray());
        Assert.Equal([1], Assert.IsType<RLogical>(Assert.IsType<RList>(list.Find("b")).Find("x")).Values.ToArray());
        Assert.Equal(0, Assert.IsType<RCharacter>(Of("{}").Attribute("names")).Length);
    }

    static RObject Of(string json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonToR.Convert(document.RootElement);
    }
}
