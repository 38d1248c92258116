using Rtemis.Learning.Parameters;
using Rtemis.Learning.Supervised.Boosting;

namespace Rtemis.Learning.Tests.Supervised.Boosting;

public sealed class BoostingParametersTests
{
    [Fact]
    public void WithoutANumberOfRoundsItIsSearchedFor()
    {
        Assert.Equal(["nrounds"], LightGbmParameters.Set.Defaults.FoundByFits);
        var forced = LightGbmParameters.Set.Bind([new("force_nrounds", new ParameterValue.Integer(7))]);
        Assert.False(forced.NeedSearch);
        Assert.Equal(7, forced.Integer("nrounds"));
        Assert.Equal(7, LightGbmParameters.From(forced).Rounds);
    }

    [Theory]
    [InlineData("alpha", 0.5, "`alpha` applies only where `objective` is huber or quantile.")]
    [InlineData("tweedie_variance_power", 1.2, "`tweedie_variance_power` applies only where `objective` is tweedie.")]
    [InlineData("fair_c", 2.0, "`fair_c` applies only where `objective` is fair.")]
    [InlineData("poisson_max_delta_step", 0.5, "`poisson_max_delta_step` applies only where `objective` is poisson.")]
    [InlineData("drop_rate", 0.1, "`drop_rate` applies only where `boosting` is dart.")]
    [InlineData("top_rate", 0.1, "`top_rate` applies only where `data_sample_strategy` is goss.")]
    [InlineData("monotone_penalty", 1.0, "`monotone_penalty` applies only where `monotone_constraints` has a 1 or -1.")]
    public void WhatWouldHaveNoEffectIsRefused(string name, double value, string message) =>
        Assert.Equal(message, Refusal(Given(name, new ParameterValue.Number(value))));

    [Fact]
    public void WhatContradictsItselfIsRefused()
    {
        Assert.Equal("`force_row_wise` and `force_col_wise` can't both be true.", Refusal(Given("force_row_wise", new ParameterValue.Logical(true))));
        Assert.Equal(
            "`data_sample_strategy` 'goss' can't be used with `bagging_fraction` below 1.",
            Refusal(Given("data_sample_strategy", new ParameterValue.Text("goss")), Given("bagging_fraction", new ParameterValue.Number(0.5))));
        Assert.Equal(
            "`top_rate` and `other_rate` must be at most 1 together.",
            Refusal(Given("data_sample_strategy", new ParameterValue.Text("goss")), Given("top_rate", new ParameterValue.Number(0.95))));
    }

    [Theory]
    [InlineData("gpu")]
    [InlineData("cuda")]
    public void OtherDevicesAreRefused(string device) =>
        Assert.Equal($"`device_type` must be 'cpu' in the native engine; got '{device}'.", Refusal(Given("device_type", new ParameterValue.Text(device))));

    [Theory]
    [InlineData("0,1")]
    [InlineData("[0,1")]
    [InlineData("[0,x]")]
    [InlineData("[0],,[1]")]
    public void SetsOfFeaturesMustBeWrittenAsSets(string sets) =>
        Assert.Equal(
            $"`interaction_constraints` must be sets of 0-based features such as [0,1],[2,3]; got '{sets}'.",
            Refusal(Given("interaction_constraints", new ParameterValue.Text(sets))));

    [Fact]
    public void EveryNameIsListed()
    {
        foreach (var set in (ParameterSet[])[LightGbmParameters.Set, LightRfParameters.Set, LightCartParameters.Set])
            Assert.Equal(set.Specs.Where(s => !s.RunState).Select(s => s.Name).Order(), set.Listing!.Order());
    }

    static KeyValuePair<string, ParameterValue> Given(string name, ParameterValue value) => new(name, value);

    static string Refusal(params KeyValuePair<string, ParameterValue>[] given) =>
        Assert.Throws<ParameterException>(() => LightGbmParameters.Set.Bind(given)).Message;
}
