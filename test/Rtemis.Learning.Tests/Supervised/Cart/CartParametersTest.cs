using Rtemis.Learning.Parameters;
using Rtemis.Learning.Supervised.Cart;

namespace Rtemis.Learning.Tests.Supervised.Cart;

public class CartParametersTest
{
    public static TheoryData<string> Bounded =>
        [.. CartParameters.Set.Specs.Where(s => s.Minimum is not null || s.Maximum is not null).Select(s => s.Name)];

    [Fact]
    public void DeclaresWhatTheCatalogueOfRtemisLists()
    {
        string[] listed =
        [
            "cp Number 0.01 tunable", "maxdepth Integer 20L tunable", "minsplit Integer 2L tunable", "minbucket Integer 1L tunable",
            "prune_cp Number NULL tunable", "method Text \"auto\" auto|anova|class|poisson|exp", "model Logical TRUE",
            "maxcompete Integer 4L", "maxsurrogate Integer 5L", "usesurrogate Integer 2L", "surrogatestyle Integer 0L", "xval Integer 0L",
            "cost Number NULL", "ifw Logical FALSE tunable",
        ];
        Assert.Equal(listed, CartParameters.Set.Specs.Select(Listed));
        Assert.Equal("CARTHyperparameters", CartParameters.Set.ClassName);
        Assert.All(CartParameters.Set.Specs, s => Assert.NotEmpty(s.Help));
    }

    [Fact]
    public void DefaultsAreTheRecordsOwn() => Assert.Equal(new CartParameters(), CartParameters.From(CartParameters.Set.Defaults));

    [Theory]
    [MemberData(nameof(Bounded))]
    public void TakesBothBoundsAndNothingBeyond(string name)
    {
        var spec = CartParameters.Set.Specs.Single(s => s.Name == name);
        if (spec.Minimum is { } low)
        {
            Assert.Equal(!spec.MinimumExclusive, Takes(spec, low));
            Assert.True(Takes(spec, low + 1));
            Assert.False(Takes(spec, low - 1));
        }
        if (spec.Maximum is { } high)
        {
            Assert.True(Takes(spec, high));
            Assert.False(Takes(spec, high + 1));
        }
    }

    [Fact]
    public void WordsARefusalAsRtemisDoes()
    {
        var refusal = Assert.Throws<ParameterException>(() => Bind("maxdepth", new ParameterValue.Integer(-3)));
        Assert.Equal("<rtemis::CARTHyperparameters> object properties are invalid:\n- @maxdepth must be >= 1.", refusal.Message);
        refusal = Assert.Throws<ParameterException>(() => Bind("nope", new ParameterValue.Integer(1)));
        Assert.Equal("Unknown CART hyperparameter key: `nope`.", refusal.Message);
    }

    [Fact]
    public void ReadsEveryValueThatTheLearnerUses()
    {
        var given = new Dictionary<string, ParameterValue>
        {
            ["cp"] = new ParameterValue.Number(0.5),
            ["maxdepth"] = new ParameterValue.Integer(3),
            ["minsplit"] = new ParameterValue.Integer(4),
            ["minbucket"] = new ParameterValue.Integer(5),
            ["prune_cp"] = new ParameterValue.Number(0.6),
            ["maxsurrogate"] = new ParameterValue.Integer(6),
            ["usesurrogate"] = new ParameterValue.Integer(1),
            ["surrogatestyle"] = new ParameterValue.Integer(1),
            ["cost"] = new ParameterValue.Vector([new ParameterValue.Number(1), new ParameterValue.Number(2)]),
        };
        var expected = new CartParameters
        {
            Complexity = 0.5,
            MaxDepth = 3,
            MinSplit = 4,
            MinBucket = 5,
            PruneComplexity = 0.6,
            MaxSurrogates = 6,
            UseSurrogate = 1,
            SurrogateStyle = 1,
        };
        Assert.Equal(expected, CartParameters.From(CartParameters.Set.Bind(given)));
    }

    static string Listed(ParameterSpec spec)
    {
        var choices = spec.Choices.Count > 0 ? " " + string.Join('|', spec.Choices) : "";
        return $"{spec.Name} {spec.Kind} {spec.Default.Source}{(spec.Tunable ? " tunable" : "")}{choices}";
    }

    static bool Takes(ParameterSpec spec, double value)
    {
        try
        {
            Bind(spec.Name, spec.Kind == ParameterKind.Integer ? new ParameterValue.Integer((int)value) : new ParameterValue.Number(value));
            return true;
        }
        catch (ParameterException)
        {
            return false;
        }
    }

    static ParameterValues Bind(string name, ParameterValue value) => CartParameters.Set.Bind([KeyValuePair.Create(name, value)]);
}
