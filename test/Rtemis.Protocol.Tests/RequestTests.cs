using System.Text;

namespace Rtemis.Protocol.Tests;

public class RequestTests
{
    static Request Read(string header) => Request.Read(Encoding.UTF8.GetBytes(header));

    [Fact]
    public void ThePartsAreFoundInAnyOrderAndOthersPassedOver()
    {
        var request = Read("""{"params":{"name":"a","x":[1]},"extra":{"id":"no","method":"no"},"method":"session.create","id":"r1","v":1}""");
        Assert.Equal("session.create", request.Method);
        Assert.Equal("\"r1\"", Encoding.UTF8.GetString(request.Id.Json.Span));
        Assert.Equal("""{"name":"a","x":[1]}""", Encoding.UTF8.GetString(request.Params.Span));
    }

    [Theory]
    [InlineData("""{"id":"a\u00e9\"b","method":"ping"}""", "\"a\\u00e9\\\"b\"")]
    [InlineData("""{"id":12.50,"method":"ping"}""", "12.50")]
    [InlineData("""{"id":null,"method":"ping"}""", "null")]
    [InlineData("""{"id":[1],"method":"ping"}""", "null")]
    [InlineData("""{"method":"ping"}""", "null")]
    public void AnIdComesBackAsItWasSent(string header, string id)
    {
        var answer = Envelope.Error(Read(header).Id, new ErrorBody("c", "m"));
        Assert.Equal($$$"""{"v":1,"id":{{{id}}},"ok":false,"error":{"code":"c","message":"m"}}""", Encoding.UTF8.GetString(answer.AsSpan(4)));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("{}")]
    [InlineData("""{"method":5}""")]
    [InlineData("""{"method":null}""")]
    public void WithoutAMethodThereIsNone(string header) => Assert.Null(Read(header).Method);

    [Fact]
    public void NullParamsAreNone() => Assert.True(Read("""{"method":"ping","params":null}""").Params.IsEmpty);
}
