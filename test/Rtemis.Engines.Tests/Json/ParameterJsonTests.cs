using System.Text.Json;
using Rtemis.Learning.Parameters;

namespace Rtemis.Engines.Tests.Json;

public sealed class ParameterJsonTests
{
    [Theory]
    [InlineData("3", "<integer>", "3L")]
    [InlineData("-3", "<integer>", "-3L")]
    [InlineData("3.0", "<double>", "3")]
    [InlineData("1e2", "<double>", "100")]
    [InlineData("2147483648", "<double>", "2147483648")]
    [InlineData("true", "<logical>", "TRUE")]
    [InlineData("null", "<NULL>", "NULL")]
    [InlineData("\"a\"", "<character>", "\"a\"")]
    [InlineData("[1,2]", "<integer>", "c(1L, 2L)")]
    [InlineData("{\"candidates\":[1,2]}", "<rtemis::HyperparameterCandidates>", "tune_over(1L, 2L)")]
    [InlineData("{\"a\":1}", "<list>", "list(a = 1L)")]
    public void ReadsWhatRWouldRead(string json, string kind, string source)
    {
        var value = ParameterJson.Read(JsonDocument.Parse(json).RootElement);
        Assert.Equal((kind, source), (value.Kind, value.Source));
    }

    [Theory]
    [InlineData("3")]
    [InlineData("0.1")]
    [InlineData("null")]
    [InlineData("[1,2]")]
    [InlineData("{\"a\":[true,false]}")]
    [InlineData("{\"candidates\":[1,2]}")]
    public void WritesWhatItRead(string json) =>
        Assert.Equal(json, ParameterJson.Write(ParameterJson.Read(JsonDocument.Parse(json).RootElement))?.ToJsonString() ?? "null");

    [Fact]
    public void AVectorOfOneIsItsValue() => Assert.Equal("1", ParameterJson.Write(ParameterJson.Read(JsonDocument.Parse("[1]").RootElement))!.ToJsonString());

    [Fact]
    public void WhatIsNotFiniteIsNull() => Assert.Null(ParameterJson.Write(new ParameterValue.Number(double.NaN)));

    [Fact]
    public void DeepNestingIsRefused()
    {
        var deep = new string('[', 20) + new string(']', 20);
        Assert.Throws<ParameterException>(() => ParameterJson.Read(JsonDocument.Parse(deep).RootElement));
    }
}
