using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Ranger;

namespace Rtemis.Learning.Tests.Supervised.Ranger;

/// <summary>What is refused, in the words of rtemis or ranger, and what has no effect.</summary>
public sealed class RangerOptionsTests
{
    static readonly ParameterValue Bags = new ParameterValue.Vector([Ones(32), Ones(32)]);

    public static TheoryData<string, string, object, string> Refusals => new()
    {
        { "mtcars", "mtry", 11, "`mtry` cannot be greater than the number of features (10); got 11." },
        { "mtcars", "importance", "none", "No variable importance found. Please use 'importance' option when growing the forest." },
        { "mtcars", "write_forest", false, "Error: No saved forest in ranger object. Please set write.forest to TRUE when calling ranger." },
        { "iris", "quantreg", true, "Error: Quantile prediction implemented only for regression outcomes." },
        { "mtcars", "regularization_factor", 1.5, "The regularization coefficients cannot be greater than 1." },
        { "mtcars", "regularization_factor", 0, "The regularization coefficients cannot be smaller than 0." },
        { "mtcars", "splitrule", "gini", "Error: Gini splitrule applicable to classification data only." },
        { "iris", "splitrule", "variance", "Error: variance splitrule applicable to regression data only." },
        { "iris", "splitrule", "maxstat", "Error: maxstat splitrule applicable to regression or survival data only." },
        { "iris", "splitrule", "beta", "Error: beta splitrule applicable to regression data only." },
        { "mtcars", "splitrule", "beta", "Error: beta splitrule applicable to regression data with outcome between 0 and 1 only." },
        { "iris", "splitrule", "hellinger", "Error: Hellinger splitrule only implemented for binary classification." },
        { "mtcars", "splitrule", "logrank", "Error: logrank splitrule applicable to survival data only." },
        { "mtcars", "splitrule", "C", "Error: C index splitrule applicable to survival data only." },
        { "mtcars", "splitrule", "best", "Error: Unknown splitrule." },
        { "mtcars", "minprop", 0.6, "Error: Invalid value for minprop, please give a value between 0 and 0.5." },
        { "mtcars", "holdout", true, "Error: Case weights required to use holdout mode." },
        { "mtcars", "sample_fraction", 0.01, "sample_fraction too small, no observations sampled." },
        { "mtcars", "always_split_variables", "speed", "`always_split_variables` must name training features; not found: speed." },
        { "mtcars", "inbag", Bags, "Error: Size of inbag list not equal to number of trees." },
        { "iris", "inbag", Bags, "`inbag` must have one value per case: expected length 150, got 32." },
        { "mtcars", "split_select_weights", Ones(3), "`split_select_weights` must have one value per feature: expected length 10, got 3." },
        { "mtcars", "split_select_weights", Zeros(10), "Too many zeros in split select weights. Need at least mtry variables to split at." },
        { "mtcars", "case_weights", Ones(3), "`case_weights` must have one value per case: expected length 32, got 3." },
        { "iris", "class_weights", Ones(2), "`class_weights` must have one value per class: expected length 3, got 2." },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void WhatCannotBeUsedIsRefused(string data, string option, object value, string message) =>
        Assert.Equal(message, Assert.Throws<LearningException>(() => RangerCase.Fit(Options(option, value), RangerCase.Data(data))).Message);

    [Fact]
    public void CombinationsAreRefused()
    {
        var mixed = RangerCase.Data("mixed");
        Refused("Error: Regularization cannot be used with 'maxstat' splitrule.", new() { SplitRule = "maxstat", Regularization = 0.5 }, mixed);
        Refused(
            "Error: save.memory option not possible in extraTrees mode with unordered predictors.", new() { SplitRule = "extratrees", SavesMemory = true }, mixed);
        Refused(
            "Error: Unordered factor splitting not implemented for 'maxstat' splitting rule.", new() { SplitRule = "maxstat", Factors = "partition" }, mixed);
        Refused(
            "Number of variables to be always considered for splitting plus mtry cannot be larger than number of independent variables.",
            new() { Candidates = 5, Always = ["a"] }, mixed);
        var weighted = mixed.WithWeights(Enumerable.Range(0, 90).Select(i => i < 20 ? i + 1.0 : 0).ToArray());
        Refused("Error: Fewer non-zero case weights than observations to sample.", new() { Replace = false }, weighted);
        var bags = Enumerable.Repeat(Enumerable.Repeat(1.0, 90).ToArray(), 3).ToArray();
        Refused("Error: Combination of case.weights and inbag not supported.", new() { Samples = bags, Trees = 3 }, weighted);
    }

    [Fact]
    public void AFactorOfTooManyLevelsIsNotPartitioned()
    {
        string[] levels = [.. Enumerable.Range(0, 54).Select(i => $"level{i}")];
        var data = new SupervisedData(
            [new FactorColumn("many", Enumerable.Range(0, 100).Select(i => i % 54).ToArray(), levels)],
            new DoubleColumn("y", Enumerable.Range(0, 100).Select(i => (double)i).ToArray()));
        Refused(
            "Too many levels in unordered categorical variable many. Only 53 levels allowed on this system. Consider using the 'order' option.",
            new() { Factors = "partition" }, data);
    }

    [Fact]
    public void MissingValuesAreRefusedByName()
    {
        var data = RangerCase.Data("mtcars");
        Column[] gaps = [.. data.Features.Select(f => f.Name is "hp" or "wt" ? new DoubleColumn(f.Name, Numbers(f).Select((v, i) => i == 0 ? double.NaN : v).ToArray()) : f)];
        Refused("Missing data in columns: hp, wt.", new(), data.WithFeatures(gaps));
        var model = RangerCase.Fit(new() { Trees = 5 }, data);
        Assert.Equal("Missing data in columns: hp, wt.", Assert.Throws<LearningException>(() => model.Predict(gaps, new RunContext())).Message);
    }

    [Theory]
    [InlineData("probability", true)]
    [InlineData("min_bucket", 9)]
    [InlineData("poisson_tau", 3)]
    [InlineData("save_memory", true)]
    [InlineData("verbose", false)]
    [InlineData("node_stats", true)]
    [InlineData("na_action", "na.omit")]
    [InlineData("num_random_splits", 7)]
    [InlineData("alpha", 0.01)]
    [InlineData("scale_permutation_importance", true)]
    public void WhatRangerPassesOverChangesNothing(string option, object value)
    {
        var data = RangerCase.Data("mtcars");
        Assert.Equal(Predictions(Options(option, value), data), Predictions(Options("seed", 3), data));
    }

    [Fact]
    public void TheSampleFractionFollowsFromReplacement()
    {
        var data = RangerCase.Data("mtcars");
        Assert.Equal(1, Derived(new() { Trees = 2 }, data));
        Assert.Equal(0.632, Derived(new() { Trees = 2, Replace = false }, data));
        Assert.Equal(0.3, Derived(new() { Trees = 2, Replace = false, SampleFraction = 0.3 }, data));
    }

    static double Derived(RangerParameters options, SupervisedData data)
    {
        var derived = Assert.Single(((Rtemis.Learning.Supervised.ISettlesHyperparameters)RangerCase.Fit(options, data)).Derived);
        Assert.Equal("sample_fraction", derived.Key);
        return ((ParameterValue.Number)derived.Value).Value;
    }

    static double[] Predictions(RangerParameters options, SupervisedData data) =>
        RangerCase.Fit(options with { Trees = 10, Seed = 3 }, data).Predict(data.Features, new RunContext()).Values.Values;

    static void Refused(string message, RangerParameters options, SupervisedData data) =>
        Assert.Equal(message, Assert.Throws<LearningException>(() => RangerCase.Fit(options, data)).Message);

    static RangerParameters Options(string name, object value) => RangerCase.Options(KeyValuePair.Create(name, value switch
    {
        ParameterValue whole => whole,
        bool logical => logical,
        int number => number,
        double number => number,
        _ => (ParameterValue)(string)value,
    }));

    static double[] Numbers(Column column) => NumericColumn.Numbers(column).ToArray();

    static ParameterValue.Vector Ones(int count) => new([.. Enumerable.Repeat<ParameterValue>(1, count)]);

    static ParameterValue.Vector Zeros(int count) => new([.. Enumerable.Repeat<ParameterValue>(0, count)]);
}
