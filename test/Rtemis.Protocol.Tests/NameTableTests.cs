namespace Rtemis.Protocol.Tests;

public class NameTableTests
{
    static readonly NameTable Names = new([Methods.Ping, Methods.DataUploadChunk]);

    [Fact]
    public void AKnownNameIsTheVeryStringOfTheTable()
    {
        Assert.Same(Methods.Ping, Names.Find("ping"u8));
        Assert.Same(Methods.DataUploadChunk, Names.Find("data.upload.chunk"u8));
    }

    [Fact]
    public void WhatIsNotInTheTableIsNotFound()
    {
        Assert.Null(Names.Find("pin"u8));
        Assert.Null(Names.Find("Ping"u8));
        Assert.Null(Names.Find(""u8));
        Assert.Null(Names.Find("pïng"u8));
        Assert.Null(Names.Find([0xff, 0xfe]));
        Assert.Null(Names.Find(new byte[100_000]));
    }

    [Fact]
    public void ARequestIsReadTheSameWithAndWithoutATable()
    {
        foreach (var header in (string[])["""{"id":1,"method":"ping"}""", """{"id":1,"method":"p\u0069ng"}""", """{"id":1,"method":"other","params":{"a":1}}""", """{"method":7}"""])
        {
            var bytes = System.Text.Encoding.UTF8.GetBytes(header);
            var (plain, known) = (Request.Read(bytes), Request.Read(bytes, Names));
            Assert.Equal(plain.Method, known.Method);
            Assert.Equal(plain.Id.Json.ToArray(), known.Id.Json.ToArray());
            Assert.Equal(plain.Params.ToArray(), known.Params.ToArray());
        }
    }
}
