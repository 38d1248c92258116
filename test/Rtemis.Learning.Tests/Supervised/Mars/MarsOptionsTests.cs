using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Mars;

namespace Rtemis.Learning.Tests.Supervised.Mars;

/// <summary>Options and cases that are refused, in earth's words.</summary>
public class MarsOptionsTests
{
    static readonly double[] Numbers = [.. Enumerable.Range(0, 30).Select(i => i + 0.5 * (i % 3))];

    public static TheoryData<MarsParameters, string> Refusals => new()
    {
        { new MarsParameters { Degree = 11 }, "degree=11 but it should be between 0 and 10" },
        { new MarsParameters { MostTerms = 1001 }, "nk=1001 but it should be between 1 and 1000" },
        { new MarsParameters { Penalty = -0.5 }, "penalty -0.5 is less than 0 and the only legal value less than 0 is -1 (meaning terms and knots are free)" },
        { new MarsParameters { Penalty = 1001 }, "penalty 1001 is greater than 1000" },
        { new MarsParameters { MinSpan = 31 }, "minspan 31 is greater than the number of cases 30" },
        { new MarsParameters { EndSpan = 31 }, "endspan 31 is greater than the number of cases 30" },
        { new MarsParameters { Pruning = "cv" }, "the nfold argument must be specified when pmethod=\"cv\"" },
        { new MarsParameters { Repeats = 2 }, "ncross=2 yet nfold=0" },
        { new MarsParameters { Repeats = 1001, Folds = 2 }, "ncross 1001 is too big (max allowed is 1000)" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Refuses_an_option_that_makes_no_sense(MarsParameters parameters, string message) =>
        Assert.Equal(message, Refusal(parameters, Cases(Numbers)));

    [Fact]
    public void Refuses_a_penalty_on_new_variables_with_weights()
    {
        double[] weights = [.. Enumerable.Range(0, 30).Select(i => 1.0 + i)];
        Assert.Equal("newvar.penalty is not yet implemented with weights",
            Refusal(new MarsParameters { NewVariablePenalty = 1 }, Cases(Numbers).WithWeights(weights)));
    }

    [Fact]
    public void Refuses_numbers_that_are_not_finite()
    {
        double[] broken = [.. Numbers];
        broken[2] = double.PositiveInfinity;
        Assert.Equal("x[3,1] is not finite", Refusal(new MarsParameters(), Cases(broken)));
    }

    [Theory]
    [InlineData("exhaustive")]
    [InlineData("cv")]
    public void Refuses_ways_to_prune_that_take_one_response_only(string pruning)
    {
        int[] codes = [.. Enumerable.Range(0, 30).Select(i => i % 3)];
        var data = new SupervisedData([new DoubleColumn("x", Numbers)], new FactorColumn("y", codes, ["a", "b", "c"]));
        Assert.StartsWith("Multiclass classification fits one response column per class, and earth prunes a multi-column response with",
            Refusal(new MarsParameters { Pruning = pruning, Folds = 2 }, data), StringComparison.Ordinal);
    }

    static string Refusal(MarsParameters parameters, SupervisedData data) =>
        Assert.Throws<LearningException>(() => new MarsLearner(parameters).Fit(data, new RunContext())).Message;

    static SupervisedData Cases(double[] x) => new([new DoubleColumn("x", x)], new DoubleColumn("y", Numbers));
}
