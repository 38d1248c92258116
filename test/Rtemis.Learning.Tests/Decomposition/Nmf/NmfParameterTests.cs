using Rtemis.Learning.Decomposition.Nmf;
using Rtemis.Learning.Parameters;

namespace Rtemis.Learning.Tests.Decomposition.Nmf;

public class NmfParameterTests
{
    const string Problems = "<rtemis::NMFConfig> object properties are invalid:\n- @";

    [Fact]
    public void DefaultsAreRtemis()
    {
        Assert.Equal(["k", "method", "nrun", "features"], NmfParameters.Set.Specs.Select(s => s.Name));
        Assert.Equal(new NmfParameters(2, "brunet", 1), NmfParameters.From(NmfParameters.Set.Defaults));
    }

    [Fact]
    public void ReadsWhatIsGiven() => Assert.Equal(
        new NmfParameters(4, "KL", 3),
        NmfParameters.From(NmfParameters.Set.Bind(
            [new("k", new ParameterValue.Number(4)), new("method", new ParameterValue.Text("KL")), new("nrun", new ParameterValue.Integer(3))])));

    public static TheoryData<string, ParameterValue, string> Refused => new()
    {
        { "k", new ParameterValue.Integer(0), "`0L` must contain only positive integers." },
        { "nrun", new ParameterValue.Number(2.5), "`2.5` must be integer." },
        { "nrun", ParameterValue.Null, Problems + "nrun must be <integer>, not <NULL>." },
        { "method", new ParameterValue.Logical(true), Problems + "method must be <character>, not <logical>." },
        { "foo", new ParameterValue.Integer(1), "unused argument (foo = 1)" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void RefusesInRtemisWords(string name, ParameterValue value, string message) =>
        Assert.Equal(message, Assert.Throws<ParameterException>(() => NmfParameters.Set.Bind([new(name, value)])).Message);
}
