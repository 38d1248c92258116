namespace Rtemis.Data.Tests.RData;

/// <summary>Streams that R wrote.</summary>
public class KnownBytesTests
{
    // Arithmetic makes a missing double a quiet NaN: the one among the times has been through it.
    const string Missing = "\"7ff00000000007a2\"";
    const string Frame = ".a(list(.d(\"3fe0000000000000\"," + Missing + ",\"bff0000000000000\"), c(1L,NA_integer_,3L), c(TRUE,NA,FALSE), "
        + ".a(c(1L,NA_integer_,2L), list(\"levels\"=c(\"b\",\"a\",\"z\"), \"class\"=c(\"factor\"))), "
        + ".a(.d(\"40d1e44000000000\"," + Missing + ",\"bff0000000000000\"), list(\"class\"=c(\"Date\"))), "
        + ".a(.d(\"3ff8000000000000\",\"7ff80000000007a2\",\"c0f5180000000000\"), list(\"class\"=c(\"POSIXct\",\"POSIXt\"), \"tzone\"=c(\"UTC\"))), "
        + "c(\"x\",NA_character_,\"\\U{fc}\")), list(\"names\"=c(\"x\",\"n\",\"b\",\"f\",\"d\",\"t\",\"s\"), \"class\"=c(\"data.frame\"), "
        + "\"row.names\"=c(NA_integer_,-3L)))";
    const string Doubles = ".d(\"3ff8000000000000\"," + Missing + ",\"7ff8000000000000\",\"7ff0000000000000\",\"fff0000000000000\",\"8000000000000000\","
        + "\"01a56e1fc2f8f359\")";

    [Theory]
    [InlineData("null", "NULL")]
    [InlineData("logical", "c(TRUE,FALSE,NA)")]
    [InlineData("integer", "c(1L,-2L,NA_integer_)")]
    [InlineData("double", Doubles)]
    [InlineData("double-little", Doubles)]
    [InlineData("double-2", Doubles)]
    [InlineData("double-little-2", Doubles)]
    [InlineData("character", "c(\"a\",NA_character_,\"\",\"\\U{fc}\\U{20ac}\\U{1d11e}\")")]
    [InlineData("latin1", "c(\"caf\\U{e9}\",\"\\U{e9}\")")]
    [InlineData("raw", "as.raw(c(0,127,255))")]
    [InlineData("list", ".a(list(.d(\"3ff0000000000000\"), list(NULL, c(\"x\")), as.name(\"s\")), list(\"names\"=c(\"a\",\"\",\"b\")))")]
    [InlineData("symbols", "list(as.name(\"s\"), as.name(\"t\"), as.name(\"s\"))")]
    [InlineData("pairlist", "pairlist(\"a\"=.d(\"3ff0000000000000\"), .d(\"4000000000000000\"))")]
    [InlineData("frame", Frame)]
    [InlineData("frame-little-2", Frame)]
    [InlineData("intseq", "c(5L,4L,3L,2L)")]
    [InlineData("realseq", ".d(\"41e65a0bc0000000\",\"41e65a0bc0200000\",\"41e65a0bc0400000\",\"41e65a0bc0600000\")")]
    [InlineData("deferred", "list(c(\"99999\",\"100000\",\"100001\"), c(\"0.1\",\"1e+05\",NA_character_,\"1e+15\"))")]
    [InlineData("wrapped", "list(.a(.d(\"3ff0000000000000\",\"4000000000000000\",\"4008000000000000\"), list(\"note\"=c(\"n\"))), "
        + "c(1L,3L), c(\"a\",\"b\"))")]
    public void What_R_wrote_is_read(string name, string code) => Assert.Equal(code, RCode.Of(RFiles.Read(name + ".bin")));

    [Theory]
    [InlineData("null")]
    [InlineData("logical")]
    [InlineData("integer")]
    [InlineData("double")]
    [InlineData("double-little")]
    [InlineData("character")]
    [InlineData("raw")]
    [InlineData("list")]
    [InlineData("symbols")]
    [InlineData("pairlist")]
    [InlineData("matrix")]
    [InlineData("frame")]
    public void The_bytes_are_those_that_R_writes(string name)
    {
        var theirs = RFiles.Bytes(name + ".bin");
        using var ours = new MemoryStream();
        RSerialization.Write(RFiles.Read(name + ".bin"), ours, theirs[0] == 'X' ? RFormat.Xdr : RFormat.LittleEndian, TestContext.Current.CancellationToken);
        // All but the version of R that wrote them.
        theirs.AsSpan(6, 4).Clear();
        var written = ours.ToArray();
        written.AsSpan(6, 4).Clear();
        Assert.Equal(theirs, written);
    }

    [Theory]
    [InlineData("closure", "closure")]
    [InlineData("environment", "environment")]
    [InlineData("global", "environment")]
    [InlineData("namespace", "environment")]
    [InlineData("language", "language")]
    [InlineData("expression", "expression")]
    [InlineData("complex", "complex")]
    [InlineData("builtin", "builtin")]
    [InlineData("S4", "S4")]
    [InlineData("S4-vector", "S4")]
    [InlineData("bytes", "bytes")]
    [InlineData("ascii", "ASCII")]
    public void What_is_not_read_is_refused_by_name(string name, string word)
    {
        var refused = Assert.Throws<RDataFormatException>(() => RFiles.Read($"refused-{name}.bin"));
        Assert.Contains(word, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("frame.rds")]
    [InlineData("frame-plain.rds")]
    public void Files_are_read_whether_they_are_compressed_or_not(string name) =>
        Assert.Equal(Frame, RCode.Of(RdsFile.Read(new MemoryStream(RFiles.Bytes(name)), cancellation: TestContext.Current.CancellationToken)));

    [Theory]
    [InlineData("one-xz.rds", "xz")]
    [InlineData("one-bzip2.rds", "bzip2")]
    public void Files_compressed_in_other_ways_are_refused_by_name(string name, string word)
    {
        var refused = Assert.Throws<RDataFormatException>(() => RdsFile.Read(new MemoryStream(RFiles.Bytes(name)), null, TestContext.Current.CancellationToken));
        Assert.Contains(word, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_without_a_mark_is_read_in_the_encoding_that_the_stream_names()
    {
        var bytes = RFiles.Bytes("latin1.bin");
        Assert.Equal("UTF-8"u8, bytes.AsSpan(18, 5));
        // The header with another encoding, and one text: the euro sign, which Latin-1 has not.
        byte[] named = [.. bytes[..14], 0, 0, 0, 6, .. "CP1252"u8, .. bytes[23..27], 0, 0, 0, 1, 0, 0, 0, 9, 0, 0, 0, 1, 0x80];
        var texts = Assert.IsType<RCharacter>(RSerialization.Read(new MemoryStream(named), cancellation: TestContext.Current.CancellationToken));
        Assert.Equal("€", texts.Values.Span[0]);
    }
}
