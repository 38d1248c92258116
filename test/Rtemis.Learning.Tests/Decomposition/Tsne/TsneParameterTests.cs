using Rtemis.Learning.Decomposition.Tsne;
using Rtemis.Learning.Parameters;

namespace Rtemis.Learning.Tests.Decomposition.Tsne;

public class TsneParameterTests
{
    const string Problems = "<rtemis::tSNEConfig> object properties are invalid:\n- @";

    [Fact]
    public void DefaultsAreRtemis() =>
        Assert.Equal(new TsneParameters { StopLyingIter = 250, MomSwitchIter = 250 }, TsneParameters.From(TsneParameters.Set.Defaults));

    [Fact]
    public void AGivenStartEndsTheExaggerationAtOnce()
    {
        var parameters = new TsneParameters { YInit = new(3, 2) };
        Assert.Equal((0, 0), (parameters.LyingEnd, parameters.MomentumSwitch));
        Assert.Equal((250, 250), (new TsneParameters().LyingEnd, new TsneParameters().MomentumSwitch));
    }

    public static TheoryData<string, ParameterValue, string> Refused => new()
    {
        { "k", 0, "`0L` must contain only positive integers." },
        { "perplexity", -1.5, Problems + "perplexity must be >= 0." },
        { "theta", 1.5, Problems + "theta must be <= 1." },
        { "stop_lying_iter", 2.5, "`2.5` must be integer." },
        { "stop_lying_iter", ParameterValue.Null, Problems + "stop_lying_iter must be <integer>, not <NULL>." },
        { "num_threads", -1, Problems + "num_threads must be >= 0." },
        { "mom_switch_iter", "a", "`\"a\"` must be integer." },
        {
            "Y_init", new ParameterValue.Vector([new ParameterValue.Vector([1, 2]), new ParameterValue.Vector([3, 4])]),
            Problems + "Y_init must be <NULL> or S3<matrix>, not <list>."
        },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void RefusesInRtemisWords(string name, ParameterValue value, string message) =>
        Assert.Equal(message, Assert.Throws<ParameterException>(() => TsneParameters.Set.Bind([new(name, value)])).Message);

    [Fact]
    public void TakesWholeDoubles() => Assert.Equal(0, TsneParameters.Set.Bind([new("stop_lying_iter", 0.0)]).Integer("stop_lying_iter"));
}
