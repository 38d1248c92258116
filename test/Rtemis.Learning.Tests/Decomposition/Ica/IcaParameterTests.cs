using Rtemis.Learning.Decomposition.Ica;
using Rtemis.Learning.Parameters;

namespace Rtemis.Learning.Tests.Decomposition.Ica;

public class IcaParameterTests
{
    const string Problems = "<rtemis::ICAConfig> object properties are invalid:\n- @";

    [Fact]
    public void DefaultsAreRtemis()
    {
        Assert.Equal(["k", "type", "fun", "alpha", "row_norm", "maxit", "tol", "features"], IcaParameters.Set.Specs.Select(s => s.Name));
        Assert.Equal(new IcaParameters(), IcaParameters.From(IcaParameters.Set.Defaults));
        Assert.Equal((3, false, IcaContrast.LogCosh, 1.0, true, 100, 1e-4), Parts(new IcaParameters()));
    }

    [Fact]
    public void ReadsWhatIsGiven() => Assert.Equal(
        (2, true, IcaContrast.Exponential, 1.5, false, 7, 0.0),
        Parts(IcaParameters.From(IcaParameters.Set.Bind(
        [
            new("k", new ParameterValue.Number(2)), new("type", new ParameterValue.Text("deflation")), new("fun", new ParameterValue.Text("exp")),
            new("alpha", new ParameterValue.Number(1.5)), new("row_norm", new ParameterValue.Logical(false)),
            new("maxit", new ParameterValue.Integer(7)), new("tol", new ParameterValue.Integer(0)),
        ]))));

    public static TheoryData<string, ParameterValue, string> Refused => new()
    {
        { "k", new ParameterValue.Integer(0), "`0L` must contain only positive integers." },
        { "maxit", new ParameterValue.Number(2.5), "`2.5` must be integer." },
        { "type", new ParameterValue.Text("x"), Problems + "type must be one of 'parallel', 'deflation'." },
        { "fun", new ParameterValue.Integer(1), Problems + "fun must be <character>, not <integer>." },
        { "alpha", new ParameterValue.Number(0.5), Problems + "alpha must be >= 1." },
        { "alpha", new ParameterValue.Number(2.5), Problems + "alpha must be <= 2." },
        { "row_norm", new ParameterValue.Number(1), Problems + "row_norm must be <logical>, not <double>." },
        { "tol", new ParameterValue.Number(-1), Problems + "tol must be >= 0." },
        { "foo", new ParameterValue.Integer(1), "unused argument (foo = 1)" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void RefusesInRtemisWords(string name, ParameterValue value, string message) =>
        Assert.Equal(message, Assert.Throws<ParameterException>(() => IcaParameters.Set.Bind([new(name, value)])).Message);

    static (int, bool, IcaContrast, double, bool, int, double) Parts(IcaParameters p) =>
        (p.K, p.Deflation, p.Contrast, p.Alpha, p.RowNorm, p.MaxIterations, p.Tolerance);
}
