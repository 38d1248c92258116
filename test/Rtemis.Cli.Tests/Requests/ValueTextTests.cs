using Rtemis.Cli.Requests;

namespace Rtemis.Cli.Tests.Requests;

/// <summary>Values as one types them.</summary>
public class ValueTextTests
{
    [Theory]
    [InlineData("16", "16")]
    [InlineData("-1", "-1")]
    [InlineData("0.05", "0.05")]
    [InlineData("1e-3", "0.001")]
    [InlineData("4294967296", "4294967296")]
    [InlineData("true", "true")]
    [InlineData("FALSE", "false")]
    [InlineData("NULL", "null")]
    [InlineData("gini", "\"gini\"")]
    [InlineData("\"16\"", "\"16\"")]
    [InlineData("NaN", "\"NaN\"")]
    [InlineData("1,2,4", "[1,2,4]")]
    [InlineData("a, b", "[\"a\",\"b\"]")]
    [InlineData("[1, \"a,b\"]", "[1,\"a,b\"]")]
    [InlineData("{\"a\": 1}", "{\"a\":1}")]
    public void AValueIsWhatItLooksLike(string text, string json) => Assert.Equal(json, ValueText.Value("--set", text)?.ToJsonString() ?? "null");

    [Theory]
    [InlineData("k=3", "k", "3")]
    [InlineData(" k = 3 ", "k", "3")]
    [InlineData("k=", "k", "")]
    [InlineData("formula=y=x", "formula", "y=x")]
    public void ANameIsWhatStandsBeforeTheFirstEqualsSign(string text, string name, string value) => Assert.Equal((name, value), ValueText.Pair("--set", text));

    [Theory]
    [InlineData("k")]
    [InlineData("=3")]
    [InlineData("")]
    public void WithoutANameItIsRefused(string text) =>
        Assert.Equal($"--set '{text}': must be NAME=VALUE.", Assert.Throws<UsageException>(() => ValueText.Pair("--set", text)).Message);

    [Fact]
    public void WhatBeginsAsJsonMustBeJson() =>
        Assert.StartsWith("--set '[1': begins as JSON, but is none:", Assert.Throws<UsageException>(() => ValueText.Value("--set", "[1")).Message, StringComparison.Ordinal);

    [Fact]
    public void AHyperparameterIsSetOrSearchedOverNotBoth()
    {
        var parameters = NamedValues.Parse("--set", ["num_leaves=8"]);
        NamedValues.AddCandidates(parameters, "--tune", ["max_depth=2,4"]);
        Assert.Equal("""{"candidates":[2,4]}""", parameters["max_depth"]!.ToJsonString());
        var refused = Assert.Throws<UsageException>(() => NamedValues.AddCandidates(parameters, "--tune", ["num_leaves=8,16"]));
        Assert.Equal("--tune 'num_leaves=8,16': num_leaves has a value already.", refused.Message);
    }
}
