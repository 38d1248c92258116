using Rtemis.Cli.Requests;

namespace Rtemis.Cli.Tests.Requests;

/// <summary>How cases are held out, as one types it.</summary>
public class ResamplingTextTests
{
    [Theory]
    [InlineData("kfold:10", "KFold", 10, "")]
    [InlineData("KFold", "KFold", null, "")]
    [InlineData("loocv", "LOOCV", null, "")]
    [InlineData("stratsub:20,train_p=0.8,seed=3", "StratSub", 20, "train_p=0.8 seed=3")]
    [InlineData("bootstrap:5", "Bootstrap", 5, "")]
    public void ATypeAHowManyAndOptions(string text, string type, int? resamples, string further)
    {
        var parsed = ResamplingText.Parse("--resample", text);
        Assert.Equal((type, resamples), (parsed.Type, parsed.Resamples));
        Assert.Equal(further, string.Join(' ', parsed.Further.Select(f => $"{f.Key}={f.Value!.ToJsonString()}")));
    }

    [Theory]
    [InlineData("folds:10", "--resample 'folds:10': must begin with one of kfold, stratsub, stratboot, bootstrap, loocv, such as kfold:10.")]
    [InlineData("kfold:0", "--resample 'kfold:0': '0' must be how many resamples, 1 or more.")]
    [InlineData("kfold:ten", "--resample 'kfold:ten': 'ten' must be how many resamples, 1 or more.")]
    public void WhatMeansNothingIsRefusedWithItsText(string text, string message) =>
        Assert.Equal(message, Assert.Throws<UsageException>(() => ResamplingText.Parse("--resample", text)).Message);
}
