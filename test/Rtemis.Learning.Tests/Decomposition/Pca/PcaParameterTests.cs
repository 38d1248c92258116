using Rtemis.Learning.Decomposition.Pca;
using Rtemis.Learning.Parameters;

namespace Rtemis.Learning.Tests.Decomposition.Pca;

public class PcaParameterTests
{
    const string Problems = "<rtemis::PCAConfig> object properties are invalid:\n- @";

    [Fact]
    public void DefaultsAreRtemis()
    {
        Assert.Equal(["k", "center", "scale", "tol", "features"], PcaParameters.Set.Specs.Select(s => s.Name));
        Assert.Equal(["k", "center", "scale", "tol"], PcaParameters.Own.Specs.Select(s => s.Name));
        Assert.Equal(new PcaParameters(3, true, true, null), PcaParameters.From(PcaParameters.Set.Defaults));
    }

    [Fact]
    public void ReadsWhatIsGiven()
    {
        var values = PcaParameters.Set.Bind(
        [
            new("k", new ParameterValue.Number(2)), new("center", new ParameterValue.Logical(false)),
            new("scale", new ParameterValue.Logical(false)), new("tol", new ParameterValue.Number(0.5)), new("features", Texts("a", "b")),
        ]);
        Assert.Equal(new PcaParameters(2, false, false, 0.5), PcaParameters.From(values));
        Assert.Equal(["a", "b"], values.TextsOrNull("features")!);
    }

    public static TheoryData<string, ParameterValue, string> Refused => new()
    {
        { "k", new ParameterValue.Integer(0), "`0L` must contain only positive integers." },
        { "k", new ParameterValue.Integer(-1), "`-1L` must contain only positive integers." },
        { "k", new ParameterValue.Number(2.5), "`2.5` must be integer." },
        { "k", ParameterValue.Null, Problems + "k must be <integer>, not <NULL>." },
        { "scale", new ParameterValue.Number(1), Problems + "scale must be <logical>, not <double>." },
        { "tol", new ParameterValue.Number(-1), Problems + "tol must be >= 0." },
        { "tol", new ParameterValue.Text("a"), Problems + "tol must be <NULL>, <integer>, or <double>, not <character>." },
        { "features", Texts("a"), Problems + "features must have at least 2 elements, but 1 given." },
        { "features", Texts("a", "a"), Problems + "features must not contain duplicate values." },
        { "foo", new ParameterValue.Integer(1), "unused argument (foo = 1)" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void RefusesInRtemisWords(string name, ParameterValue value, string message) =>
        Assert.Equal(message, Assert.Throws<ParameterException>(() => PcaParameters.Set.Bind([new(name, value)])).Message);

    static ParameterValue.Vector Texts(params string[] texts) => new([.. texts.Select(t => new ParameterValue.Text(t))]);
}
